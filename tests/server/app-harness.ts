/**
 * The real application on a given database, with a clock that tests set and one signed-in person for each role. `call`
 * sends an HTTP request as a browser on the same origin does, and returns status, headers and every byte.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { CallOf, Endpoint } from '#contract/endpoint.ts';
import type { Role } from '#domain/access/roles.ts';
import { signInAddress } from '#domain/access/sign-in-address.ts';
import { CALENDAR } from '#domain/time/calendar.ts';
import { createApp } from '#server/app.ts';
import { exportDirectory } from '#server/audit/export/place-node.ts';
import type { Database } from '#server/db/database.ts';
import type { Config, Deps, Letter, Log, MailPort, Tx } from '#server/deps.ts';
import type { RateRule } from '#server/http/rate.ts';
import { sessionPace } from '#server/http/session-pace.ts';
import { cookieCarrier } from '#server/session/cookie-carrier.ts';
import type { PasswordHasher } from '#server/session/password.ts';
import { demoPasswordHasher } from '#server/session/password-noble.ts';
import { openSession } from '#server/session/sessions.ts';
import { layCanary } from '#server/system/canary.ts';
import { newKeyRing } from '#server/vault/key-ring.ts';
import { nodeVault } from '#server/vault/vault-node.ts';

export type TestPerson = { id: string; name: string; email: string; roles: Role[]; token: string };
export type People = Record<Role | 'second_officer' | 'second_support', TestPerson>;
export type Answer = {
  status: number;
  headers: Headers;
  /** The parsed JSON; undefined for any other content. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every endpoint
  body: any;
  /** All bytes as text, for canaries; of an event stream only its first chunk. */
  raw: string;
};
type CallOptions = { headers?: Record<string, string>; address?: string };
export type TestApp = {
  app: Hono;
  deps: Deps;
  db: Database;
  clock: {
    now(): Temporal.Instant;
    set(instant: string): void;
    advance(duration: Temporal.DurationLike): void;
  };
  people: People;
  /** The letters passed to the mail port. */
  sentLetters: Letter[];
  /** The lines of the program's log, for tests that search it for personal values. */
  logLines: string[];
  /** Opens one more session for the person and returns its token. */
  signIn(person: { id: string; name: string; roles: readonly Role[] }): Promise<string>;
  /** Adds a signed-in colleague to the desk. */
  person(roles: Role[], more?: { name?: string; email?: string; endsOn?: string }): Promise<TestPerson>;
  /** @param as a person or a token; null for a caller without a session */
  call<E extends Endpoint>(
    endpoint: E,
    input: CallOf<E>,
    as?: { token: string } | null,
    options?: CallOptions,
  ): Promise<Answer>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
};

export type HarnessOptions = {
  now?: string;
  config?: Partial<Config>;
  passwords?: PasswordHasher;
  mail?: MailPort;
  /** The pace of sessions; none unless given, because the clock of a test stands still. */
  sessionRate?: RateRule;
};

export const ORIGIN = 'http://127.0.0.1:8080';

/** Tuesday, 10 November 2026, 15:00 in Almaty. */
const START = '2026-11-10T10:00:00Z';
const NAMES = {
  support: 'Сания Дукенбаева',
  privacy_officer: 'Қайрат Оспанәлі',
  second_officer: 'Жанар Мұқатай',
  second_support: 'Пётр Лагунов',
  manager: 'Әсем Ыбырайқызы',
  auditor: 'Виктор Шамшиев',
  administrator: 'Болат Айтқожин',
} as const satisfies Record<keyof People, string>;
const ROLE_OF: Record<keyof People, Role> = {
  support: 'support',
  privacy_officer: 'privacy_officer',
  second_officer: 'privacy_officer',
  second_support: 'support',
  manager: 'manager',
  auditor: 'auditor',
  administrator: 'administrator',
};

