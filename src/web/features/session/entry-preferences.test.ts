import { expect, it } from 'vitest';
import { entryPreferences } from './entry-preferences.ts';

const profile = { language: 'kk', theme: 'system', keys: true } as const;
const opened = { language: 'ru', theme: 'dark' } as const;

it.each([
  ['the account’s, where the person chose them', true, false, opened, { language: 'kk', theme: 'system' }],
  ['the page’s, where the person has never chosen', false, false, opened, opened],
  ['the page’s for a persona, which everybody shares', true, true, opened, opened],
  [
    'the language just picked with the account’s theme',
    true,
    false,
    { language: 'en', theme: 'dark' },
    { language: 'en', theme: 'system' },
  ],
  [
    'the theme just picked with the account’s language',
    true,
    false,
    { language: 'ru', theme: 'light' },
    { language: 'kk', theme: 'light' },
  ],
] as const)('holds %s', (_what, hasChosen, shared, now, wanted) => {
  expect(entryPreferences({ hasChosen, profile }, opened, now, shared)).toEqual(wanted);
});
