/** Words for what an event changed: translates the codes and formats the dates in its data. */
import type { RequestDetail, TimelineItem } from '#contract/request-shapes.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import { STEP_CODES } from '#domain/request/steps.ts';
import type { Translator } from '#i18n/translate.ts';

export type EventItemData = Extract<TimelineItem, { kind: 'event' }>;
/** Names of people by id, as far as the page has them. */
export type Names = ReadonlyMap<string, string>;

type Words = { text: (name: string) => string | null; names: Names } & Pick<EventItemData, 'fields'> &
  Pick<Translator, 't' | 'label' | 'format'>;
type Telling = (words: Words, data: EventItemData['data']) => string | null;

/** Null if the event's name needs no details. */
export function eventDetail(
  { event, data, fields }: EventItemData,
  names: Names,
  translator: Translator,
): string | null {
  const { t, label, format } = translator;
  const text = (name: string) => {
    const value = data[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return TELLINGS[event]?.({ text, names, fields, t, label, format }, data) ?? null;
}

const fromTo =
  (prefix: string): Telling =>
  ({ text, t, label }) => {
    const [from, to] = [text('from'), text('to')];
    if (!from || !to) return null;
    return t('request.from_to', { from: label(`${prefix}.${from}`), to: label(`${prefix}.${to}`) });
  };
const one =
  (name: string, prefix: string): Telling =>
  ({ text, label }) => {
    const value = text(name);
    return value && label(`${prefix}.${value}`);
  };
const outcome = one('outcome', 'outcome');
/** A decision says what is to be done; only the closing says that it was. */
const decided = one('outcome', 'request.proposal');

/** The personal fields that changed, by their names. */
const fieldNames: Telling = ({ fields, t }) =>
  fields.length > 0 ? fields.map((field) => t(`field.${field}`)).join(', ') : null;
/** Why the program did it, where no person chose to. */
const because = one('because', 'audit.because');
const assigned: Telling = (words, data) => {
  const { text, names, t } = words;
  const { to } = data;
  const whom = to === null ? t('request.to_nobody') : names.get(text('to') ?? '');
  return [whom, because(words, data)].filter(Boolean).join(' · ') || null;
};
const proposed: Telling = (words, data) => {
  const until = words.text('restrictUntil');
  const grounds = words
    .text('grounds')
    ?.split(' ')
    .map((code) => words.label(`ground.${code}`));
  const parts = [
    decided(words, data),
    until && words.t('request.until', { when: words.format.date(until) }),
    grounds?.join('; '),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : null;
};
const closed: Telling = (words, data) =>
  [outcome(words, data), words.text('duplicateOf')].filter(Boolean).join(' · ') || null;
const step: Telling = ({ text, label, format }) => {
  const [event, on] = [text('event'), text('on')];
  return event && on ? `${label(`step_event.${event}`)}, ${format.weekdayDate(on)}` : null;
};
const receipt: Telling = ({ text, t, format }) => {
  const [from, to] = [text('from'), text('to')];
  return from && to ? t('request.from_to', { from: format.dateTime(from), to: format.dateTime(to) }) : null;
};
/** `act_by: "2026-12-10 2026-12-09"`, and the same for the target and for each step that moved. */
const datesMoved: Telling = ({ text, t, format }) => {
  const line = (what: string, name: string) => {
    const [from, to] = text(what)?.split(' ') ?? [];
    if (!from || !to) return [];
    const move = t('request.from_to', { from: format.weekdayDate(from), to: format.weekdayDate(to) });
    return [`${name}: ${move}`];
  };
  const lines = [
    ...STEP_CODES.flatMap((code) => line(code, t('why_date.step', { step: t(`step.${code}`) }))),
    ...line('act_by', t('why_date.act_by')),
    ...line('target', t('why_date.target')),
  ];
  return lines.length > 0 ? lines.join(' · ') : null;
};
const delay: Telling = (words, data) => {
  const on = words.text('expectedOn');
  return (
    [
      one('reason', 'delay')(words, data),
      on && words.t('request.expected', { when: words.format.weekdayDate(on) }),
    ]
      .filter(Boolean)
      .join(' · ') || null
  );
};

const TELLINGS: Partial<Record<AuditEvent, Telling>> = {
  'request.registered': one('channel', 'channel'),
  'request.converted': fromTo('type'),
  'request.assigned': assigned,
  'request.handed_back': because,
  'request.receipt_corrected': receipt,
  'request.contact_replaced': fieldNames,
  'request.dates_moved': datesMoved,
  'request.language_corrected': fromTo('language'),
  'request.delay_explained': delay,
  'request.step_recorded': step,
  'request.closed': closed,
  'request.reopened': outcome,
  'decision.proposed': proposed,
  'decision.approved': decided,
};

/** Names from the request itself; fetching the staff list would be one more logged reading. */
export function namesIn({ timeline, assignee, decision }: RequestDetail): Names {
  const people = [...timeline.map(({ by }) => by), assignee, decision?.proposedBy, decision?.approvedBy];
  return new Map(people.flatMap((person) => (person ? [[person.id, person.name]] : [])));
}
