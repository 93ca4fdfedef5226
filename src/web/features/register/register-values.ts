/**
 * Values of the registration form, their validation, and the body to send: day and time as typed become one instant.
 */
import type { z } from 'zod';
import type { FieldFault } from '#contract/errors.ts';
import { registerRequest } from '#contract/requests-write.ts';
import type { Language } from '#domain/privacy/language.ts';
import type { Channel } from '#domain/request/fields.ts';
import { needsReceiptReason, receiptFault } from '#domain/request/receipt.ts';
import { type RequestType, UNTRIAGED_TYPE } from '#domain/request/types.ts';
import { type CivilDate, civilDateAt, ZONE } from '#domain/time/civil.ts';
import type { Formatter } from '#i18n/format.ts';
import { dayIn, timeIn } from '#web/lib/day-text.ts';
import { faultInForm } from '#web/lib/fault-in-form.ts';

/** Named as in the body, so that the server's error pointers match; `day` and `time` replace `receivedAt`. */
export type RegisterValues = {
  channel: Channel;
  day: string;
  time: string;
  receiptReason: string;
  type: RequestType;
  /** Empty: detected from the message. */
  language: Language | '';
  applicant: { surname: string; firstName: string; patronymic: string; email: string; phone: string };
  subjectLine: string;
  message: string;
};

export type RegisterBody = z.input<typeof registerRequest.body>;

export function emptyValues(now: Temporal.Instant, format: Formatter): RegisterValues {
  return {
    channel: 'phone',
    ...whenOf(now, format),
    receiptReason: '',
    type: UNTRIAGED_TYPE,
    language: '',
    applicant: { surname: '', firstName: '', patronymic: '', email: '', phone: '' },
    subjectLine: '',
    message: '',
  };
}

/** An instant as values of the two fields, in the time zone of the service. */
export function whenOf(at: Temporal.Instant, format: Formatter): Pick<RegisterValues, 'day' | 'time'> {
  return { day: format.date(civilDateAt(at)), time: format.time(at.toString()) };
}

/** The time of receipt; null if day or time is invalid. */
export function receiptOf(
  { day, time }: Pick<RegisterValues, 'day' | 'time'>,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const date = dayIn(day, civilDateAt(now));
  const clock = timeIn(time);
  return date && clock ? instantOf(date, clock) : null;
}

export function asksReason(values: Pick<RegisterValues, 'day' | 'time'>, now: Temporal.Instant): boolean {
  const at = receiptOf(values, now);
  return at !== null && receiptFault(at, now) === null && needsReceiptReason(at, now);
}

/** The body to send; null without a valid time of receipt. */
export function bodyOf(values: RegisterValues, now: Temporal.Instant): RegisterBody | null {
  const at = receiptOf(values, now);
  if (!at) return null;
  const { type, channel, language, message } = values;
  const applicant = given(values.applicant);
  return {
    type,
    channel,
    receivedAt: `${at.toZonedDateTimeISO(ZONE).toString({ timeZoneName: 'never', smallestUnit: 'second' })}`,
    message,
    ...given({ subjectLine: values.subjectLine }),
    ...(language ? { language } : {}),
    ...(asksReason(values, now) ? given({ receiptReason: values.receiptReason }) : {}),
    ...(Object.keys(applicant).length > 0 ? { applicant } : {}),
  };
}

export type Fault = { field: string } & Omit<FieldFault, 'pointer'>;

/** All faults of the form, found by the same rules the server applies. */
export function faultsOf(values: RegisterValues, now: Temporal.Instant): readonly Fault[] {
  const faults: Fault[] = [];
  const at = receiptOf(values, now);
  if (dayIn(values.day, civilDateAt(now)) === null)
    faults.push({ field: 'day', code: values.day.trim() ? 'bad_format' : 'required' });
  if (timeIn(values.time) === null)
    faults.push({ field: 'time', code: values.time.trim() ? 'bad_format' : 'required' });
  const dated = at && receiptFault(at, now);
  if (dated) faults.push({ field: 'day', code: dated });
  if (asksReason(values, now) && values.receiptReason.trim() === '')
    faults.push({ field: 'receiptReason', code: 'reason_required' });
  // With an invalid day a placeholder replaces it, so that the faults of the other fields are found in the same pass.
  const body = bodyOf(values, now) ?? bodyOf({ ...values, ...SOME_TIME }, now);
  const parsed = registerRequest.body.safeParse(body);
  return [
    ...faults,
    ...(parsed.error?.issues ?? []).map((issue) => ({ field: issue.path.join('.'), ...faultInForm(issue) })),
  ];
}

const SOME_TIME = { day: '2026-01-01', time: '00:00' };

function instantOf(date: CivilDate, clock: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(ZONE).toInstant();
}

/** The filled entries. */
function given<Name extends string>(fields: Record<Name, string>): Partial<Record<Name, string>> {
  const filled = Object.entries<string>(fields).filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(filled) as Partial<Record<Name, string>>;
}
