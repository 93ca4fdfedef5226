/** Endpoints of the working calendar: what a change of a year would move, and the change itself. */
import { z } from 'zod';
import { STEP_CODES } from '#domain/request/steps.ts';
import { HOLIDAY_CODES } from '#domain/time/calendar.ts';
import { endpoint } from './endpoint.ts';
import { Settings } from './settings.ts';
import { CivilDay, PersonName, Reference, RoleName, text } from './wire.ts';

/** The first year with requests, and the last that staff may enter. */
export const CALENDAR_YEARS = { first: 2026, last: 2100 } as const;
const Year = z.int().min(CALENDAR_YEARS.first).max(CALENDAR_YEARS.last);

/** A year as staff edit it. What a day may be besides (of this year, named once) `calendarYearFaults` says. */
export const GivenYear = z.strictObject({
  year: Year,
  /** The list has been compared with the official calendar; until then deadlines in it carry a warning. */
  confirmed: z.boolean(),
  /** What the list rests on, such as the decree that moves a day off. */
  source: text(300),
  holidays: z
    .array(
      z.strictObject({
        on: CivilDay,
        code: z.enum(HOLIDAY_CODES),
        /** The holiday that this day replaces, because it fell on a day off. */
        insteadOf: CivilDay.nullable(),
      }),
    )
    .max(80),
  /** Weekend days that are working days. */
  movedWorkingDays: z.array(CivilDay).max(30),
});
export type GivenYear = z.output<typeof GivenYear>;

/** Rows of a rehearsal; the counts cover all requests. */
export const REHEARSED_ROWS = 100;

export const Rehearsal = z.strictObject({
  /** The days of the year that become free or working. */
  days: z.array(z.strictObject({ on: CivilDay, becomes: z.enum(['free', 'working']) })),
  /** Open requests of which a date moves. */
  moved: z.int(),
  /** Of these, how many must be answered earlier than before, and how many become overdue at once. */
  earlier: z.int(),
  overdue: z.int(),
  /** Counts the moved requests by assignee; those without one by the role that works on them. */
  tell: z.array(
    z.strictObject({ person: PersonName.nullable(), role: RoleName.nullable(), requests: z.int() }),
  ),
  /** The most urgent first, without personal data. */
  rows: z.array(
    z.strictObject({
      reference: Reference,
      person: PersonName.nullable(),
      role: RoleName.nullable(),
      moves: z.array(
        z.strictObject({
          what: z.enum(['act_by', 'target', ...STEP_CODES]),
          from: CivilDay,
          to: CivilDay,
        }),
      ),
    }),
  ),
});
export type Rehearsal = z.output<typeof Rehearsal>;

const base = { kind: 'json', idempotency: 'natural', touchesSession: true } as const;

/** Computes what saving the year would do, without saving it. */
export const rehearseCalendar = endpoint({
  ...base,
  id: 'rehearseCalendar',
  method: 'POST',
  path: '/api/settings/calendar/rehearsals',
  action: 'settings.rehearse_calendar',
  body: GivenYear,
  response: Rehearsal,
});
/**
 * Replaces or adds a year and computes the dates of every open request concerned again: in the same transaction where
 * they are few, else by a job whose progress the settings show. The version is that of the calendar.
 */
export const changeCalendar = endpoint({
  ...base,
  precondition: true,
  id: 'changeCalendar',
  method: 'PUT',
  path: '/api/settings/calendar',
  action: 'settings.change_calendar',
  body: GivenYear,
  response: Settings,
  errors: ['stale_version', 'precondition_required'],
});
