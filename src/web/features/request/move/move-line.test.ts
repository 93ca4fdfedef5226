import { expect, test } from 'vitest';
import { translator } from '#i18n/translator.ts';
import { decisionCase, eventCase, OFFICER, requestCase } from '#tests/cases/request-detail.ts';
import { moveLine } from './move-line.ts';

const lineOf = (more: Parameters<typeof requestCase>[0], locale: 'kk' | 'ru' | 'en' = 'en') =>
  moveLine(requestCase(more), '2026-11-20', translator(locale));

test('the viewer’s own step is addressed to the viewer', () => {
  expect(lineOf({}).lead).toBe('Your turn: propose a decision.');
});

test('another person’s step names that person, or the role if unassigned', () => {
  expect(lineOf({ move: { code: 'answer', of: { kind: 'person', ...OFFICER }, mine: false } }).lead).toBe(
    'Next: Answer · Д. Омаров',
  );
  expect(lineOf({ move: { code: 'take', of: { kind: 'role', role: 'support' }, mine: false } }).lead).toBe(
    'Next: Take · Support specialist',
  );
});

test('an approval names the proposal and its author', () => {
  const { rest } = lineOf(
    {
      move: { code: 'approve', of: { kind: 'role', role: 'privacy_officer' }, mine: true },
      decision: decisionCase({ outcome: 'restricted', restrictUntil: '2031-03-14' }),
    },
    'ru',
  );
  expect(rest).toBe('А. Сапарова предлагает: ограничить обработку. Ограничить до 14.03.2031');
});

test('waiting is counted from when it began', () => {
  const timeline = [eventCase('request.waiting', '2026-11-16T05:00:00Z')];
  const move = { code: 'wait_applicant', of: { kind: 'applicant' }, mine: false } as const;
  expect(lineOf({ timeline, move }).lead).toBe('Waiting for the applicant: 4 days');
});

test('a closed request shows its outcome', () => {
  const { lead } = lineOf({
    status: 'closed',
    outcome: 'refused',
    closedAt: '2026-11-19T05:00:00Z',
    move: { code: 'none', of: { kind: 'nobody' }, mine: false },
  });
  expect(lead).toBe('Closed: Refused.');
});
