/**
 * Buttons have at most 24 characters and chips at most 28, so that they fit a screen of 360 px in every language. The
 * buttons are found in the sources of the interface.
 */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, type MessageId } from '#i18n/catalogue.ts';
import { LOCALES, type Locale } from '#i18n/locale.ts';

const BUTTON = 24;
const CHIP = 28;
const CHIPS = /^(status|urgency|letter_state|staff\.state|exports\.state|level)\./;

const sources = globSync('src/web/**/*.tsx', { exclude: (name) => name.endsWith('.test.tsx') }).map((file) =>
  readFileSync(file, 'utf8'),
);

/** `<Button …>{t('id')}` and `<BarButton …>` alike; a button with an icon or a value names its message the same way. */
const buttonIds = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/<\w*Button\b(?:[^<>]|=>|<\w+ ?\/>)*>\s*\{t\('([\w.]+)'/g)].map(
      ([, id]) => id as MessageId,
    ),
  ),
);
const all = Object.keys(CATALOGUE) as MessageId[];
const buttons = all.filter((id) => id.startsWith('button.') || buttonIds.has(id));

function longer(ids: readonly MessageId[], limit: number): string[] {
  return ids.flatMap((id) =>
    LOCALES.filter((locale) => shown(id, locale).length > limit).map(
      (locale) => `${id} ${locale} ${shown(id, locale).length}: ${shown(id, locale)}`,
    ),
  );
}

/** The text with two digits for a number and without the other branches of a plural. */
function shown(id: MessageId, locale: Locale): string {
  return CATALOGUE[id][locale]
    .replaceAll(/\{\w+, plural, .*?other \{(.*?)\}\}/g, '$1')
    .replaceAll(/#|\{\w+\}/g, '12')
    .replaceAll(/<\/?\w+>/g, '');
}

describe('labels', () => {
  test('of buttons are found in the sources', () => {
    expect(buttons).toEqual(expect.arrayContaining(['common.save', 'staff.invite', 'button.request.close']));
    expect(buttons.length).toBeGreaterThan(60);
  });

  test('of buttons are short', () => {
    expect(longer(buttons, BUTTON)).toEqual([]);
  });

  test('of chips are short', () => {
    expect(
      longer(
        all.filter((id) => CHIPS.test(id)),
        CHIP,
      ),
    ).toEqual([]);
  });
});
