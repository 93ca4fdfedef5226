/**
 * Every endpoint × six callers × both tracks: the status is what ACTIONS says, and no planted value stands anywhere in
 * the bytes of an answer to somebody who may not see its class.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { ENDPOINTS, type EndpointId } from '#contract/index.ts';
import { ACTIONS } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import { roles } from '#domain/access/roles.ts';
import { viewOf } from '#domain/access/view.ts';
import type { RequestType } from '#domain/request/types.ts';
import { type TestDatabase, withDatabase } from '#tests/db/harness.ts';
import { type Answer, type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { callSample, jsonEndpointIds } from './allowed-callers.ts';
import type { Planted } from './canaries.ts';
import { newStage, type Stage } from './scene.ts';

let database: TestDatabase;
let stage: Stage;
let app: TestApp;

beforeAll(async () => {
  database = await withDatabase('pglite');
  app = await testApp(database.db);
  stage = await newStage(app);
}, 120_000);
afterAll(() => database.close());

const CALLERS = [...roles, 'nobody'] as const;
const TARGETS: readonly RequestType[] = ['contact', 'deletion'];
/** Refusals after permission was given: the request's state or the settings do not allow it now. */
const AFTER_PERMISSION = [400, 409, 412, 422, 428];

/** What ACTIONS says about this caller and, where the endpoint is about one request, this request. */
function expected(endpoint: Endpoint, caller: TestPerson | null, facts: RequestFacts): 'allowed' | 401 | 403 {
  const { who } = ACTIONS[endpoint.action];
  if (who === 'anyone') return endpoint.touchesSession && !caller ? 401 : 'allowed';
  if (!caller) return 401;
  const aboutRequest = endpoint.path.startsWith('/api/requests/{id}');
  return can(caller, endpoint.action, aboutRequest ? facts : undefined).ok ? 'allowed' : 403;
}

/** Endpoints whose answer to a valid call by somebody allowed is a refusal of its own. */
const OWN_REFUSAL: Partial<Record<EndpointId, number>> = { signIn: 401, inspectLink: 401, acceptLink: 401 };

describe.each(CALLERS)('as %s', (who) => {
  it.each(jsonEndpointIds)('%s answers as the tables say and leaks nothing', async (id) => {
    const endpoint: Endpoint = ENDPOINTS[id];
    for (const type of TARGETS) {
      const called = await callSample(stage, id, who === 'nobody' ? null : app.people[who], type);
      const {
        answer,
        facts,
        caller,
        scene: { target },
      } = called;
      const verdict = expected(endpoint, caller, facts);
      const seen = `${id} on ${type}: ${answer.status} ${answer.raw.slice(0, 300)}`;
      if (OWN_REFUSAL[id]) expect(answer.status, seen).toBe(OWN_REFUSAL[id]);
      else if (verdict === 'allowed')
        expect(
          [
            200,
            201,
            ...(endpoint.path.startsWith('/api/requests/{id}') || endpoint.precondition
              ? AFTER_PERMISSION
              : [422]),
          ],
          seen,
        ).toContain(answer.status);
      else expect(answer.status, seen).toBe(verdict);
      expect(leaks(answer, target, caller, facts), seen).toEqual([]);
    }
  });
});

/** Planted values that stand in the raw answer although the caller may see their class neither clear nor revealed. */
function leaks(
  answer: Answer,
  target: Planted,
  caller: TestPerson | null,
  facts: RequestFacts,
): readonly string[] {
  const bytes = `${[...answer.headers].join('\n')}\n${answer.raw}`;
  return target.canaries
    .filter(({ class: fieldClass }) => !caller || viewOf(caller, fieldClass, facts).level !== 'clear')
    .filter(({ value, class: fieldClass }) => {
      const revealed =
        answer.status === 200 &&
        caller &&
        answer.body?.seconds === 60 &&
        viewOf(caller, fieldClass, facts).reveal;
      return !revealed && bytes.includes(value);
    })
    .map(({ value }) => value);
}
