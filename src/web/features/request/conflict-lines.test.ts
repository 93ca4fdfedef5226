import { expect, test } from 'vitest';
import { translator } from '#i18n/translator.ts';
import { eventCase, messageCase, requestCase, SUPPORT } from '#tests/cases/request-detail.ts';
import { conflictWords } from './conflict-lines.ts';

test('lists who changed which fields, and when', () => {
  const before = requestCase();
  const timeline = [eventCase('request.assigned', '2026-11-20T09:03:00.000Z', { by: SUPPORT })];
  const now = requestCase({ assignee: SUPPORT, status: 'waiting_applicant', version: 4, timeline });
  expect(conflictWords({ before, now }, translator('en'))).toEqual({
    who: 'А. Сапарова',
    at: '14:03',
    lines: [
      { field: 'Status', before: 'In progress', now: 'Waiting for the applicant' },
      { field: 'Assignee', before: 'Д. Омаров', now: 'А. Сапарова' },
    ],
    letters: 0,
  });
});

test('counts a letter that arrived in between', () => {
  const now = requestCase({ timeline: [messageCase('2026-11-20T09:03:00.000Z')] });
  expect(conflictWords({ before: requestCase(), now }, translator('ru')).letters).toBe(1);
});
