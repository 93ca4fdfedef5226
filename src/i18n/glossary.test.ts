import { describe, expect, test } from 'vitest';
import { DEMO_WORDS } from '#mocks/boot/words.ts';
import { CATALOGUE, type MessageId } from './catalogue.ts';
import { GLOSSARY } from './glossary.ts';
import { glossaryDocument } from './glossary-document.ts';
import { EXCEPTIONS } from './glossary-exceptions.ts';
import type { Unwanted } from './glossary-term.ts';
import { LOCALES, type Locale } from './locale.ts';

type Found = { id: string; locale: Locale; word: string; text: string };

const texts = Object.entries({ ...CATALOGUE, ...DEMO_WORDS });
const excused = (found: Found) =>
  EXCEPTIONS.some(
    (each) => each.ids.some((id) => id === found.id) && each.words.some((word) => word === found.word),
  );

describe('the glossary', () => {
  test('is what docs/glossary.md says; to write it anew: npx vitest run --project unit src/i18n/glossary -u', async () => {
    await expect(glossaryDocument()).toMatchFileSnapshot('../../docs/glossary.md');
  });

  test('has no message with an unwanted word', () => {
    expect(inCatalogue().filter((found) => !excused(found))).toEqual([]);
  });

  test('has no exception that is not needed', () => {
    const found = inCatalogue().map(({ id, word }) => `${id} ${word}`);
    const exceptions = EXCEPTIONS.flatMap(({ ids, words }) =>
      ids.flatMap((id) => words.map((word) => `${id} ${word}`)),
    );
    expect(exceptions.filter((each) => !found.includes(each))).toEqual([]);
  });

  test('names its terms as the messages do', () => {
    const named = { status: 'plain.status', next: 'plain.move', target: 'why_date.target' } as const;
    expect(CATALOGUE[named.status]).toMatchObject({ kk: 'Мәртебесі', ru: 'Статус', en: 'Status' });
    expect(CATALOGUE[named.next]).toMatchObject({ kk: 'Келесі әрекет', ru: 'Следующее действие' });
    expect(CATALOGUE[named.target]).toMatchObject({ kk: 'Ішкі межелі мерзім', ru: 'Внутренний ориентир' });
  });
});

describe('an unwanted word is found', () => {
  test.each<[Locale, MessageId, string, string]>([
    ['kk', 'common.save', 'Жүгінген адам', 'жүгін…'],
    ['kk', 'session.persona.manager', 'Жеке деректерді көрмейді', 'жеке дерек…'],
    ['ru', 'session.persona.manager', 'Не видит личных данных', 'личн… данн…'],
    ['ru', 'staff.lead', 'Пригласите ответственного.', 'ответственный'],
    ['en', 'staff.invite', 'Invite a person', 'person'],
    ['en', 'register.day', 'Date of receipt', 'receipt…'],
    ['kk', 'inbox.title.open', 'Қаралуда: {count}', 'қаралуда'],
    ['kk', 'request.reveal', 'Ашу', 'ашу'],
    ['kk', 'request.reveal', 'Көрсету', 'көрсету'],
    ['ru', 'seal.title', 'Печать журнала', 'печать'],
    ['ru', 'event.audit.opened', 'Открыта запись журнала', 'запись'],
    ['en', 'audit.title.denied', 'Refusals', 'refus…'],
    ['kk', 'staff.ends', 'Соңғы жұмыс күні', 'соңғы жұмыс күн…'],
  ])('%s %s: %s', (locale, id, text, word) => {
    expect(unwantedIn(id, locale, text).map((found) => found.word)).toContain(word);
  });

  test.each<[Locale, MessageId, string]>([
    ['ru', 'staff.lead', 'Пригласите ответственное лицо.'],
    ['ru', 'seal.title', 'Защитная печать журнала'],
    ['kk', 'request.reveal', 'Ашып көрсету'],
    ['kk', 'common.save', 'Ашық өтініштер'],
    ['en', 'person_trail.title', 'Everything done about one person'],
    ['kk', 'status.in_progress', 'Қаралуда'],
  ])('but not in %s %s: %s', (locale, id, text) => {
    expect(unwantedIn(id, locale, text)).toEqual([]);
  });
});

function inCatalogue(): Found[] {
  return texts.flatMap(([id, words]) => LOCALES.flatMap((locale) => unwantedIn(id, locale, words[locale])));
}

function unwantedIn(id: string, locale: Locale, text: string): Found[] {
  const words = text.replaceAll(/\{\w+\}|\{\w+, plural,|<\/?\w+>/g, '·');
  return GLOSSARY.flatMap(({ not }) => not?.[locale] ?? [])
    .filter((word) => (word.ids?.test(id) ?? true) && patternOf(word).test(words))
    .map(({ word }) => ({ id, locale, word, text }));
}

/** `\b` knows Latin letters only, so the ends of a word are looked for as letters of any alphabet. */
function patternOf({ word, find }: Unwanted): RegExp {
  if (find) return find;
  const parts = word.split(' ').map((part) => part.replace('…', '\\p{L}*'));
  return new RegExp(`(?<!\\p{L})${parts.join(' ')}(?!\\p{L})`, 'iu');
}
