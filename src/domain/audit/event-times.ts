/**
 * Bounds the time of each event: not later than the first signed checkpoint that covers it, not more than a day earlier
 * than the newest event under the checkpoint before it. Without this a forged event could claim a time at which its act
 * would be lawful. The time of the checkpoint before is no lower bound, because an event may wait for days to be sealed,
 * and a backlog is sealed in several steps with a checkpoint each; but events are sealed in the order of their
 * transactions, so none is written before one that precedes it.
 */
import { macOfBody } from './event-mac.ts';
import { AUDIT_EVENTS } from './events.ts';

/** Clocks of several machines may differ by this much. */
const SKEW = { minutes: 5 } as const;
/** An event is dated when its call or job began, which may be this long before it is written. */
const LONGEST_WORK = { hours: 24 } as const;

/** The latest time that an event may have by a clock, to compare with as a text. @throws RangeError */
function latestBy(clock: string): string {
  return Temporal.Instant.from(clock).add(SKEW).toString({ smallestUnit: 'millisecond' });
}

/** Whether a time is later than another clock allows. True for a text that is no time of an event. */
export function isAhead(at: string, clock: string): boolean {
  return at.length !== FORM.length || at > latestBy(clock);
}

const FORM = '0000-00-00T00:00:00.000Z';

/** The earliest time of an event that follows one of this time; null for a text that is no instant. */
function earliestAfter(at: string): string | null {
  try {
    return Temporal.Instant.from(at).subtract(LONGEST_WORK).toString({ smallestUnit: 'millisecond' });
  } catch {
    return null;
  }
}

export type TimeCheck = {
  /** Takes an event that the server wrote. */
  event(ix: number, body: string): void;
  /** Takes the time of a checkpoint that fits. */
  signed(at: string | null): void;
  /** The earliest time that the next event may have; null while no checkpoint covers an event. */
  earliest(): string | null;
  /** Returns the leaves whose time the checkpoints do not allow: of too late ones the latest under each checkpoint. */
  end(): readonly number[];
};

/** A time out of bounds, and up to when the clock must have been ahead to explain it. */
type Doubt = { ix: number; until: string };
/** The first ones locate the change. */
const MOST_DOUBTS = 20;

export function timeCheck(): TimeCheck {
  /** The latest time under a checkpoint, and what follows from it. */
  let newest = '';
  let earliest: string | null = null;
  /** The event of the latest time since the last checkpoint. */
  let latest: { ix: number; at: string } | null = null;
  let doubts: Doubt[] = [];
  const doubt = (one: Doubt) => {
    if (doubts.length < MOST_DOUBTS) doubts.push(one);
  };
  return {
    event: (ix, body) => {
      const at = timeOfBody(body);
      if (at === null) return;
      const ahead = acceptedIn(body);
      if (ahead !== null) {
        // The operator confirmed that the clock is right: events before may be as late as that, and time begins anew.
        const excused = latestBy(ahead);
        doubts = doubts.filter(({ until }) => until > excused);
        if (latest !== null && latest.at <= excused) latest = null;
        newest = '';
        earliest = null;
      }
      if (latest === null || at > latest.at) latest = { ix, at };
      // Times in the form of the log compare as texts; any other form is no time of an event. The release before, which
      // wrote no MACs, did not stop sealing when its clock had been ahead, so the times of its events may go back.
      if (earliest !== null && at < earliest && macOfBody(body) !== null) doubt({ ix, until: newest });
    },
    signed: (at) => {
      if (at === null || latest === null) return;
      // A time that is too late says nothing of the events that follow.
      if (isAhead(latest.at, at)) doubt({ ix: latest.ix, until: latest.at });
      else if (latest.at > newest) {
        newest = latest.at;
        earliest = earliestAfter(newest) ?? earliest;
      }
      latest = null;
    },
    earliest: () => earliest,
    end: () => doubts.map(({ ix }) => ix),
  };
}

const ACCEPTED = AUDIT_EVENTS['log.clock_accepted'].code;

/** Returns up to when the clock had been ahead, if the body is the operator's confirmation; null for any other. */
function acceptedIn(body: string): string | null {
  if (!body.includes(`"code":"${ACCEPTED}"`)) return null;
  try {
    const { code, data } = JSON.parse(body) as { code?: unknown; data?: { ahead?: unknown } };
    const { ahead } = data ?? {};
    return code === ACCEPTED && typeof ahead === 'string' && Temporal.Instant.from(ahead) ? ahead : null;
  } catch {
    return null;
  }
}

const WRITTEN = /^\{"v":\d+,"id":"[\da-f-]{36}","at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)",/;

/** Returns the time in a body; null for a text without one. */
export function timeOfBody(body: string): string | null {
  // The order of the keys is part of the format, so most bodies need no parsing.
  const written = WRITTEN.exec(body)?.[1];
  if (written !== undefined) return written;
  try {
    const { at } = (JSON.parse(body) as { at?: unknown } | null) ?? {};
    return typeof at === 'string' ? at : null;
  } catch {
    return null;
  }
}