export async function testApp(db: Database, options: HarnessOptions = {}): Promise<TestApp> {
  let now = Temporal.Instant.from(options.now ?? START);
  const sentLetters: Letter[] = [];
  const logLines: string[] = [];
  const deps: Deps = {
    db,
    now: () => now,
    newId: () => crypto.randomUUID(),
    vault: nodeVault(newKeyRing((length) => crypto.getRandomValues(new Uint8Array(length)))),
    passwords: options.passwords ?? demoPasswordHasher(),
    calendar: CALENDAR,
    config: {
      mode: 'production',
      version: '0.0.0-test',
      publicUrl: null,
      plainHttp: true,
      origin: ORIGIN,
      database: db.kind,
      keyFile: null,
      ...options.config,
    },
    log: logTo(logLines),
    carrier: cookieCarrier({ plainHttp: options.config?.plainHttp ?? true }),
    mail: options.mail ?? {
      send: async (letter) => {
        sentLetters.push(letter);
        return { state: 'sent' };
      },
    },
    exports: exportDirectory(join(tmpdir(), 'otinish-test-exports', crypto.randomUUID())),
    addressOf: (request) => request.headers.get('x-test-address') ?? '203.0.113.7',
    ...(options.sessionRate ? { pace: sessionPace(options.sessionRate) } : {}),
  };
  const app = createApp(deps);
  await db.kysely.deleteFrom('setting').where('key', '=', 'canary').execute(); // written with the key of an earlier test
  await layCanary(db.kysely, deps.vault, now);

  const signIn: TestApp['signIn'] = async (person) =>
    (await db.transaction((tx) => openSession({ tx, ports: deps, now }, person, 'password', null))).token;

  const hire: Hire = async (tx, roles, more = {}) => {
    const id = crypto.randomUUID();
    const name = more.name ?? `Сынақ ${id.slice(0, 4)}`;
    const email = signInAddress(more.email ?? `${id.slice(0, 8)}@desk.example`);
    const row = {
      id,
      name,
      email,
      roles,
      ends_on: more.endsOn ?? null,
      disabled_at: null,
      password_hash: '-',
      last_seen_at: null,
      created_at: now.toString(),
    };
    await tx.insertInto('person').values(row).execute();
    const { token } = await openSession({ tx, ports: deps, now }, row, 'password', null);
    return { id, name, email, roles, token };
  };
  const person: TestApp['person'] = (roles, more) => db.transaction((tx) => hire(tx, roles, more));

  const made = await db.transaction(async (tx) => {
    const people: [string, TestPerson][] = [];
    for (const [key, name] of Object.entries(NAMES) as [keyof People, string][])
      people.push([key, await hire(tx, [ROLE_OF[key]], { name })]);
    return people;
  });

  const call: TestApp['call'] = async (endpoint, input, as, callOptions = {}) => {
    const response = await app.fetch(
      requestFor(endpoint, input as AnyCall, as?.token ?? null, callOptions, deps),
    );
    const type = response.headers.get('content-type') ?? '';
    const raw = type.includes('event-stream') ? await beginningOf(response) : await response.text();
    const isJson = type.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      raw,
      body: isJson ? JSON.parse(raw) : undefined,
    };
  };

  return {
    app,
    deps,
    db,
    clock: {
      now: () => now,
      set: (instant) => {
        now = Temporal.Instant.from(instant);
      },
      advance: (duration) => {
        now = now.add(duration);
      },
    },
    people: Object.fromEntries(made) as People,
    sentLetters,
    logLines,
    signIn,
    person,
    call,
    fetch: async (path, init) => app.fetch(new Request(`${ORIGIN}${path}`, init)),
  };
}

type Hire = (tx: Tx, ...given: Parameters<TestApp['person']>) => Promise<TestPerson>;

type AnyCall = {
  params?: Record<string, unknown> | undefined;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
  version?: number | undefined;
};

function requestFor(
  endpoint: Endpoint,
  input: AnyCall,
  token: string | null,
  { headers = {}, address }: CallOptions,
  deps: Deps,
): Request {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(input.params?.[name] ?? '')),
  );
  const query = new URLSearchParams(
    Object.entries(input.query ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();
  const cookie = deps.config.plainHttp ? 'sid' : '__Host-sid';
  return new Request(`${deps.config.origin}${path}${query ? `?${query}` : ''}`, {
    method: endpoint.method,
    headers: {
      ...(token ? { cookie: `${cookie}=${token}` } : {}),
      ...(endpoint.body ? { 'content-type': 'application/json' } : {}),
      ...(input.version === undefined ? {} : { 'if-match': `"r${input.version}"` }),
      ...(address ? { 'x-test-address': address } : {}),
      ...headers,
    },
    ...(endpoint.body ? { body: JSON.stringify(input.body) } : {}),
  });
}

/** The first chunk of an event stream; the rest is cancelled, because the stream does not end by itself. */
async function beginningOf({ body }: Response): Promise<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return first?.value ?? '';
}

function logTo(lines: string[]): Log {
  const write = (level: string) => (fields: Record<string, unknown>, message: string) => {
    lines.push(JSON.stringify({ level, ...fields, message }));
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
