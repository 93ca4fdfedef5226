/**
 * The reads of ordinary days: staff sign in and read the queue, the auditor reads the log, and a few calls are refused.
 */
import { can } from '#domain/access/can.ts';
import { isWorkingDay } from '#domain/time/calendar.ts';
import { CALENDAR } from '#domain/time/calendar-kz.ts';
import { addDays, type CivilDate, ZONE } from '#domain/time/civil.ts';
import type { Fact } from '#server/audit/record/record.ts';
import { randomFrom } from '../fictional/random.ts';
import { STAFF } from '../fictional/story.ts';
import type { Told } from './enact.ts';
import type { People } from './staff.ts';

const DAYS = 90;
/** Requests on one page of the queue; the event contains their ids. */
const PAGE = 12;

type Known = { id: string; recordedAt: Temporal.Instant };

/** Returns the reads of ninety days up to `now`. `requests` must be in the order of recording. */
export function ordinaryReading(
  people: People,
  requests: readonly Known[],
  today: CivilDate,
  now: Temporal.Instant,
): readonly Told[] {
  const random = randomFrom(90_210);
  const told: Told[] = [];
  for (let back = DAYS; back >= 0; back -= 1) {
    const day = addDays(today, -back);
    if (!isWorkingDay(day, CALENDAR)) continue;
    const morning = Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: ZONE, plainTime: '08:50' })
      .toInstant();
    for (const who of STAFF) {
      const person = people[who];
      const at = (minutes: number) => morning.add({ minutes: minutes + random.whole(0, 40) });
      const signedIn: Fact = { event: 'session.signed_in', object: { type: 'person', id: person.id } };
      told.push({ at: at(0), by: who, fact: signedIn });
      for (let round = 0; round < 3; round += 1)
        for (const fact of looks(person, random.whole(0, 99)))
          told.push({ at: at(60 + round * 150), by: who, fact });
    }
  }
  const recorded = requests.map(({ recordedAt }) => recordedAt.epochMilliseconds);
  let there = 0;
  // Sorted before the listed ids are filled in, because `listed` walks the requests once, in order of time.
  return told
    .filter(({ at }) => Temporal.Instant.compare(at, now) < 0)
    .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .map((each) => (each.fact.event === 'request.listed' ? { ...each, fact: listed(each.at) } : each));

  function listed(at: Temporal.Instant): Fact {
    while (there < recorded.length && (recorded[there] ?? 0) < at.epochMilliseconds) there += 1;
    const targets = requests.slice(Math.max(0, there - PAGE), there).map(({ id }) => id);
    return { event: 'request.listed', targets, count: targets.length, data: { view: 'open' } };
  }
}

function looks(person: People[keyof People], dice: number): readonly Fact[] {
  const may = (action: Parameters<typeof can>[1]) => can(person, action).ok;
  if (may('request.list')) {
    const look: Fact[] = [{ event: 'request.counted' }, { event: 'request.listed' }];
    if (may('audit.list')) look.push({ event: 'audit.listed', count: 100, data: { filters: 'from' } });
    return dice < 96
      ? look
      : [
          ...look,
          { event: 'access.filter_refused', outcome: 'denied', data: { code: 'field_not_filterable' } },
        ];
  }
  if (dice < 40) return [{ event: 'settings.read' }];
  return dice < 60 ? [{ event: 'staff.listed', count: STAFF.length }] : [{ event: 'request.counted' }];
}
