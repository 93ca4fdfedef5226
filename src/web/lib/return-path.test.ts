import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

test.each(['/', '/requests/NP-2026-000861?from=%2F', '/audit?event_id=1#top'])('%s is accepted', (to) => {
  expect(returnPath(to)).toBe(to);
});

test.each([
  null,
  '',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
  'requests',
  '/sign-in?to=/',
  '/link',
])('%j is not', (to) => {
  expect(returnPath(to)).toBe('/');
});
