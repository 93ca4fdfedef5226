/** Routes of the working calendar: rehearse a year, save it, confirm it. */
import { changeCalendar, type GivenYear, rehearseCalendar } from '#contract/calendar.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { confirmCalendar } from '#contract/settings.ts';
import { Refusal } from '#server/http/refusal.ts';
import { type Context, type Route, route } from '#server/http/serve.ts';
import { announceCalendar } from '#server/settings/live-calendar.ts';
import { loadSettings } from '#server/settings/stored.ts';
import {
  loadCalendar,
  saveCalendar,
  type VersionedCalendar,
  workingCalendar,
} from '#server/settings/stored-calendar.ts';
import { requestsOnOtherRules, settingsView } from '#server/settings/view.ts';
import { editedBy, storedAfter } from './given-year.ts';
import { CALENDAR_JOB } from './job.ts';
import { type Batch, recomputeBatch } from './recompute.ts';
import { rehearse } from './rehearse.ts';

/** Up to so many open requests are computed again in the transaction of the change; above it a job does it. */
const AT_ONCE = 200;

export const calendarRoutes: readonly Route[] = [
  route(rehearseCalendar, async ({ tx, input, today }) => {
    const held = await loadCalendar(tx);
    const rehearsal = await rehearse(tx, editedBy(input.body, workingCalendar(held.stored)), today);
    return {
      body: rehearsal,
      facts: [
        {
          event: 'settings.calendar_rehearsed',
          count: rehearsal.moved,
          data: { year: input.body.year, days: rehearsal.days.length },
        },
      ],
    };
  }),

  route(changeCalendar, async (context) => {
    const { tx, now, input } = context;
    const held = await loadCalendar(tx, { now });
    if (held.version !== context.version)
      return {
        refusal: new Refusal('stale_version', { current: await viewed(context) }),
        facts: [{ event: 'settings.read' }],
      };
    const { days, left, facts } = await saved(context, held, input.body);
    return {
      body: await viewed(context),
      facts: [
        {
          event: 'settings.calendar_changed',
          count: facts.length,
          data: {
            year: input.body.year,
            confirmed: input.body.confirmed,
            days: days.map(({ date, becomes }) => `${becomes === 'free' ? '+' : '-'}${date}`).join(' '),
            left,
          },
        },
        ...facts,
      ],
    };
  }),

  route(confirmCalendar, async (context) => {
    const { tx, now, input } = context;
    const held = await loadCalendar(tx, { now });
    const calendar = workingCalendar(held.stored);
    const { year } = input.body;
    if (!calendar.years.some((known) => known.year === year)) throw new Refusal('not_possible');
    const { at, by } = confirmation(context);
    const confirmed = { ...held.stored.confirmed, [String(year)]: { at, by } };
    await saveCalendar(tx, { ...held, stored: { ...held.stored, confirmed } }, { id: by, now });
    await announceCalendar(tx);
    return {
      body: await viewed(context),
      facts: [{ event: 'settings.calendar_confirmed', data: { year } }],
    };
  }),
];

/** Saves the year and computes the dates that it moves: now where they are few, else in the job, which starts at once. */
async function saved(context: Context<Endpoint>, held: VersionedCalendar, given: GivenYear) {
  const { tx, now, actor } = context;
  const { days } = editedBy(given, workingCalendar(held.stored));
  const stored = storedAfter(held.stored, given, days, confirmation(context));
  await saveCalendar(tx, { ...held, stored }, { id: actor.id, now });
  await announceCalendar(tx);
  const calendar = workingCalendar(stored);
  const waiting = await requestsOnOtherRules(tx, calendar, AT_ONCE + 1);
  const { done, facts }: Batch =
    waiting > AT_ONCE ? { done: 0, facts: [] } : await recomputeBatch(tx, calendar, now, AT_ONCE);
  if (waiting > 0)
    await tx.updateTable('job').set({ next_at: now.toString() }).where('name', '=', CALENDAR_JOB).execute();
  return { days, left: waiting - done, facts };
}

function confirmation({ actor, now }: Context<Endpoint>): { at: string; by: string } {
  return { at: now.toString(), by: actor.id };
}

async function viewed(context: Context<Endpoint>) {
  return settingsView(context, await loadSettings(context.tx));
}
