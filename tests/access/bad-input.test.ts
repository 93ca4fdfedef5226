/** Any malformed call gets a clear refusal: never a 500, always a code, and a pointer to the field. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { ERRORS } from '#contract/errors.ts';
import { ENDPOINTS, type EndpointId } from '#contract/index.ts';
import { signWebhook, webhookKey } from '#server/intake/webhook-signature.ts';
import { type TestDatabase, withDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { allowedCall, answeredIds, nextAddress, type Ready } from './ready-call.ts';
import type { Sample } from './samples.ts';
import { newStage, type Scene, type Stage } from './scene.ts';

const RUNS = 2_000;
/** Fixed, so that a failure can be repeated. */
const SEED = 20_261_122;

let database: TestDatabase;
let app: TestApp;
let stage: Stage;
const calls = new Map<EndpointId, Ready>();

beforeAll(async () => {
  database = await withDatabase('pglite');
  app = await testApp(database.db);
  stage = await newStage(app);
  for (const id of answeredIds) calls.set(id, await allowedCall(stage, id));
}, 180_000);
afterAll(() => database.close());

/** Values that are known to break servers: NUL, lone surrogates, `__proto__`, impossible dates, very long texts. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    2 ** 53,
    Number.MAX_VALUE,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udc00x',
    '\u202eabc',
    '￿',
    '＝1+1',
    "' or 1=1 --",
    '../../etc/passwd',
    '{{7*7}}',
    '<img src=x onerror=alert(1)>',
    '%00',
    'NP-2026-999999999999',
    'NP-0000-000000',
    '2026-02-30',
    '2026-13-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '-000001-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    [],
    {},
    [[]],
    { __proto__: null, constructor: 1 },
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 200 }),
  fc.constant('ә'.repeat(30_000)),
  fc.integer(),
  fc.double(),
  fc
    .anything({ maxDepth: 3 })
    .filter((value) => typeof value !== 'bigint' && typeof value !== 'symbol' && typeof value !== 'function'),
);
/**
 * Where the value is put: a field of the body, an unknown field, the whole body, a query or path parameter, a header.
 */
const place = fc.oneof(
  fc.record({ in: fc.constant('field' as const), index: fc.nat(20) }),
  fc.record({
    in: fc.constant('extra' as const),
    name: fc.constantFrom('role', 'id', 'version', '__proto__', 'constructor', 'status', 'x'),
  }),
  fc.record({ in: fc.constant('body' as const) }),
  fc.record({
    in: fc.constant('query' as const),
    name: fc.constantFrom(
      'view',
      'type',
      'status',
      'cursor',
      'limit',
      'order',
      'assignee',
      'urgency',
      'dueFrom',
      'from',
      'to',
      'actor',
      'event',
      'object',
      'purpose',
      'email',
      'surname',
      'sort',
      'x',
    ),
  }),
  fc.record({ in: fc.constant('param' as const), index: fc.nat(3) }),
  fc.record({ in: fc.constant('version' as const) }),
  fc.record({ in: fc.constant('key' as const) }),
);

type Place = typeof place extends fc.Arbitrary<infer T> ? T : never;

