/**
 * Every code of every closed set has words in the three languages, and the product's own renderers print them: no raw
 * key reaches the screen. A new event, field, filter or job that has no words fails here.
 */
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { AuditRow } from '#contract/audit.ts';
import { AuditFilter, OUTCOMES_OF_EVENTS } from '#contract/audit.ts';
import { ERRORS, FAULTS } from '#contract/errors.ts';
import { IntakeBody } from '#contract/intake.ts';
import { LINK_KINDS, saveProfile } from '#contract/session.ts';
import { CHECKLIST, changeSettings, VOUCHED } from '#contract/settings.ts';
import { changeStaff } from '#contract/staff.ts';
import { DraftKind } from '#contract/wire.ts';
import { actions } from '#domain/access/actions.ts';
import { roles } from '#domain/access/roles.ts';
import { EVENT_DATA, kindOfKey } from '#domain/audit/event-data.ts';
import { RETENTIONS } from '#domain/audit/event-row.ts';
import { AUDIT_EVENTS, auditEvents } from '#domain/audit/events.ts';
import { CHANNELS, DELAY_REASONS, GROUNDS, PURPOSES, requestFields } from '#domain/request/fields.ts';
import { outcomes, statuses } from '#domain/request/status.ts';
import { requestTypes } from '#domain/request/types.ts';
import { LOCALES } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import { JOBS } from '#server/process/jobs.ts';
import { bodyDetails } from '#web/features/audit/event-body.ts';
import { eventRowName, objectName } from '#web/features/audit/event-words.ts';
import { trailFields } from '#web/features/trail/trail-words.ts';
import { fieldWords } from '#web/ui/request/field-words.ts';

/** Closed sets whose codes are labelled as `<prefix><code>`. */
const LABELLED: Readonly<Record<string, readonly string[]>> = {
  'action.': actions,
  'audit.group.': RETENTIONS,
  'audit.outcome.': OUTCOMES_OF_EVENTS,
  'channel.': CHANNELS,
  'delay.': DELAY_REASONS,
  'error.': Object.keys(ERRORS),
  'event.': auditEvents,
  'fault.': FAULTS,
  'ground.': Object.keys(GROUNDS),
  'outcome.': outcomes,
  'purpose.': PURPOSES,
  'role.': roles,
  'status.': statuses,
  'steps.step.': CHECKLIST,
  'steps.vouch.': VOUCHED,
  'type.': requestTypes,
};

/** The codes that the data of events may hold, by key. */
const CODED: Readonly<Record<string, readonly string[]>> = {
  action: actions,
  after: roles,
  answer: ['arrived', 'on_its_way'],
  because: ['stale_version', 'letter_refused', 'calendar'],
  before: roles,
  by: ['letter', 'console'],
  channel: CHANNELS,
  class: RETENTIONS,
  code: Object.keys(ERRORS),
  database: ['pglite', 'postgres'],
  filters: Object.keys(AuditFilter.shape).filter((name) => name !== 'cursor' && name !== 'limit'),
  format: ['jsonl', 'csv'],
  from: [...requestTypes, ...LOCALES],
  grounds: Object.keys(GROUNDS),
  kind: [...LINK_KINDS, ...DraftKind.options, 'email', 'phone', 'iin'],
  mode: ['production', 'demo'],
  outcome: outcomes,
  reason: DELAY_REASONS,
  roles,
  state: ['asked', 'done'],
  to: [...requestTypes, ...LOCALES],
  toTrack: ['support', 'officer'],
  type: requestTypes,
  view: ['open'],
  vouched: VOUCHED,
  why: ['role', 'last_administrator', 'missing_header', 'bad_timestamp', 'bad_signature'],
};

const keysOf = (body: unknown) => Object.keys((body as z.ZodObject).shape);
const FIELDS = [
  ...new Set([
    ...requestFields,
    ...keysOf(IntakeBody),
    ...keysOf(changeSettings.body),
    ...keysOf(changeStaff.body),
    ...keysOf(saveProfile.body),
    'iin',
  ]),
];
const OBJECTS = ['request', 'person', 'secret', 'link', 'job', 'audit_event', 'export', 'subject'];

