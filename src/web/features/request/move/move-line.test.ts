import { expect, test } from 'vitest';
import { translator } from '#i18n/translator.ts';
import { decisionCase, eventCase, messageCase, OFFICER, requestCase } from '#tests/cases/request-detail.ts';
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

test('waiting for the reply to a question is counted from the letter and says what was asked', () => {
  const asked = (subject: string) =>
    messageCase('2026-11-18T05:00:00Z', {
      direction: 'out',
      letter: 'question',
      state: 'sent',
      subjectLine: { shown: true, value: { parts: [{ text: subject }], hidden: 0 } },
    });
  const timeline = (subject: string) => [
    eventCase('request.waiting', '2026-11-10T05:00:00Z'),
    asked(subject),
  ];
  const move = { code: 'wait_applicant', of: { kind: 'applicant' }, mine: false } as const;
  expect(lineOf({ timeline: timeline('Дата и сумма платежа'), move })).toEqual({
    lead: 'Waiting for the applicant: 2 days',
    rest: 'Дата и сумма платежа',
  });
  expect(lineOf({ timeline: timeline('Вопрос по вашему обращению'), move }).rest).toBeNull();
});

test('what was asked is left out where the viewer may not read it', () => {
  const timeline = [
    messageCase('2026-11-18T05:00:00Z', {
      direction: 'out',
      letter: 'question',
      state: 'sent',
      subjectLine: { shown: false, hint: null },
    }),
  ];
  const move = { code: 'wait_applicant', of: { kind: 'applicant' }, mine: false } as const;
  expect(lineOf({ timeline, move }).rest).toBeNull();
});

test('an answer on its way is not called given', () => {
  const move = { code: 'close', of: { kind: 'person', ...OFFICER }, mine: true } as const;
  expect(lineOf({ move, answerState: 'on_its_way' }).lead).toBe(
    'The answer is being sent: the request can be closed already.',
  );
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
