/**
 * Every endpoint × six callers × both tracks: a caller allowed by ACTIONS gets the declared answer and any other a
 * refusal, and no planted value appears in the bytes of an answer to a caller who may not see its class.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import type { FieldFault } from '#contract/errors.ts';
import { ENDPOINTS } from '#contract/index.ts';
import { ACTIONS } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import { roles } from '#domain/access/roles.ts';
import { viewOf } from '#domain/access/view.ts';
import { hubOf } from '#server/live/hub.ts';
import { loadRequest } from '#server/requests/facts.ts';
import { type TestDatabase, withDatabase } from '#tests/db/harness.ts';
import { type Answer, type TestApp, testApp } from '#tests/server/app-harness.ts';
import { notForTrack } from './not-for-track.ts';
import { endpointIds, isAboutRequest, type Ready, readyCall, send, TARGETS } from './ready-call.ts';
import { newStage, type Stage } from './scene.ts';

let database: TestDatabase;
let stage: Stage;
let app: TestApp;

beforeAll(async () => {
  database = await withDatabase('pglite');
  app = await testApp(database.db);
  stage = await newStage(app);
}, 120_000);
afterAll(async () => {
  await hubOf(app.deps).close();
  await database.close();
});

const CALLERS = [...roles, 'nobody'] as const;

describe.each(CALLERS)('as %s', (who) => {
  it.each(endpointIds)('%s answers as the rules say and leaks no planted value', async (id) => {
    for (const type of TARGETS) {
      const ready = await readyCall(stage, id, who === 'nobody' ? null : app.people[who], type);
      const answer = await send(ready);
      const wanted = expected(ready);
      const seen = `${id} on ${type}: ${answer.status} ${answer.raw.slice(0, 300)} ${wanted.because ?? ''}`;
      expect(answer.status, seen).toBe(wanted.status);
      if (wanted.fault) expect(answer.body.errors, seen).toEqual([wanted.fault]);
      expect(await leaks(answer, ready), seen).toEqual([]);
    }
  });
});

type Expected = { status: number; fault?: FieldFault; because?: string };

/** The answer that ACTIONS requires for this caller and, where the endpoint is about one request, this request. */
function expected({ id, scene: { caller, target }, facts }: Ready): Expected {
  const endpoint: Endpoint = ENDPOINTS[id];
  // The stage is a production server, where endpoints of the demo do not exist.
  if (endpoint.mode === 'demo') return { status: 404 };
  const { who } = ACTIONS[endpoint.action];
  if (!caller && (who !== 'anyone' || endpoint.touchesSession)) return { status: 401 };
  if (caller && !can(caller, endpoint.action, isAboutRequest(endpoint) ? facts : undefined).ok)
    return { status: 403 };
  return notForTrack(id, target.type) ?? { status: endpoint.status ?? 200 };
}

/** The planted values in the raw answer whose class the caller may not see, neither in clear nor revealed. */
async function leaks(answer: Answer, { scene: { target, caller } }: Ready): Promise<readonly string[]> {
  const bytes = `${[...answer.headers].join('\n')}\n${answer.raw}`;
  // Loaded again, because the answer to a change shows what the caller may see after it, perhaps on another track.
  const facts = await factsNow(target.id);
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

async function factsNow(id: string): Promise<RequestFacts> {
  const found = await database.db.transaction((tx) => loadRequest(tx, id), { readOnly: true });
  if (!found) throw new Error('the planted request is gone');
  return found.facts;
}
