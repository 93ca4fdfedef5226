/** The rules of docs/glossary.md that a machine can check; each test has a text that breaks its rule. */
import { describe, expect, test } from 'vitest';
import { DEMO_WORDS } from '#mocks/boot/words.ts';
import { CATALOGUE } from './catalogue.ts';
import { LOCALES, type Locale } from './locale.ts';

type Text = { id: string; locale: Locale; text: string };
type Rule = {
  /** Returns whether a text breaks the rule. */
  broken: (text: string, locale: Locale) => boolean;
  breaks: readonly (readonly [Locale, string])[];
  keeps: readonly (readonly [Locale, string])[];
  /** Only messages with such an id. */
  ids?: RegExp;
};

const texts: readonly Text[] = Object.entries({ ...CATALOGUE, ...DEMO_WORDS }).flatMap(([id, words]) =>
  LOCALES.map((locale) => ({ id, locale, text: words[locale] })),
);
// A label with a value is quoted by what stands before the colon.
const labelsIn = (locale: Locale) =>
  new Set(
    texts
      .filter((each) => each.locale === locale)
      .map(({ text }) => text.replace(/: \{\w+\}$/, '').toLowerCase()),
  );
const labels = { kk: labelsIn('kk'), ru: labelsIn('ru'), en: labelsIn('en') };
const only =
  (languages: readonly Locale[], pattern: RegExp): Rule['broken'] =>
  (text, locale) =>
    languages.includes(locale) && pattern.test(text);

