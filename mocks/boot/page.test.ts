import { expect, test } from 'vitest';
import { DARK, LIGHT } from '#web/app/theme-tokens.ts';
import { COLOURS, openingPage } from './page.ts';

test('the loading screen has the colours of the product, which come later', () => {
  expect(LIGHT).toMatchObject(COLOURS.light);
  expect(DARK).toMatchObject(COLOURS.dark);
});

test('it stands in three languages before any script has run, each with its progress bar', () => {
  const { body } = openingPage();
  expect([...body.matchAll(/<section lang="(\w+)"/g)].map(([, locale]) => locale)).toEqual([
    'kk',
    'ru',
    'en',
  ]);
  expect(
    body.match(/role="progressbar" aria-label="[^"]+" aria-valuemin="0" aria-valuemax="100"/g),
  ).toHaveLength(3);
  expect(body).not.toContain('undefined');
});
