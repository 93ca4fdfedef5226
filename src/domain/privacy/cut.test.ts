import { describe, expect, it } from 'vitest';
import { cutText } from './cut.ts';

describe('cutText', () => {
  it('leaves a line that fits unchanged', () => {
    expect(cutText('қысқа', 5)).toBe('қысқа');
  });
  it('cuts between words', () => {
    expect(cutText('бірінші екінші үшінші', 17)).toBe('бірінші екінші…');
  });
  it.each([
    ['a surrogate pair', 'аа😀😀', 4, 'аа…'],
    ['a letter and its mark', 'аае\u0301е\u0301', 4, 'аа…'],
    ['a family', 'аа👩‍👩‍👧б', 8, 'аа…'],
    ['a flag', 'аа🇰🇿🇰🇿', 8, 'аа🇰🇿…'],
    ['a skin tone', 'аа👍🏽б', 6, 'аа…'],
    ['a number', 'аа1234567', 6, 'аа…'],
  ])('keeps %s whole', (_, line, max, cut) => {
    expect(cutText(line, max)).toBe(cut);
  });
  it('terminates on a character with thousands of marks', () => {
    const cut = cutText(`а${'\u0301'.repeat(500)}`, 140);
    expect(cut.length).toBeLessThanOrEqual(140);
    expect(cut.isWellFormed()).toBe(true);
  });
  it('returns an empty line where nothing fits', () => {
    expect([cutText('аб', 1), cutText('аб', 0)]).toEqual(['…', '']);
  });
});
