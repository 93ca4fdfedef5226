/** For each endpoint a caller whom the tables let through, and a request in a state that fits. */
import type { Endpoint } from '#contract/endpoint.ts';
import { ENDPOINTS, type EndpointId } from '#contract/index.ts';
import { actionRow } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import { roles } from '#domain/access/roles.ts';
import { openStatuses, type Status } from '#domain/request/status.ts';
import type { RequestType } from '#domain/request/types.ts';
import type { Answer, TestPerson } from '#tests/server/app-harness.ts';
import { SAMPLES, type Scene } from './samples.ts';
import { type Stage, sceneFor } from './scene.ts';

/** Endpoints about kinds of request for which the sample makes sense. */
const TYPE_FOR: Partial<Record<EndpointId, RequestType>> = {
  convertBackRequest: 'deletion',
  recordStep: 'deletion',
  proposeDecision: 'deletion',
  approveDecision: 'deletion',
  returnDecision: 'deletion',
  addCallNote: 'deletion',
};

/** One address a call, so that the limits on strangers do not answer instead of the rules. */
const addresses = (function* () {
  for (let n = 0; ; n += 1) yield `198.51.${Math.floor(n / 250)}.${n % 250}`;
})();

/** The status in which the action makes sense, so that permission alone decides. */
export function fittingStatus(endpoint: Endpoint): Status {
  const wanted = actionRow(endpoint.action).statuses;
  return wanted?.find((status) => status !== 'new') ?? openStatuses[1] ?? 'in_progress';
}

export type Called = { answer: Answer; facts: RequestFacts; scene: Scene; caller: TestPerson | null };

/** Calls an endpoint with its sample on a fresh request of the type, freshly signed in. */
export async function callSample(
  stage: Stage,
  id: EndpointId,
  person: TestPerson | null,
  type: RequestType,
): Promise<Called> {
  const endpoint: Endpoint = ENDPOINTS[id];
  const caller = person && { ...person, token: await stage.app.signIn(person) };
  const status = fittingStatus(endpoint);
  const assigned = endpoint.action !== 'request.correct_receipt';
  const scene = await sceneFor(stage, caller, { type, status, assigned });
  const facts: RequestFacts = {
    type,
    status,
    assigneeId: assigned && caller ? caller.id : null,
    proposerId: stage.app.people.second_officer.id,
    blocked: false,
  };
  return { answer: await send(id, scene), facts, scene, caller };
}

/** Sends the endpoint's sample as the scene's caller. */
export async function send(id: EndpointId, scene: Scene): Promise<Answer> {
  const { headers, ...input } = SAMPLES[id](scene);
  return scene.app.call(ENDPOINTS[id] as Endpoint, input as never, scene.caller, {
    address: addresses.next().value,
    ...(headers ? { headers } : {}),
  });
}

/** Somebody who may: the first role that the tables let through, nobody where no sign-in is asked. */
export function somebodyAllowed(
  { app }: Stage,
  id: EndpointId,
): { person: TestPerson | null; type: RequestType } {
  const endpoint: Endpoint = ENDPOINTS[id];
  const type = TYPE_FOR[id] ?? 'contact';
  const facts = (person: TestPerson): RequestFacts => ({
    type,
    status: fittingStatus(endpoint),
    assigneeId: person.id,
    proposerId: app.people.second_officer.id,
    blocked: false,
  });
  if (actionRow(endpoint.action).who === 'anyone' && !endpoint.touchesSession) return { person: null, type };
  const role = roles.find(
    (name) =>
      can(
        app.people[name],
        endpoint.action,
        endpoint.path.startsWith('/api/requests/{id}')
          ? {
              ...facts(app.people[name]),
              ...(endpoint.action === 'request.correct_receipt' ? { assigneeId: null } : {}),
            }
          : undefined,
      ).ok,
  );
  if (!role) throw new Error(`nobody may ${endpoint.action}`);
  return { person: app.people[role], type };
}

export const jsonEndpointIds = (Object.keys(ENDPOINTS) as EndpointId[]).filter(
  (id) => !('mode' in ENDPOINTS[id]) && ENDPOINTS[id].kind === 'json',
);
