import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, type MessageId } from './catalogue.ts';
import { LOCALES, type Locale } from './locale.ts';
import { translator } from './translator.ts';

const ids = Object.keys(CATALOGUE) as MessageId[];
const texts = ids.flatMap((id) =>
  LOCALES.map((locale) => ({ id, locale, text: CATALOGUE[id][locale] as string })),
);

test('every message has a text in every language', () => {
  expect(texts.filter(({ text }) => text.trim() === '')).toEqual([]);
});

test('the three languages of a message take the same values', () => {
  const differing = ids.filter((id) => new Set(LOCALES.map((locale) => values(id, locale))).size > 1);
  expect(differing).toEqual([]);
});

test('branches of a plural contain no values and close without a space', () => {
  // The types in message.ts read a message's values from its text and rely on both.
  const nested = /, (?:plural|select),[^}]*\{[^}]*\{/;
  const loose = texts.filter(({ text }) => nested.test(text) || /\} \}/.test(text));
  expect(loose).toEqual([]);
});

test('words of Kazakh texts do not mix Cyrillic and Latin letters', () => {
  const kazakh = texts
    .filter(({ locale }) => locale === 'kk')
    .map(({ text }) => text.replace(/\{[^}]*\{|\{\w+\}|<\/?\w+>/g, ''));
  expect(kazakh.filter((text) => /[\u0400-\u04ff][a-z]|[a-z][\u0400-\u04ff]/i.test(text))).toEqual([]);
});

test('no suffix is appended to a value', () => {
  // A hyphen after an ordinal is no suffix: «30-күн», «30-й день».
  const ordinal = /-күн(?![\u0400-\u04ff])|-й день/;
  const glued = texts.filter(
    ({ locale, text }) => locale !== 'en' && /\}-?[\u0400-\u04ff]/.test(text.replace(ordinal, '')),
  );
  expect(glued).toEqual([]);
});

describe('counting', () => {
  const days = [0, 1, 2, 5, 11, 21, 22, 25];

  test('days left', () => {
    expect(said('due.days_left', days)).toEqual({
      kk: days.map((n) => `${n} күн қалды`),
      ru: [
        'Осталось 0 дней',
        'Остался 1 день',
        'Осталось 2 дня',
        'Осталось 5 дней',
        'Осталось 11 дней',
        'Остался 21 день',
        'Осталось 22 дня',
        'Осталось 25 дней',
      ],
      en: ['0 days left', '1 day left', ...days.slice(2).map((n) => `${n} days left`)],
    });
  });

  test('days late', () => {
    expect(said('due.overdue', days)).toEqual({
      kk: days.map((n) => `Мерзімі ${n} күн бұрын өтті`),
      ru: [
        'Просрочено на 0 дней',
        'Просрочено на 1 день',
        'Просрочено на 2 дня',
        'Просрочено на 5 дней',
        'Просрочено на 11 дней',
        'Просрочено на 21 день',
        'Просрочено на 22 дня',
        'Просрочено на 25 дней',
      ],
      en: ['Overdue by 0 days', 'Overdue by 1 day', ...days.slice(2).map((n) => `Overdue by ${n} days`)],
    });
  });

  test('an answer that came late', () => {
    expect(said('due.answered_late', [1, 2, 5])).toEqual({
      kk: ['Жауап 1 күн кешікті', 'Жауап 2 күн кешікті', 'Жауап 5 күн кешікті'],
      ru: ['Ответ с опозданием на 1 день', 'Ответ с опозданием на 2 дня', 'Ответ с опозданием на 5 дней'],
      en: ['Answered 1 day late', 'Answered 2 days late', 'Answered 5 days late'],
    });
  });

  test('working days', () => {
    expect(said('count.working_days', days)).toEqual({
      kk: days.map((n) => `${n} жұмыс күні`),
      ru: [
        '0 рабочих дней',
        '1 рабочий день',
        '2 рабочих дня',
        '5 рабочих дней',
        '11 рабочих дней',
        '21 рабочий день',
        '22 рабочих дня',
        '25 рабочих дней',
      ],
      en: ['0 working days', '1 working day', ...days.slice(2).map((n) => `${n} working days`)],
    });
  });

  test('a large number is grouped as its language does', () => {
    expect(said('count.working_days', [12_345])).toEqual({
      kk: ['12\u00a0345 жұмыс күні'],
      ru: ['12\u00a0345 рабочих дней'],
      en: ['12,345 working days'],
    });
  });
});

type Counted = 'due.days_left' | 'due.overdue' | 'due.answered_late' | 'count.working_days';

function said(id: Counted, numbers: readonly number[]): Record<Locale, string[]> {
  const all = (locale: Locale) => numbers.map((n) => translator(locale).t(id, { n }));
  return { kk: all('kk'), ru: all('ru'), en: all('en') };
}

function values(id: MessageId, locale: Locale): string {
  const names = compileMessageOrThrow(CATALOGUE[id][locale]).flatMap((token) =>
    typeof token === 'string' ? [] : [`${token[0]} ${token[1] ?? ''}`],
  );
  return [...new Set(names)].toSorted().join(', ');
}
