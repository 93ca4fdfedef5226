/** Parses and checks the environment variables before anything is opened. Pure: main.ts and cli.ts pass them in. */
import { isLoopback } from '#domain/network/host.ts';

import { SESSION_RATE } from '#server/http/session-pace.ts';

export type Environment = {
  mode: 'production' | 'demo';
  host: string;
  port: number;
  databaseUrl: string | null;
  migrateUrl: string | null;
  dataDir: string;
  keyFile: string;
  /** File for signed checkpoints of the log, outside the database's directory. */
  checkpoints: string;
  /** Directory of the second copy of the log, preferably on another volume; null for none. */
  eventCopy: string | null;
  publicUrl: string | null;
  /** Addresses and networks of proxies whose X-Forwarded-For is trusted. */
  trustedProxies: readonly string[];
  tls: { cert: string; key: string } | null;
  plainHttp: boolean;
  /** The calls one session may make in a minute. */
  sessionRate: number;
  /** Origin under which people open the desk. */
  origin: string;
};

/** The reason why the program does not start, and the remedy: one line each for the console. */
export class StartFault extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'StartFault';
    this.remedy = remedy;
  }
}

/** Every variable of our own. OTINISH_FROM is set by the wrapper: the directory in which the operator stands. */
const OWN_VARIABLES = [
  'OTINISH_MIGRATE_URL',
  'OTINISH_DATA_DIR',
  'OTINISH_KEY_FILE',
  'OTINISH_CHECKPOINTS',
  'OTINISH_EVENT_COPY',
  'OTINISH_PUBLIC_URL',
  'OTINISH_TRUSTED_PROXY',
  'OTINISH_TLS_CERT',
  'OTINISH_TLS_KEY',
  'OTINISH_SESSION_RATE',
  'OTINISH_FROM',
] as const;

/** Returns the variables with our prefix, or nearly, that nothing reads, each with the known name that is meant, if any. */
export function misspelt(given: Variables): readonly { name: string; meant: string | null }[] {
  return Object.keys(given)
    .filter((name) => {
      const [prefix = ''] = name.toUpperCase().split('_');
      return distance(prefix, 'OTINISH') <= 2 && !OWN_VARIABLES.some((own) => own === name);
    })
    .map((name) => {
      const near = OWN_VARIABLES.map((own) => ({ own, far: distance(own, name.toUpperCase()) })).toSorted(
        (a, b) => a.far - b.far,
      )[0];
      return { name, meant: near && near.far <= 4 ? near.own : null };
    });
}

/** The number of characters to insert, remove or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads all settings; `demo` fixes most of them, so that a demo is never public. @throws StartFault */
export function readEnvironment(given: Variables, demo: { day: string } | null): Environment {
  const value = (name: string) => (given[name]?.trim() ? (given[name]?.trim() ?? null) : null);
  const host = demo ? '127.0.0.1' : (value('HOST') ?? '127.0.0.1');
  const port = portOf(value('PORT') ?? '8080');
  const tls = demo ? null : tlsOf(value('OTINISH_TLS_CERT'), value('OTINISH_TLS_KEY'));
  const publicUrl = demo ? null : publicUrlOf(value('OTINISH_PUBLIC_URL'));
  const trustedProxies = (value('OTINISH_TRUSTED_PROXY') ?? '').split(/[\s,]+/).filter((part) => part !== '');
  const place = { host, port, tls, publicUrl, trustedProxies };
  refuseOpenDoors(place);
  const demoBase = value('OTINISH_DATA_DIR') ?? './demo-data';
  const dataDir = demo ? `${demoBase}/${demo.day}` : (value('OTINISH_DATA_DIR') ?? './data');
  return {
    ...place,
    mode: demo ? 'demo' : 'production',
    databaseUrl: demo ? null : value('DATABASE_URL'),
    migrateUrl: demo ? null : value('OTINISH_MIGRATE_URL'),
    // A demo has a directory per day, because its fictional requests have due dates relative to that day.
    dataDir,
    // A demo never touches the files of the real desk, even when it is started with that desk's environment.
    checkpoints: (demo ? null : value('OTINISH_CHECKPOINTS')) ?? `${dataDir}-log/checkpoints`,
    eventCopy: demo ? null : value('OTINISH_EVENT_COPY'),
    keyFile: demo ? `${demoBase}/keys/${demo.day}.key` : (value('OTINISH_KEY_FILE') ?? './keys/otinish.key'),
    plainHttp: tls === null && !publicUrl?.startsWith('https:'),
    sessionRate: rateOf(value('OTINISH_SESSION_RATE')),
    origin: publicUrl ?? `${tls ? 'https' : 'http'}://${hostInUrl(host)}:${port}`,
  };
}

/** Refuses settings under which passwords and personal data would be sent in clear text beyond this machine. */
function refuseOpenDoors(place: Pick<Environment, 'host' | 'tls' | 'publicUrl' | 'trustedProxies'>): void {
  const { host, tls, publicUrl, trustedProxies } = place;
  if (publicUrl?.startsWith('http:') && !isLoopback(new URL(publicUrl).hostname))
    throw new StartFault(
      'OTINISH_PUBLIC_URL is plain http on a name that is not this machine.',
      'Give the https address that people open; docs/operations.md has a sample for nginx.',
    );
  if (isLoopback(host)) return;
  if (tls) {
    if (publicUrl) return;
    throw new StartFault(
      `HOST=${host} needs the address people open.`,
      'Set OTINISH_PUBLIC_URL, for example https://desk.example.kz.',
    );
  }
  if (publicUrl?.startsWith('https:') && trustedProxies.length > 0) return;
  throw new StartFault(
    `HOST=${host} would serve plain http beyond this machine.`,
    'Leave HOST at 127.0.0.1 behind a proxy; or set OTINISH_TLS_CERT and OTINISH_TLS_KEY; or, for a proxy elsewhere, both OTINISH_PUBLIC_URL=https://… and OTINISH_TRUSTED_PROXY.',
  );
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartFault(`PORT=${text} is not a port.`, 'Give a number between 1 and 65535.');
}

/** Below sixty a minute, the page itself would be refused. */
const LOWEST_RATE = 60;

function rateOf(text: string | null): number {
  if (text === null) return SESSION_RATE.max;
  const rate = Number(text);
  if (Number.isInteger(rate) && rate >= LOWEST_RATE) return rate;
  throw new StartFault(
    `OTINISH_SESSION_RATE=${text} is not a number of calls.`,
    `Give the calls a minute that one session may make, at least ${LOWEST_RATE}.`,
  );
}

function tlsOf(cert: string | null, key: string | null): Environment['tls'] {
  if (cert && key) return { cert, key };
  if (!cert && !key) return null;
  throw new StartFault('Only one of OTINISH_TLS_CERT and OTINISH_TLS_KEY is set.', 'Set both, or neither.');
}

/** Returns the bare origin; refuses a path or query, because it would never match a browser's Origin header. */
function publicUrlOf(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && !url.username)
    return url.origin;
  throw new StartFault(
    'OTINISH_PUBLIC_URL is not the address of a site.',
    'Give scheme and name only, for example https://desk.example.kz.',
  );
}

const hostInUrl = (host: string) => (host.includes(':') ? `[${host}]` : host);
