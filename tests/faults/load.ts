/**
 * A load of people and sites at the same time: requests arrive by delivery or by hand, are taken, get notes and drafts,
 * and are converted, or answered and closed. Records what was acknowledged, so that a test can look for it later.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AUDIT_EVENTS, type AuditEvent } from '#domain/audit/events.ts';
import { type Answer, call, type DeskAccess, deliver } from './client.ts';

export type Acknowledged = {
  event: AuditEvent;
  code: string;
  /** The answer's x-request-id, which the audit event must contain. */
  requestId: string;
  /** The request concerned; null until the answer to an arrival has been read. */
  object: string | null;
};
/** A call that was not acknowledged; `status` is null when no answer arrived. */
export type Failure = { step: AuditEvent; status: number | null; sentAt: number; failedAt: number };

export type Load = {
  acknowledged: Acknowledged[];
  failures: Failure[];
  /** The current time in ms, on the clock of `sentAt` and `failedAt`. */
  clock(): number;
  /** Number of calls in flight. */
  inFlight(): number;
  /** Sends no new call until the returned function is called. */
  hold(): () => void;
  /** Stops the load; resolves when every call in flight has ended. */
  stop(): Promise<void>;
};

export type LoadOptions = {
  /** Base URLs of the processes; each line of work uses one of them. */
  bases: readonly string[];
  desk: DeskAccess;
  /** Number of concurrent lines of work. */
  lines: number;
  /** Calls per second over all lines; by default each line sends its next call as soon as it has an answer. */
  perSecond?: number;
};

const clock = () => performance.now();

/** Starts the load immediately. */
export function startLoad({ bases, desk, lines, perSecond }: LoadOptions): Load {
  const acknowledged: Acknowledged[] = [];
  const failures: Failure[] = [];
  let stopped = false;
  let underWay = 0;
  let gate: Promise<void> | null = null;

  const line = async (base: string, number: number) => {
    for (let life = 0; !stopped; life += 1) {
      try {
        await liveOnce(base, desk, number * 7 + life, step);
      } catch (error) {
        if (!(error instanceof Ended)) throw error;
        await sleep(25); // a pause, so that a dead process is not called in a tight loop
      }
    }
  };

  const step: Step = async (event, object, ask) => {
    if (gate) await gate;
    if (stopped) throw new Ended();
    if (perSecond) await sleep((lines / perSecond) * 1000 * (0.5 + Math.random()));
    const sentAt = clock();
    const heard: { status: number | null; kept?: Acknowledged } = { status: null };
    underWay += 1;
    try {
      const answer = await ask((status, headers) => {
        heard.status = status;
        if (status >= 300) return;
        // The success status acknowledges the change, even if the rest of the answer is lost.
        const { code } = AUDIT_EVENTS[event];
        heard.kept = {
          event,
          code,
          requestId: headers.get('x-request-id') ?? '',
          object,
        };
        acknowledged.push(heard.kept);
      });
      if (heard.kept) {
        heard.kept.object ??= answer.body.id;
        return answer;
      }
    } catch {
      // no answer, or only part of one
    } finally {
      underWay -= 1;
    }
    if (!heard.kept) failures.push({ step: event, status: heard.status, sentAt, failedAt: clock() });
    throw new Ended();
  };

  const ends = Array.from({ length: lines }, (_, n) => line(bases[n % bases.length] ?? '', n));
  return {
    acknowledged,
    failures,
    clock,
    inFlight: () => underWay,
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return () => {
        gate = null;
        resolve();
      };
    },
    stop: async () => {
      stopped = true;
      await Promise.all(ends);
    },
  };
}

class Ended extends Error {}

type OnStatus = (status: number, headers: Headers) => void;
type Step = (
  event: AuditEvent,
  object: string | null,
  ask: (onStatus: OnStatus) => Promise<Answer>,
) => Promise<Answer>;

/** One request from its arrival to its end; `turn` selects how it arrives and ends. */
async function liveOnce(base: string, desk: DeskAccess, turn: number, step: Step): Promise<void> {
  const { support, officer, secrets } = desk;
  const arrived = turn % 3 === 0 ? await registered(base, desk, step) : await delivered();
  const { id } = arrived.body;
  const on = (event: AuditEvent, path: string, as: string, body: object, version: number) =>
    step(event, id, (heard) => call(base, `/api/requests/${id}/${path}`, { body, as, version }, heard));

  const taken = await on('request.taken', 'take', support, {}, 1);
  await step('request.noted', id, (heard) =>
    call(base, `/api/requests/${id}/notes`, { body: NOTE, as: support, headers: newKey() }, heard),
  );
  await step('request.draft_saved', id, (heard) =>
    call(
      base,
      `/api/requests/${id}/drafts/note`,
      { method: 'PUT', body: { text: 'Тексеру керек' }, as: support, version: 0 },
      heard,
    ),
  );
  const { version } = taken.body;
  if (turn % 2 === 0) {
    const converted = await on('request.converted', 'convert', support, { type: 'deletion' }, version);
    await on('request.taken', 'take', officer, {}, converted.body.version);
    return;
  }
  const at = new Date().toISOString();
  const outside = { channel: 'phone', at, text: 'Телефон арқылы жауап берілді' };
  const answered = await on('request.answered_outside', 'outside-answers', support, outside, version);
  await on('request.closed', 'close', support, { outcome: 'answered' }, answered.body.version);

  function delivered() {
    const secret = secrets[turn % secrets.length] ?? '';
    return step('intake.received', null, (heard) => deliver(base, secret, MESSAGE, undefined, heard));
  }
}

function registered(base: string, { support }: DeskAccess, step: Step): Promise<Answer> {
  const receivedAt = new Date(Date.now() - 1_000).toISOString();
  const body = { ...MESSAGE, applicant: APPLICANT, type: 'contact', channel: 'phone', receivedAt };
  return step('request.registered', null, (heard) =>
    call(base, '/api/requests', { body, as: support, headers: newKey() }, heard),
  );
}

const APPLICANT = { surname: 'Тестілова', email: 'nurgul.t@example.kz' };
const MESSAGE = { message: 'Деректерім туралы сұрағым бар еді. Нөмірім +7 701 555 01 42.' };
const NOTE = { text: 'Қоңырау шалып, нақтылау керек' };
const newKey = () => ({ 'idempotency-key': randomUUID() });
