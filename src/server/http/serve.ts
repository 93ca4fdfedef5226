/**
 * Runs one endpoint in one transaction: authenticate, authorise, parse the input, call the handler, write the audit
 * events, parse the answer strictly. Nothing is sent before COMMIT, and a call whose events cannot be written fails
 * with 503; both are ensured here, so that no handler can forget them.
 */
import type { Endpoint, InputOf, ResponseOf } from '#contract/endpoint.ts';
import type { Action } from '#domain/access/actions.ts';
import { actionRow } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { Actor, Budgets, RequestFacts } from '#domain/access/conditions.ts';
import { UNRECORDED } from '#domain/audit/events.ts';
import type { Track } from '#domain/request/types.ts';
import { type CivilDate, civilDateAt } from '#domain/time/civil.ts';
import { type Circumstances, type Fact, record } from '#server/audit/record/record.ts';
import { awaitedProof, PROOF_HEADER } from '#server/audit/seal/awaited-proof.ts';
import type { Caller, Deps, Ports, Tx } from '#server/deps.ts';
import { whoCalls } from '#server/http/who.ts';
import { answer, type FileAnswer, fileAnswer } from './answer.ts';
import type { BodyPace } from './body.ts';
import { once } from './idempotency.ts';
import { type GivenInput, parseInput, readInput } from './parse-input.ts';
import { problemOf } from './problem.ts';
import { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';
import { refuseWithoutRoom } from './room.ts';
import { strictly } from './strict-answer.ts';

export type Context<E extends Endpoint> = {
  input: InputOf<E>;
  caller: Caller;
  actor: Actor;
  tx: Tx;
  now: Temporal.Instant;
  today: CivilDate;
  ports: Ports;
  /** The version named by If-Match; 0 for endpoints without a precondition. */
  version: number;
  request: { id: string; headers: Headers; bytes: Uint8Array; address: string; token: string | null };
  /** Throws 403 with the reason when `can` forbids the action on the request. */
  mayOrRefuse(action: Action, about: { id: string; facts: RequestFacts }, budgets?: Budgets): void;
};

/** A refusal whose transaction commits, so that its counters and events are kept (failed sign-ins, bad signatures). */
export type Refused = {
  refusal: Refusal;
  facts: readonly Fact[];
  caller?: Caller;
  headers?: (headers: Headers) => void;
};

export type DraftChanges = readonly { person: string; request: string; kind: string; version: number }[];

export type Result<E extends Endpoint> = {
  body: ResponseOf<E>;
  /** Audit events in order, the endpoint's own event first. Empty only for events of UNRECORDED. */
  facts: readonly Fact[];
  /** Ids of changed requests for the event streams; `left` is the former track of a request that changed tracks. */
  live?: readonly { id: string; change: 'new' | 'changed'; left?: Track }[];
  /** Drafts that got another version, for the event streams of their author alone. */
  drafts?: DraftChanges;
  /** The created resource, for endpoints with idempotency `ref`. */
  resourceId?: string;
  /** Overrides the caller in the audit log, for a person who has just signed in. */
  caller?: Caller;
  status?: number;
  /** The file that an endpoint of kind `file` answers with; opened after COMMIT. */
  file?: FileAnswer;
  /** Edits the answer's headers after COMMIT, for example to set the session cookie. */
  headers?: (headers: Headers) => void;
};

export type Outcome<E extends Endpoint> = Result<E> | Refused;
export type Handler<E extends Endpoint> = (context: Context<E>) => Promise<Outcome<E>>;

/** What `prepare` may use before the transaction begins. */
export type Early<E extends Endpoint> = {
  input: InputOf<E>;
  deps: Deps;
  now: Temporal.Instant;
  address: string;
  token: string | null;
  /** The cookie of known devices. */
  device: string | null;
};

export type Route = {
  endpoint: Endpoint;
  respond: (request: Request, params: Record<string, string>, deps: Deps) => Promise<Response>;
};

/** What a program sent, before it is parsed. */
export type Sent = { headers: Headers; bytes: Uint8Array; address: string };

/** How an endpoint takes the calls of programs, which have no session. */
export type ForPrograms = {
  /** The slowest body waited for. */
  pace: BodyPace;
  /** Runs `work`, the transaction of the call, when its turn comes. @throws Refusal when too many calls wait already */
  admit: <T>(sent: Sent, env: { deps: Deps; now: Temporal.Instant }, work: () => Promise<T>) => Promise<T>;
  /** Authenticates the caller by the bytes it sent. */
  authenticate: (
    sent: Sent,
    env: { tx: Tx; ports: Ports; now: Temporal.Instant },
  ) => Promise<Caller | Refused>;
};

/** Binds a handler to its endpoint. `replay` renders again the resource that an Idempotency-Key created. */
export function route<E extends Endpoint>(
  endpoint: E,
  handler: Handler<E>,
  replay?: Replay<E>,
  programs?: ForPrograms,
): Route {
  return bind(endpoint, async () => handler, replay, programs);
}

/**
 * For work too slow for a transaction, such as hashing a password: `prepare` runs before it begins and may only read.
 */
export function preparedRoute<E extends Endpoint, P>(
  endpoint: E,
  prepare: (early: Early<E>) => Promise<P>,
  handler: (context: Context<E>, prepared: P) => Promise<Outcome<E>>,
): Route {
  return bind(endpoint, async (request, given, deps, now) => {
    const { input } = parseInput(endpoint, given);
    const { carrier } = deps;
    const around = {
      address: deps.addressOf(request),
      token: carrier.tokenOf(request),
      device: carrier.deviceOf(request.headers),
    };
    const prepared = await prepare({ input, deps, now, ...around });
    return (context) => handler(context, prepared);
  });
}

type Replay<E extends Endpoint> = (context: Context<E>, resourceId: string) => Promise<Outcome<E>>;
type Ready<E extends Endpoint> = (
  request: Request,
  given: GivenInput,
  deps: Deps,
  now: Temporal.Instant,
) => Promise<Handler<E>>;

function bind<E extends Endpoint>(
  endpoint: E,
  ready: Ready<E>,
  replay?: Replay<E>,
  programs?: ForPrograms,
): Route {
  const strict = strictly(endpoint.response) as (body: unknown) => ResponseOf<E>;
  return {
    endpoint,
    respond: async (request, params, deps) => {
      const now = deps.now();
      const around: Circumstances = {
        caller: { kind: 'nobody' },
        requestId: deps.newId(),
        method: endpoint.method,
        route: endpoint.path,
        at: now,
        newId: deps.newId,
        vault: deps.vault,
      };
      try {
        refuseAboveRate(request, deps, around);
        const given = await readInput(endpoint, request, params, programs?.pace);
        const handler = await ready(request, given, deps, now);
        const sent: Sent = { headers: given.headers, bytes: given.bytes, address: deps.addressOf(request) };
        const call = { endpoint, strict, handler, replay, programs, request, given, sent, deps, now, around };
        const work = () => deps.db.transaction((tx) => inTransaction({ ...call, tx }));
        const result = await (programs ? programs.admit(sent, { deps, now }, work) : work());
        if ('refusal' in result) return refusalAnswer(result, around.requestId);
        const proof = await awaitedProof(deps, result.facts);
        if (result.file) return fileAnswer(result.file, around.requestId);
        return answer(result.body, result.status ?? endpoint.status ?? 200, around.requestId, {
          edit: (headers) => {
            result.headers?.(headers);
            if (proof !== null) headers.set(PROOF_HEADER, proof);
          },
        });
      } catch (error) {
        return await refuse(error, endpoint, deps, around);
      }
    },
  };
}

/** Before anything is read or asked of the database, so that a flood of one session costs the others little. */
export function refuseAboveRate(
  request: Request,
  { carrier, pace, vault }: Pick<Deps, 'carrier' | 'pace' | 'vault'>,
  around: Pick<Circumstances, 'at' | 'caller'>,
): void {
  const token = carrier.tokenOf(request);
  const wait = token === null ? null : pace?.wait(vault.hashToken(token), around.at);
  if (!wait) return;
  // For the event of it.
  around.caller = wait.caller;
  throw new Refusal('too_many_requests', { retryAfter: wait.seconds });
}

type Run<E extends Endpoint> = {
  endpoint: E;
  strict: (body: unknown) => ResponseOf<E>;
  handler: Handler<E>;
  replay: Replay<E> | undefined;
  programs: ForPrograms | undefined;
  request: Request;
  given: GivenInput;
  sent: Sent;
  deps: Deps;
  tx: Tx;
  now: Temporal.Instant;
  around: Circumstances;
};

async function inTransaction<E extends Endpoint>(run: Run<E>): Promise<Outcome<E>> {
  const { endpoint, request, given, deps, tx, now, around } = run;
  const token = deps.carrier.tokenOf(request);
  const { address } = run.sent;
  const caller = run.programs
    ? await run.programs.authenticate(run.sent, { tx, ports: deps, now })
    : await whoCalls(tx, deps, token, now, endpoint.touchesSession);
  if ('refusal' in caller) {
    await record(tx, caller.facts, around);
    return caller;
  }
  around.caller = caller;
  if (token !== null && caller.kind === 'person') deps.pace?.count(deps.vault.hashToken(token), caller, now);
  const actor: Actor = around.caller.kind === 'person' ? around.caller : { id: '', roles: [] };
  admit(endpoint.action, around.caller, actor);
  refuseWithoutRoom(endpoint, deps.db);
  const { input, version } = parseInput(endpoint, given);
  const context: Context<E> = {
    input,
    version,
    actor,
    tx,
    now,
    caller: around.caller,
    today: civilDateAt(now),
    ports: deps,
    request: {
      id: around.requestId,
      headers: request.headers,
      bytes: given.bytes,
      address,
      token,
    },
    mayOrRefuse: (action, about, budgets) => {
      const verdict = can(actor, action, about.facts, budgets);
      if (!verdict.ok)
        throw new Refusal('forbidden', {
          why: verdict.why,
          action,
          object: { type: 'request', id: about.id },
        });
    },
  };
  const result = await once(run, context);
  const facts = result.facts
    .filter((fact) => !UNRECORDED.includes(fact.event))
    // The first event bears the id of its call, which it then does not name again.
    .map((fact, at) => ({ id: at === 0 ? around.requestId : deps.newId(), ...fact }));
  // A programming error: an endpoint whose action is audited must leave an event.
  if (facts.length === 0 && !('refusal' in result) && !UNRECORDED.includes(actionRow(endpoint.action).event))
    throw new Error(`${endpoint.id} left no event`);
  await record(tx, facts, { ...around, caller: result.caller ?? around.caller });
  if ('refusal' in result) return result;
  const body = run.strict(result.body);
  // NOTIFY is delivered at COMMIT, so streams never announce a change that was rolled back.
  if (result.live?.length) await deps.db.notify(tx, 'requests', JSON.stringify(result.live));
  if (result.drafts?.length) await deps.db.notify(tx, 'drafts', JSON.stringify(result.drafts));
  return { ...result, facts, body };
}

function refusalAnswer({ refusal, headers }: Refused, requestId: string): Response {
  const problem = problemOf(refusal);
  return answer({ ...problem, requestId }, problem.status, requestId, {
    edit: headers,
    retryAfter: problem.retryAfter,
  });
}

/** Refuses callers whose roles can never do the action; the rules about one request are checked by the handler. */
function admit(action: Action, caller: Caller, actor: Actor): void {
  if (actionRow(action).who === 'anyone') return;
  if (caller.kind !== 'person') throw new Refusal('unauthenticated');
  const verdict = can(actor, action);
  if (!verdict.ok) throw new Refusal('forbidden', { why: verdict.why });
}