const RULES: Record<string, Rule> = {
  'in Kazakh a noun stands between a value and the postposition that governs its case': {
    broken: only(['kk'], /\}(<\/\w+>)?,?( \d\d:\d\d)? (дейін|бастап|кейін|бұрын|бері|қарай)(?!\p{L})/u),
    breaks: [
      ['kk', '{when} дейін'],
      ['kk', '{when}, 24:00 дейін'],
    ],
    keeps: [['kk', '{when} күніне дейін']],
  },
  'navigation and views speak as the reader': {
    ids: /^(nav|view)\./,
    broken: (text, locale) =>
      ({
        kk: /сіз|ңыз/iu,
        ru: /(?<!\p{L})ва(с|м|ш|ми|ше|ши)?(?!\p{L})|(?<!\p{L})вы(?!\p{L})/iu,
        en: /\byour?\b/i,
      })[locale].test(text),
    breaks: [
      ['kk', 'Сіздің кезегіңіз'],
      ['ru', 'Ваш ход'],
      ['en', 'Your move'],
    ],
    keeps: [['ru', 'Ждут меня']],
  },
  'nobody has a sex': {
    broken: (text, locale) =>
      (locale === 'en' && /\b(he|him|his|himself|she|her|hers|herself)\b/i.test(text)) ||
      (locale === 'ru' && /(?<!\p{L})я(?!\p{L})/iu.test(text)),
    breaks: [
      ['en', 'Nobody grants himself a role.'],
      ['ru', 'Я скопировал'],
    ],
    keeps: [['en', 'Here is the other']],
  },
  'no words of programmers and none of detectives': {
    broken: (text, locale) =>
      ({
        kk: /(?<!\p{L})(фокус|фон(да|ында)|ізі)(?!\p{L})/iu,
        ru: /(?<!\p{L})(представлени(е|я|й)|вызов|фокус\p{L}*|в фоне|улик\p{L}*|след)(?!\p{L})/iu,
        en: /\b(seeds?|payload|focus(ed)?|trails?)\b/i,
      })[locale].test(text),
    breaks: [
      ['ru', 'Скачать улики'],
      ['en', 'New seed'],
      ['kk', 'Бір адамның ізі'],
    ],
    keeps: [['ru', 'следующее']],
  },
  'in Kazakh a label before a value ends in a colon': {
    broken: only(['kk'], /\p{L} \{\w+\}(?=$|[.,;])/u),
    breaks: [['kk', 'мерзімі {when}']],
    keeps: [['kk', 'мерзімі: {when}']],
  },
  'a quoted label is the exact text of a label': {
    broken: (text, locale) =>
      [...text.matchAll(/[«“]([^»”{]+)[»”]/g)].some(
        ([, quoted = '']) => !labels[locale].has(quoted.toLowerCase()),
      ),
    breaks: [['kk', '«неге осы күн?» дегенде']],
    keeps: [['kk', '«Неге бұл мерзім?» дегенде']],
  },
  'quotation marks, apostrophes and dashes are those of the language': {
    broken: (text, locale) =>
      /["'`]|\.\.\.| - |--/.test(text.replace(/<code>.*<\/code>/, '')) ||
      (locale === 'en' ? /[«»№]/ : /[“”„’]/).test(text),
    breaks: [
      ['en', "Women's Day"],
      ['en', 'event №\u00a05'],
      ['ru', 'Роль “аудитор”'],
      ['kk', 'Күте тұрыңыз...'],
    ],
    keeps: [['en', 'Women’s Day']],
  },
  'a short dash stands only between values or numbers': {
    broken: (text) => /[^\d}]\s?–|–\s?[^\d{ ]/.test(text.replaceAll(/(?<=[\d}]) – (?=[\d{])/g, '')),
    breaks: [['ru', 'представитель – тот, кто назван']],
    keeps: [['kk', '{from} – {to}']],
  },
  'Russian is written with ё': {
    broken: only(
      ['ru'],
      /(?<!\p{L})(еще|ее|мое|свое|чье|все равно|отчет\p{L}*|расчет\p{L}*|учет\p{L}*|прием|зачет|темн\p{L}*|жд(ет|ем)|ид(ет|ем)|найд(ет|ем)\p{L}*|прид(ет|ем)|уйд(ет|ем)|перейд(ет|ем)|прочт(ет|ем)|верн(ет|ем)\p{L}*|истек(?=[ ,.]|$)|остается|удается|дает(ся)?|(утвержд|подтвержд|определ|заверш|отключ|включ|приглаш|разреш|запрещ|учт)ен(н(ый|ая|ое|ые|ого|ой|ым|ых|ому))?|надежн\p{L}*)(?!\p{L})/iu,
    ),
    breaks: [
      ['ru', 'Еще раз'],
      ['ru', 'Решение утверждено, календарь подтвержден'],
    ],
    keeps: [['ru', 'Ещё раз']],
  },
  'English is British': {
    broken: only(
      ['en'],
      /\b\w*(?:[ao]niz|aliz|oriz)(e|es|ed|ing|ation)\b|\b(color|behavior|center|canceled|license)\b/i,
    ),
    breaks: [['en', 'Organization']],
    keeps: [['en', 'Organisation']],
  },
  'in Kazakh a noun after a number is in the singular': {
    broken: only(['kk'], /(#|\{n\}|\{count\}) \p{L}+[лдт][ае]р(?!\p{L})/u),
    breaks: [['kk', '# өтініштер']],
    keeps: [['kk', '# өтініш']],
  },
  'one sentence holds one thought: no sentence is longer than 160 characters': {
    broken: (text) =>
      text.split(/(?<=[.!?:;]) /).some((sentence) => sentence.length > 160 && !/, plural,/.test(sentence)),
    breaks: [['en', `${'word '.repeat(33)}end.`]],
    keeps: [['en', `${'word '.repeat(20)}end. ${'word '.repeat(20)}end.`]],
  },
};

describe.each(Object.entries(RULES))('%s', (_, { broken, breaks, keeps, ids }) => {
  test('in every message', () => {
    const found = texts.filter(
      (each) => (ids?.test(each.id) ?? true) && broken(each.text.replaceAll(/\{\w+\}/g, '{v}'), each.locale),
    );
    expect(found).toEqual([]);
  });

  test.each(breaks)('which %s “%s” is not', (locale, text) => {
    expect(broken(text, locale)).toBe(true);
  });

  test.each(keeps)('which %s “%s” is', (locale, text) => {
    expect(broken(text, locale)).toBe(false);
  });
});
