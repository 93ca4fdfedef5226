import { expect, test } from 'vitest';
import { LOCALES } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import { type Alarm, evidenceText } from './alarm.ts';
import { alarmText, placeText, reachWords, verifiedWords, waitingWords, whenWords } from './seal-words.ts';
import { MISMATCHES, type Mismatch } from './verify-leaves.ts';

const TODAY = '2026-11-22';
const en = translator('en');
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

test('a time of today has no date, another time has one', () => {
  expect([
    whenWords('2026-11-22T09:03:09.000Z', TODAY, en),
    plain(whenWords('2026-11-21T09:03:09.000Z', TODAY, en)),
    whenWords(null, TODAY, en),
  ]).toEqual(['14:03', '21 Nov, 14:03', en.t('common.none')]);
});

test('the line says how far the log is sealed in every language', () => {
  const seal = {
    size: 184_220,
    signedAt: '2026-11-22T09:03:09.000Z',
    note: null,
    key: null,
    pending: 3,
    oldestPendingMs: 0,
  };
  expect(LOCALES.map((locale) => plain(reachWords(seal, TODAY, translator(locale))))).toEqual([
    '№ 184 220 оқиғаға дейін мөрленген, қол қойылған уақыты: 14:03',
    'Запечатано до события № 184 220, подписано 14:03',
    'Sealed up to event 184,220, signed 14:03',
  ]);
});

test('more waiting events than the server counts are shown as "10,000+"', () => {
  expect([waitingWords(3, en), waitingWords(10_001, en)]).toEqual(['3 waiting', '10,000+ waiting']);
});

test('the result names the last verified event and the time of the signature', () => {
  expect(verifiedWords({ size: 184_220, at: '2026-11-22T07:03:00.000Z' }, TODAY, en)).toBe(
    'Verified to event 184,220, signed 12:03',
  );
});

const said = (mismatch: Mismatch) =>
  plain([alarmText(mismatch, en), placeText(mismatch, en)].filter(Boolean).join(' '));

test.each<[Mismatch, string]>([
  [
    { what: 'rewritten', size: 700, place: { from: 128, to: 192 } },
    'Events this browser had already verified were changed afterwards. The first wrong event is between 129 and 192.',
  ],
  [
    { what: 'missing', size: 700, place: { from: 690, to: 691 } },
    'Events are missing: signed up to 700, and what the server gave breaks off after 690. The first wrong event: 691.',
  ],
  [
    { what: 'signature', size: 700, place: null },
    'The newest checkpoint does not bear a valid signature by the key of the log. It is the checkpoint up to event 700.',
  ],
  [
    { what: 'event', size: 700, place: { from: 4, to: 5 } },
    'Event 5 does not match its proof: its content, its place or its row in the list was changed.',
  ],
  [
    { what: 'origin', size: 700, place: { from: 350, to: 351 } },
    'The log goes by another name, and no event about a restore explains it. The first wrong event: 351.',
  ],
])('a mismatch is described together with its place: $0.what', (mismatch, text) => {
  expect(said(mismatch)).toBe(text);
});

test('every mismatch has words in every language', () => {
  const texts = MISMATCHES.flatMap((what) =>
    LOCALES.map((locale) => alarmText({ what, size: 1, place: null }, translator(locale))),
  );
  expect(new Set(texts).size).toBe(MISMATCHES.length * LOCALES.length);
});

test('the evidence holds both checkpoints and both keys', () => {
  const alarm: Alarm = {
    what: 'key',
    size: 700,
    place: null,
    found: '2026-11-22T07:03:00Z',
    remembered: { key: 'old key', note: 'old note\n' },
    claimed: { key: 'new key', note: 'new note\n' },
    event: 'an id',
    proof: 'proof\n',
    reported: null,
  };
  const text = evidenceText(alarm, en, 'https://desk.example.kz');
  expect(
    ['old key', 'old note\n\n---', 'new key', 'new note\n\n---', 'proof\n'].filter(
      (part) => !text.includes(part),
    ),
  ).toEqual([]);
});
