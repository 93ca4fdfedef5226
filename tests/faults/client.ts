/**
 * Uses a desk over HTTP only, without touching its database: people sign in by links, sites sign with their secrets.
 */
import { createHmac, randomUUID } from 'node:crypto';

export type Answer = {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every endpoint
  body: any;
};
type Call = { method?: string; body?: unknown; as?: string; version?: number; headers?: HeadersInit };

export type DeskAccess = {
  administrator: string;
  support: string;
  officer: string;
  secondOfficer: string;
  /** Several secrets, because deliveries are rate-limited for each source. */
  secrets: readonly string[];
};

/** One call. `onStatus` is called with status and headers before the body is read. @throws when no answer arrives */
export async function call(
  base: string,
  path: string,
  { method = 'POST', body, as, version, headers }: Call = {},
  onStatus?: (status: number, headers: Headers) => void,
): Promise<Answer> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: {
      ...(as ? { cookie: `${cookieOf(base)}=${as}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"r${version}"` }),
      ...Object.fromEntries(new Headers(headers)),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  onStatus?.(response.status, response.headers);
  const raw = await response.text();
  return { status: response.status, headers: response.headers, body: raw === '' ? null : JSON.parse(raw) };
}

/** The name of the session's cookie depends on whether the desk is opened by https. */
export function cookieOf(base: string): string {
  return base.startsWith('https:') ? '__Host-sid' : 'sid';
}

/** A delivery as a site signs it (Standard Webhooks). */
export function deliver(
  base: string,
  secret: string,
  body: object,
  id = `form-${randomUUID()}`,
  onStatus?: (status: number, headers: Headers) => void,
): Promise<Answer> {
  const text = JSON.stringify(body);
  const at = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${at}.${text}`).digest('base64');
  const headers = { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` };
  return call(base, '/api/intake/requests', { body: text, headers }, onStatus);
}

const PASSWORD = 'жаңбырлы күзгі таң атты';

/**
 * Sets up a desk: the administrator by the first link, a support agent and two officers by invitation, sites with
 * secrets.
 */
export async function openDesk(base: string, link: string, sites = 6): Promise<DeskAccess> {
  const administrator = await accept(base, link, {
    name: 'Болат Айтқожин',
    email: 'bolat@desk.example',
  });
  const secrets: string[] = [];
  for (let n = 0; n < sites; n += 1) {
    const answer = await done(
      call(base, '/api/intake/secrets', { body: { name: `site ${n}` }, as: administrator }),
    );
    secrets.push(answer.body.secret);
  }
  return {
    administrator,
    secrets,
    support: await invite(base, administrator, 'Сания Дукенбаева', 'support'),
    officer: await invite(base, administrator, 'Қайрат Оспанәлі', 'privacy_officer'),
    secondOfficer: await invite(base, administrator, 'Жанар Мұқатай', 'privacy_officer'),
  };
}

/** Invites a colleague, accepts the invitation and returns the session. */
export async function invite(
  base: string,
  administrator: string,
  name: string,
  role: string,
): Promise<string> {
  const email = `${randomUUID().slice(0, 8)}@desk.example`;
  const body = { name, email, roles: [role] };
  const answer = await done(call(base, '/api/staff', { body, as: administrator }));
  return accept(base, /#([\w-]{43})/.exec(answer.body.link)?.[1] ?? '');
}

/** Accepts a link and returns the session. */
async function accept(base: string, token: string, more: object = {}): Promise<string> {
  const answer = await done(
    call(base, '/api/session/link', { body: { token, password: PASSWORD, ...more } }),
  );
  const cookie = /sid=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
  if (!cookie) throw new Error('no session came with the link');
  return cookie;
}

async function done(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
