import { expect, test } from 'vitest';
import { scrollForWriting, type WritingPlaces } from './writing-place.ts';

const view = { top: 100, bottom: 760 };
const at = (letter: WritingPlaces['letter'], top: number, height = 340): WritingPlaces => ({
  view,
  letter,
  composer: { top, bottom: top + height },
  field: { top: top + 60, bottom: top + 180 },
});

test.each<[string, WritingPlaces, number]>([
  ['nothing moves when letter and composer are in view', at({ top: 120, bottom: 300 }, 400), 0],
  ['the composer comes up whole below the letter', at({ top: 300, bottom: 480 }, 520), 100],
  ['a letter above the view comes down again', at({ top: 40, bottom: 200 }, 300), -60],
  ['where both do not fit, the letter keeps its beginning', at({ top: 300, bottom: 700 }, 710), 200],
  ['under a letter longer than the window stands the field', at({ top: 120, bottom: 1600 }, 1620), 1040],
  ['without a letter the composer comes into view', at(null, 900), 480],
])('%s', (_, places, by) => {
  expect(scrollForWriting(places)).toBe(by);
});