/** An id or key of the program, such as `fault.bidi`, `firstName` or `letter_refused`. */
const RAW = /[a-z]+_[a-z]+|[a-z]{2,}[A-Z]|\b[a-z]+\.[a-z]+/;

/** An address, a server or a site that a sentence gives as an example. */
const EXAMPLE = /\S*\bexample\b\S*|\S+@\S+/g;

describe.each(LOCALES)('in %s', (locale) => {
  const words = translator(locale);
  const unknown = words.t('audit.data_unknown');

  test('every code of a closed set has a label', () => {
    const ids = Object.entries(LABELLED).flatMap(([prefix, codes]) => codes.map((code) => prefix + code));
    expect(ids.length).toBeGreaterThan(200);
    const said = (id: string) => words.label(id).replaceAll(EXAMPLE, '');
    expect(ids.filter((id) => !words.has(id) || RAW.test(said(id)))).toEqual([]);
  });

  test('every event reads in words as a row of the log', () => {
    const named = auditEvents.map((event) => eventRowName(rowOf({ event }), words));
    expect(named.filter((name) => RAW.test(name) || name.includes(unknown))).toEqual([]);
  });

  test('every field of an event has a name, in the log and in the trail', () => {
    const said = FIELDS.map((field) => [
      field,
      fieldWords(field, words),
      trailFields({ fields: [field] }, words),
    ]);
    expect(said.filter(([, log = '', trail]) => log === unknown || RAW.test(log) || trail !== log)).toEqual(
      [],
    );
  });

  test('every object of an event has a name, a job its own', () => {
    const objects = [
      ...OBJECTS.filter((type) => type !== 'job').map((type) => ({ type, id: '' })),
      ...[...JOBS.map(({ name }) => name), 'backup', 'maintenance'].map((id) => ({ type: 'job', id })),
    ];
    const unnamed = objects.filter((each) => objectName({ ...each, label: null }, words) === unknown);
    expect(unnamed).toEqual([]);
  });

  test('every key of an event’s data has a name', () => {
    const data = { ...Object.fromEntries(Object.keys(EVENT_DATA).map((key) => [key, 1])) };
    for (const key of ['from', 'before', 'endedOn']) delete data[key];
    const told = detailsOf(data);
    expect(told).toHaveLength(Object.keys(data).filter((key) => kindOfKey(key) !== 'json').length);
    expect(told.filter(({ name }) => RAW.test(name))).toEqual([]);
  });

  test('every code in an event’s data has a word', () => {
    const said = Object.entries(CODED).flatMap(([key, codes]) =>
      codes.flatMap((code) => {
        const { details, changes } = bodyDetails(
          JSON.stringify({ data: { [key]: code } }),
          words,
          () => null,
        );
        expect(changes).toEqual([]);
        return details.map(({ value }) => ({ key, code, value }));
      }),
    );
    expect(said.length).toBe(Object.values(CODED).flat().length);
    expect(
      said.filter(
        ({ code, value }) =>
          (value === code && locale !== 'en') ||
          value === unknown ||
          RAW.test(value.replace('PostgreSQL', '')),
      ),
    ).toEqual([]);
  });

  test('a code, a key and a field of another version are not shown raw', () => {
    expect(detailsOf({ key_to_come: 1, outcome: 'outcome_to_come', source: 'x' })).toEqual([
      { name: words.t('plain.outcome'), value: unknown },
    ]);
    expect(fieldWords('fieldToCome', words)).toBe(unknown);
    expect(objectName({ type: 'job', id: 'job_to_come', label: null }, words)).toBe(unknown);
  });

  function detailsOf(data: object) {
    return bodyDetails(JSON.stringify({ data }), words, () => null).details;
  }
});

function rowOf({ event }: Pick<AuditRow, 'event'>): AuditRow {
  return {
    id: '',
    seq: 1,
    at: '2026-11-20T09:00:00Z',
    actor: { kind: 'system', id: null, name: null, roles: [] },
    event,
    code: event ? AUDIT_EVENTS[event].code : '',
    severity: 'info',
    outcome: 'success',
    object: null,
    fields: [],
    purpose: null,
    count: null,
  };
}
