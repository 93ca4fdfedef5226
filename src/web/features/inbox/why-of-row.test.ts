import { expect, test } from 'vitest';
import { deadlinesOf } from '#domain/request/deadlines.ts';
import type { RequestEvent } from '#domain/request/steps.ts';
import { typeRow } from '#domain/request/types.ts';
import { CALENDAR } from '#domain/time/calendar.ts';
import { translator } from '#i18n/translator.ts';
import { whyDateLines } from '#web/ui/request/why-date-lines.ts';
import { whyOfRow } from './why-of-row.ts';

const RECEIVED = '2026-10-23T04:14:00Z';

function rowOf(type: 'deletion' | 'correction' | 'privacy_question', events: readonly RequestEvent[] = []) {
  const { steps, target } = typeRow(type);
  const receivedAt = Temporal.Instant.from(RECEIVED);
  const made = deadlinesOf({ receivedAt, steps, target, events }, CALENDAR);
  return { row: { type, receivedAt: RECEIVED, steps: [...made.steps] }, made };
}

test('the explanation yields the dates the server stored', () => {
  const { row, made } = rowOf('deletion');
  expect(whyOfRow(row, CALENDAR)).toMatchObject({
    promise: { dueOn: made.dueOn },
    actBy: made.actBy,
    steps: [{ dueOn: made.steps[0]?.dueOn }],
  });
});

test('a step that began with an event is explained from that event', () => {
  const { row } = rowOf('correction', [{ event: 'documents_accepted', on: '2026-11-20' }]);
  expect(whyOfRow(row, CALENDAR).steps).toMatchObject([
    { startedOn: '2026-11-20', dueOn: '2026-11-23', endedOn: null },
  ]);
});

test('a step that has ended stays ended', () => {
  const { row } = rowOf('correction', [
    { event: 'documents_accepted', on: '2026-11-18' },
    { event: 'corrected', on: '2026-11-19' },
  ]);
  expect(whyOfRow(row, CALENDAR).steps).toMatchObject([{ endedOn: '2026-11-19' }]);
});

test('it reads in Russian, article by article', () => {
  const lines = whyDateLines(whyOfRow(rowOf('privacy_question').row, CALENDAR), translator('ru')).map(
    ({ label, text }) => `${label}: ${text}`.replaceAll('\u00a0', ' '),
  );
  expect(lines).toEqual([
    'Поступило: пт 23.10.2026 09:14 (UTC+05:00)',
    'Срок рассмотрения: 30 календарных дней, первый день: сб 24.10',
    'Последний день: вс 22.11.2026, до 24:00',
    'Последний рабочий день: пт 20.11.2026: от этого дня зависят место в списке и цвет',
    'Нерабочие дни внутри срока: суббот и воскресений: 9; вс 25.10, День Республики; пн 26.10, День Республики',
    'Перенос срока: По Гражданскому кодексу срок перешёл бы на пн 23.11; срок по политике не переносится',
    'Внутренний ориентир: 5 рабочих дней: пн 02.11',
  ]);
});
