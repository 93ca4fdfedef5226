import { expect, test } from 'vitest';
import { formatter } from '#i18n/format.ts';
import { asksReason, bodyOf, emptyValues, faultsOf, type RegisterValues } from './register-values.ts';

/** Sunday, 22 November 2026, 14:03 in Almaty. */
const NOW = Temporal.Instant.from('2026-11-22T09:03:20Z');
const values = (more: Partial<RegisterValues> = {}): RegisterValues => ({
  ...emptyValues(NOW, formatter('kk')),
  message: 'Төлем өтпей қалды',
  ...more,
});

test('the form starts with the current minute in the time zone of the service', () => {
  expect(emptyValues(NOW, formatter('en'))).toMatchObject({ day: '22.11.2026', time: '14:03' });
});

test('a local time becomes an instant with the offset of the service', () => {
  expect(bodyOf(values({ day: '20.11.2026', time: '23.30' }), NOW)?.receivedAt).toBe(
    '2026-11-20T23:30:00+05:00',
  );
});

test('only filled fields are sent', () => {
  expect(bodyOf(values(), NOW)).toEqual({
    type: 'contact',
    channel: 'phone',
    receivedAt: '2026-11-22T14:03:00+05:00',
    message: 'Төлем өтпей қалды',
  });
});

test('a chosen language and a given name are sent', () => {
  const applicant = { ...values().applicant, surname: 'Сейіт', email: ' ' };
  expect(bodyOf(values({ language: 'kk', applicant }), NOW)).toMatchObject({
    language: 'kk',
    applicant: { surname: 'Сейіт' },
  });
});

test.each([
  ['19.11.2026', false],
  ['18.11.2026', true],
])('received on %s, a reason is asked: %s', (day, asked) => {
  expect(asksReason(values({ day }), NOW)).toBe(asked);
});

test('a reason that is not required is not sent', () => {
  expect(bodyOf(values({ receiptReason: 'left over' }), NOW)).not.toHaveProperty('receiptReason');
});

test('a valid form has no faults', () => {
  expect(faultsOf(values(), NOW)).toEqual([]);
});

test.each([
  [{ day: '' }, [{ field: 'day', code: 'required' }]],
  [{ day: '31.02.2026' }, [{ field: 'day', code: 'bad_format' }]],
  [{ time: '25:00' }, [{ field: 'time', code: 'bad_format' }]],
  [{ day: '23.11.2026' }, [{ field: 'day', code: 'in_the_future' }]],
  [{ day: '22.11.2016' }, [{ field: 'day', code: 'too_old' }]],
  [{ day: '01.11.2026' }, [{ field: 'receiptReason', code: 'reason_required' }]],
  [{ message: ' ' }, [{ field: 'message', code: 'required' }]],
  [{ subjectLine: 'x'.repeat(201) }, [{ field: 'subjectLine', code: 'too_long', max: 200 }]],
  [{ message: '\u202a\u0002' }, [{ field: 'message', code: 'required' }]],
] as const)('%j', (more, expected) => {
  expect(faultsOf(values(more), NOW)).toEqual(expected);
});

test('a wrong day does not hide an empty message', () => {
  expect(faultsOf(values({ day: '', message: '' }), NOW).map(({ field }) => field)).toEqual([
    'day',
    'message',
  ]);
});
