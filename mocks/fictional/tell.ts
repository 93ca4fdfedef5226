/** Generates one story from a wanted type, age and stage: the applicant, the message and the acts of staff. */
import type { Language } from '#domain/privacy/language.ts';
import type { Channel } from '#domain/request/fields.ts';
import { needsReceiptReason } from '#domain/request/receipt.ts';
import type { Outcome } from '#domain/request/status.ts';
import { type RequestType, trackOf, UNTRIAGED_TYPE } from '#domain/request/types.ts';
import { ZONE } from '#domain/time/civil.ts';
import { actsOf } from './acts.ts';
import type { Days } from './days.ts';
import { CITIES, EXTRA_LABELS, ON_DAY, TOPICS } from './desk-texts.ts';
import type { Names } from './names.ts';
import type { Numbers } from './numbers.ts';
import { type Applicant, applicantFrom, emailOf, machineFrom } from './people.ts';
import { filled, PHRASES, type Slot } from './phrases.ts';
import type { Random } from './random.ts';
import type { Secret, Staff, Story } from './story.ts';

export type Stage = 'new' | 'taken' | 'waiting' | 'proposed' | 'executing' | 'answered' | 'closed';
export type Wanted = {
  type: RequestType;
  /** Days since receipt. */
  age: number;
  stage: Stage;
  language: Language;
  channel: Channel;
  outcome?: Outcome;
  /** Index of the original of a duplicate. */
  duplicateOf?: number;
  twist?: 'late' | 'refused_letter' | 'reopened' | 'returned' | 'delayed' | 'untriaged' | 'draft';
};
export type Source = { random: Random; names: Names; numbers: Numbers; days: Days };

export function tell(source: Source, index: number, wanted: Wanted): Story {
  const { random, numbers, days } = source;
  const { type, language, channel } = wanted;
  const secrets: Secret[] = [];
  const secret = (value: string, of: Secret['class']): string => {
    secrets.push({ value, class: of });
    return value;
  };
  const fromSite = channel === 'form';
  const applicant = applicantFrom(source, language);
  const receivedAt = days.anyTime(days.ago(wanted.age));
  const recordedAt = fromSite ? receivedAt : days.worked(receivedAt, random.whole(5, 900));
  const fill = slots(source, { ...wanted, applicant, receivedAt }, secret);
  const { subject, text } = random.pick(
    PHRASES[language].messages[type] as readonly { subject?: string; text: string }[],
  );
  const contract = fromSite && random.chance(12) ? secret(numbers.marked('ШРТ'), 'content') : null;
  const machine = fromSite && random.chance(85) ? machineFrom(source) : undefined;
  const parts = {
    index,
    enteredAs: fromSite ? UNTRIAGED_TYPE : type,
    channel,
    language,
    receivedAt,
    recordedAt,
    recordedBy: fromSite ? null : registrar(random, type),
    subjectLine: subject && channel !== 'phone' ? filled(subject, fill) : undefined,
    message: filled(text, fill),
    topic: fromSite && random.chance(60) ? random.pick(TOPICS[language]) : undefined,
    extra: contract ? [{ label: EXTRA_LABELS[language], value: contract }] : undefined,
    applicant,
    machine,
  };
  for (const [field, value] of Object.entries(applicant))
    secret(value, field === 'email' || field === 'phone' ? 'contact_details' : 'identity');
  if (machine) {
    secret(machine.device.os, 'technical');
    secret(machine.device.model, 'technical');
    secret(machine.network.ip, 'network');
    secret(machine.network.connectionPoint, 'network');
  }
  return { ...parts, acts: actsOf(source, wanted, parts, secret), secrets };
}

/** Whether the receipt is so far back that a reason is required. */
export function explained(story: Pick<Story, 'receivedAt' | 'recordedAt'>): boolean {
  return needsReceiptReason(story.receivedAt, story.recordedAt);
}

function registrar(random: Random, type: RequestType): Staff {
  return trackOf(type) === 'support'
    ? random.pick(['support', 'second_support'])
    : random.pick(['officer', 'second_officer', 'support']);
}

/** What fills the slots of one message; the same slot twice gets the same value. */
function slots(
  { random, numbers }: Source,
  { language, applicant, receivedAt }: Wanted & { applicant: Applicant; receivedAt: Temporal.Instant },
  secret: (value: string, of: Secret['class']) => string,
): (slot: Slot) => string {
  const make: Record<Slot, () => string> = {
    hi: () => random.pick(PHRASES[language].greetings),
    n: () => secret(numbers.marked(language === 'en' ? 'TR' : 'ТР'), 'content'),
    amount: () => `${random.whole(1, 98)} ${random.pick(['000', '250', '500', '900'])}`,
    day: () => dayIn(language, receivedAt, random.whole(1, 9)),
    city: () => random.pick(CITIES[language]),
    card: () => secret(numbers.card(), 'identifier'),
    iban: () => secret(numbers.iban(), 'identifier'),
    iin: () => secret(numbers.iin(), 'identifier'),
    phone: () => secret(numbers.phone(), 'identifier'),
    email: () => applicant.email ?? secret(emailOf({ random, numbers }, null), 'identifier'),
  };
  const known = new Map<Slot, string>();
  return (slot) => {
    const value = known.get(slot) ?? make[slot]();
    known.set(slot, value);
    return value;
  };
}

function dayIn(language: Language, receivedAt: Temporal.Instant, before: number): string {
  const day = receivedAt.toZonedDateTimeISO(ZONE).subtract({ days: before });
  return `${day.day} ${ON_DAY[language].split(' ')[day.month - 1] ?? ''}`;
}
