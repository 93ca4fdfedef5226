import { expect, test } from 'vitest';
import type { SlaInput } from '#domain/request/sla.ts';
import { translator } from '#i18n/translator.ts';
import { type DueInput, dueSentence, dueWords } from './due-words.ts';

const TODAY = '2026-11-20';

/** A request received 30 days before its due date; TODAY is Friday, 20 November 2026. */
const request = (dueOn: string, actBy = dueOn, more: Partial<SlaInput> = {}): SlaInput => ({
  dueOn,
  actBy,
  receivedOn: Temporal.PlainDate.from(dueOn).subtract({ days: 30 }).toString(),
  steps: [],
  answeredOn: null,
  closed: false,
  ...more,
});
const all = (input: DueInput) => [say(input, 'kk'), say(input, 'ru'), say(input, 'en')];

test('a distant date is plain text', () => {
  expect(words(request('2026-12-02')).tone).toBe('calm');
  expect(all(request('2026-12-02'))).toEqual(['12 күн қалды', 'Осталось 12 дней', '12 days left']);
});

test('a close date names the day', () => {
  expect(words(request('2026-11-23'))).toMatchObject({ tone: 'urgent', icon: 'clock' });
  expect(all(request('2026-11-23'))).toEqual([
    '3 күн қалды, дс 23 қар',
    'Осталось 3 дня, пн 23 ноя',
    '3 days left, Mon 23 Nov',
  ]);
});

test('a date today is “due today”, not “0 days left”', () => {
  expect(words(request(TODAY))).toMatchObject({ tone: 'today', icon: 'full' });
  expect(all(request(TODAY))).toEqual(['Мерзімі: бүгін', 'Срок сегодня', 'Due today']);
});

test('for a date on Sunday the badge names Friday as the last working day, and the date', () => {
  expect(words(request('2026-11-22', TODAY)).tone).toBe('today');
  expect(all(request('2026-11-22', TODAY))).toEqual([
    'Соңғы жұмыс күні: бүгін, мерзімі: жс 22.11',
    'Последний рабочий день: сегодня, срок вс 22.11',
    'Last working day: today, due Sun 22.11',
  ]);
});

test('on the Saturday before that Sunday it still has the tone of today', () => {
  expect(words(request('2026-11-22', TODAY), '2026-11-21').tone).toBe('today');
  expect(say(request('2026-11-22', TODAY), 'en', '2026-11-21')).toBe('1 day left, Sun 22 Nov');
});

test('a past date is overdue', () => {
  expect(words(request('2026-11-17'))).toMatchObject({ tone: 'late', icon: 'flag' });
  expect(all(request('2026-11-17'))).toEqual([
    'Мерзімі 3 күн бұрын өтті',
    'Просрочено на 3 дня',
    'Overdue by 3 days',
  ]);
});

test('an answer in time says on which day', () => {
  expect(all(request('2026-11-20', TODAY, { answeredOn: '2026-11-02' }))).toEqual([
    'Жауап берілді: 12/30 күн',
    'Ответ на 12-й день из 30',
    'Answered on day 12 of 30',
  ]);
});

test('an answer on the day of receipt has no “day 0”', () => {
  expect(all(request('2026-11-20', TODAY, { answeredOn: '2026-10-21' }))).toEqual([
    'Түскен күні жауап берілді',
    'Ответ в день поступления',
    'Answered on the day it came',
  ]);
});

test('an answer that came late says by how much, and is not ticked off', () => {
  const late = request('2026-11-10', '2026-11-10', { answeredOn: '2026-11-12' });
  expect(words(late)).toMatchObject({ tone: 'calm', icon: null });
  expect(words({ ...late, answeredOn: '2026-11-10' })).toMatchObject({ tone: 'done', icon: 'tick' });
  expect(say(request('2026-11-10', '2026-11-10', { answeredOn: '2026-11-12' }), 'en')).toBe(
    'Answered 2 days late',
  );
});

test('a request closed without an answer is neither answered nor late', () => {
  expect(say(request('2026-11-10', '2026-11-10', { closed: true }), 'en')).toBe('Closed without an answer');
});

test.each([
  ['on_its_way', 'calm', ['Жауап жіберілуде', 'Ответ отправляется', 'Answer is being sent']],
  [
    'unknown',
    'urgent',
    ['Жауаптың кеткені белгісіз', 'Неизвестно, ушёл ли ответ', 'Not known if the answer was sent'],
  ],
  ['refused', 'late', ['Жауап жетпеді', 'Ответ не дошёл', 'The answer did not arrive']],
] as const)('an answer that is %s meets nothing, and the badge says so', (answerState, tone, said) => {
  const input = { ...request('2026-12-02'), answerState };
  expect(words(input)).toMatchObject({ tone: 'calm', icon: null, text: '12 days left', answer: { tone } });
  expect(all(input)).toEqual([
    `12 күн қалды, ${said[0]}`,
    `Осталось 12 дней, ${said[1]}`,
    `12 days left, ${said[2]}`,
  ]);
});

test('a request closed on a letter that is still being sent is not “without an answer”', () => {
  const input = {
    ...request('2026-12-02', '2026-12-02', { closed: true }),
    answerState: 'on_its_way' as const,
  };
  expect(say(input, 'en')).toBe('Answer is being sent');
});

test('a confirmed step that is overdue is late in its own line while the promise has time left', () => {
  const input = request('2026-12-10', '2026-12-10', { steps: [step('correct', '2026-11-18', true)] });
  expect(words(input)).toMatchObject({ tone: 'calm', steps: [{ tone: 'late' }] });
  expect(say(input, 'en')).toBe('20 days left, Step overdue by 2 days: correct the data');
});

test('a step that counsel has not confirmed is a target and never red', () => {
  const input = request('2026-12-10', '2026-12-10', {
    steps: [step('answer_deletion', '2026-11-01', false)],
  });
  expect(words(input).steps).toEqual([
    { tone: 'calm', on: '2026-11-01', text: 'Target: answer on deletion · Sun\u00a001.11' },
  ]);
});

test('a step that ends today says so', () => {
  const input = request('2026-12-10', '2026-12-10', { steps: [step('block', TODAY, true)] });
  expect(words(input).steps).toMatchObject([{ tone: 'urgent', text: 'Step: block the data · today' }]);
});

function step(
  code: SlaInput['steps'][number]['code'],
  dueOn: string,
  confirmed: boolean,
): SlaInput['steps'][number] {
  return { code, dueOn, endedOn: null, confirmed, source: '94-V' };
}

function words(input: DueInput, today = TODAY) {
  return dueWords(input, today, translator('en'));
}

function say(input: DueInput, locale: 'kk' | 'ru' | 'en', today = TODAY): string {
  return dueSentence(dueWords(input, today, translator(locale))).replaceAll('\u00a0', ' ');
}