describe('bad input', () => {
  it(`answers ${RUNS} malformed calls without a single 5xx`, async () => {
    const bad: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...answeredIds), place, hostile, async (id, where, value) => {
        const answer = await sendMutated(id, where, value);
        if (answer.status >= 500)
          bad.push(
            `${id} ${JSON.stringify(where)} ${JSON.stringify(value)?.slice(0, 80)} → ${answer.status}`,
          );
        if (answer.status >= 400) expect(Object.keys(ERRORS)).toContain(answer.code);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(bad).toEqual([]);
  }, 300_000);

  it.each([
    [
      'a future receipt',
      'registerRequest',
      { receivedAt: '2999-01-01T00:00:00Z' },
      400,
      '/receivedAt',
      'in_the_future',
    ],
    ['an unknown field', 'registerRequest', { admin: true }, 400, '/admin', 'unknown_field'],
    ['a wrong type', 'registerRequest', { message: 7 }, 400, '/message', 'wrong_type'],
    [
      'a message of invisible characters',
      'registerRequest',
      { message: '\0\u202a' },
      400,
      '/message',
      'required',
    ],
    ['an unknown kind', 'registerRequest', { type: 'wish' }, 400, '/type', 'unknown_value'],
    [
      'a long surname',
      'registerRequest',
      { applicant: { surname: 'ы'.repeat(101) } },
      400,
      '/applicant/surname',
      'too_long',
    ],
  ] as const)('names the field of %s', async (_name, id, patch, status, pointer, code) => {
    // A call of its own, because a malformed one above may have ended the sessions of the person.
    const { scene, sample } = await allowedCall(stage, id);
    const response = await post(
      ENDPOINTS[id],
      { ...sample, body: { ...(sample.body as object), ...patch } },
      scene,
    );
    expect(response.status).toBe(status);
    expect(response.json.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it('refuses a name of one megabyte by its size', async () => {
    const { scene, sample } = await allowedCall(stage, 'registerRequest');
    const response = await post(
      ENDPOINTS.registerRequest,
      { ...sample, body: { ...(sample.body as object), applicant: { surname: 'ә'.repeat(1_000_000) } } },
      scene,
    );
    expect(response.status).toBe(413);
  });
});

function callOf(id: EndpointId): Ready {
  const call = calls.get(id);
  if (!call) throw new Error(`no call of ${id}`);
  return call;
}

async function sendMutated(
  id: EndpointId,
  where: Place,
  value: unknown,
): Promise<{ status: number; code: string }> {
  const { scene, sample } = callOf(id);
  const headers: Record<string, string> = {};
  let search = '';
  const mutated: Sample = { ...sample };
  if (where.in === 'field' || where.in === 'extra') {
    const body = { ...(sample.body as Record<string, unknown> | undefined) };
    const keys = Object.keys(body);
    const name = where.in === 'extra' ? where.name : (keys[where.index % Math.max(keys.length, 1)] ?? 'x');
    // An assignment to `__proto__` would set the prototype instead of a field.
    Object.defineProperty(body, name, { value, enumerable: true, configurable: true });
    mutated.body = body;
  }
  if (where.in === 'body') mutated.body = value;
  if (where.in === 'query') search = `?${where.name}=${encodeURIComponent(textOf(value))}`;
  if (where.in === 'param' && sample.params) {
    const names = Object.keys(sample.params);
    mutated.params = { ...sample.params, [names[where.index % names.length] ?? 'id']: textOf(value) };
  }
  if (where.in === 'version') headers['if-match'] = headerSafe(textOf(value));
  if (where.in === 'key') headers['idempotency-key'] = headerSafe(textOf(value));
  const { status, json } = await post(ENDPOINTS[id], mutated, scene, headers, search);
  return { status, code: json.code ?? '' };
}

async function post(
  endpoint: Endpoint,
  sample: Sample,
  scene: Scene,
  more: Record<string, string> = {},
  search = '',
) {
  const path = endpoint.path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => encodeURIComponent(sample.params?.[name] ?? '') || '%20',
  );
  const body = endpoint.body ? JSON.stringify(sample.body ?? null) : undefined;
  const { deps } = app;
  // The intake checks the signature before it parses the body, so the malformed body is signed too.
  const signed =
    endpoint.id === 'submitRequest' && body !== undefined
      ? signWebhook(deps.vault, {
          id: `f-${deps.newId()}`,
          sentAt: deps.now(),
          body: new TextEncoder().encode(body),
          key: webhookKey(scene.site.secret) ?? new Uint8Array(),
        })
      : {};
  const response = await app.fetch(`${path}${search}`, {
    method: endpoint.method,
    headers: {
      ...(scene.caller ? { cookie: `sid=${scene.caller.token}` } : {}),
      'x-test-address': nextAddress(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(sample.version === undefined ? {} : { 'if-match': `"r${sample.version}"` }),
      ...signed,
      ...more,
    },
    ...(body === undefined ? {} : { body }),
  });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const json: { code?: string; errors?: readonly unknown[] } = isJson ? await response.json() : {};
  return { status: response.status, json };
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return text.toWellFormed().slice(0, 2_000);
}

function headerSafe(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?').trim() || '"r0"';
}
