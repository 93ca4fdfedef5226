/** Prepares a call of an endpoint: a scene that fits it, its sample, and a given caller or one whom the rules allow. */
import type { Endpoint } from '#contract/endpoint.ts';
import { ENDPOINTS, type EndpointId } from '#contract/index.ts';
import { actionRow } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import { roles } from '#domain/access/roles.ts';
import { needsDecision } from '#domain/request/lifecycle.ts';
import { openStatuses, type Status } from '#domain/request/status.ts';
import type { RequestType } from '#domain/request/types.ts';
import type { Answer, TestPerson } from '#tests/server/app-harness.ts';
import { notForTrack } from './not-for-track.ts';
import { type Sample, sampleOf } from './samples.ts';
import { type Scene, type Stage, sceneFor } from './scene.ts';

/** One request type for each track. */
export const TARGETS: readonly RequestType[] = ['contact', 'deletion'];

export const endpointIds = Object.keys(ENDPOINTS) as EndpointId[];
/** Endpoints that a production server answers at once: without event streams, which stay open, and the demo's own. */
export const answeredIds = endpointIds.filter((id) => {
  const { mode, kind }: Endpoint = ENDPOINTS[id];
  return mode !== 'demo' && kind !== 'events';
});

/** A prepared call. Send it once, because most samples change the state they need. */
export type Ready = { id: EndpointId; scene: Scene; sample: Sample; facts: RequestFacts };

/** The endpoint's sample on a new request of the type, by the person in a new session. */
export async function readyCall(
  stage: Stage,
  id: EndpointId,
  person: TestPerson | null,
  type: RequestType,
): Promise<Ready> {
  // A session of its own, because some endpoints end it.
  const caller = person && { ...person, token: await stage.app.signIn(person) };
  const scene = await sceneFor(stage, caller, {
    type,
    status: fittingStatus(ENDPOINTS[id]),
    assigned: isAssigned(ENDPOINTS[id]),
  });
  return { id, scene, sample: await sampleOf(id, scene), facts: factsFor(stage, id, caller, type) };
}

/** The same by the first role and on the first request type for which the rules allow it. */
export async function allowedCall(stage: Stage, id: EndpointId): Promise<Ready> {
  const endpoint: Endpoint = ENDPOINTS[id];
  // Only types that two officers decide can be awaiting approval.
  const decided = fittingStatus(endpoint) === 'awaiting_approval';
  for (const type of TARGETS) {
    if (notForTrack(id, type) || (decided && !needsDecision(type))) continue;
    if (actionRow(endpoint.action).who === 'anyone' && !endpoint.touchesSession)
      return readyCall(stage, id, null, type);
    for (const role of roles) {
      const person = stage.app.people[role];
      const facts = isAboutRequest(endpoint) ? factsFor(stage, id, person, type) : undefined;
      if (can(person, endpoint.action, facts).ok) return readyCall(stage, id, person, type);
    }
  }
  throw new Error(`nobody may ${endpoint.action}`);
}

/** One client address for each call, so that rate limits do not answer instead of the rules. */
const addresses = (function* () {
  for (let n = 0; ; n += 1) yield `198.51.${Math.floor(n / 250)}.${n % 250}`;
})();
export const nextAddress = (): string => addresses.next().value;

/** Sends the call as the scene's caller. */
export async function send({ id, scene, sample: { headers, ...input } }: Ready): Promise<Answer> {
  return scene.app.call(ENDPOINTS[id] as Endpoint, input as never, scene.caller, {
    address: nextAddress(),
    ...(headers ? { headers } : {}),
  });
}

export function isAboutRequest({ path }: Endpoint): boolean {
  return path.startsWith('/api/requests/{id}');
}

/** A status in which the action is possible, so that only permissions decide the answer. */
function fittingStatus(endpoint: Endpoint): Status {
  const wanted = actionRow(endpoint.action).statuses;
  return wanted?.find((status) => status !== 'new') ?? openStatuses[1] ?? 'in_progress';
}

/** The request is assigned to the caller, except for the one action that support has only on an unassigned request. */
function isAssigned({ action }: Endpoint): boolean {
  return action !== 'request.correct_receipt';
}

function factsFor(
  { app }: Stage,
  id: EndpointId,
  caller: TestPerson | null,
  type: RequestType,
): RequestFacts {
  return {
    type,
    status: fittingStatus(ENDPOINTS[id]),
    assigneeId: isAssigned(ENDPOINTS[id]) && caller ? caller.id : null,
    proposerId: app.people.second_officer.id,
    approved: false,
    blocked: false,
  };
}
