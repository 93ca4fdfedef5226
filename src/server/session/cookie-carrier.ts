/**
 * Carries the session token and the mark of known devices in cookies that scripts, other sites and (behind TLS) plain
 * http cannot read.
 */
import { generateCookie } from 'hono/cookie';
import { type CookieOptions, parse } from 'hono/utils/cookie';
import type { SessionCarrier } from '#server/deps.ts';

const FLAGS = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;
/** `__Host-` and `Secure`: no neighbouring domain can set it, and no plain http carries it. */
const SECURED = { ...FLAGS, prefix: 'host', secure: true } as const;

/**
 * @param plainHttp only for loopback: browsers refuse the prefix and `Secure` over plain http
 * `carry` throws for an end more than 400 days after the machine's clock, because Hono's cookies do.
 */
export function cookieCarrier({ plainHttp }: { plainHttp: boolean }): SessionCarrier {
  const options: CookieOptions = plainHttp ? FLAGS : SECURED;
  const nameOf = (name: string) => (plainHttp ? name : `__Host-${name}`);
  const set = (headers: Headers, name: string, value: string, endsAt: Temporal.Instant) => {
    const expires = new Date(endsAt.epochMilliseconds);
    headers.append('set-cookie', generateCookie(name, value, { ...options, expires }));
  };
  return {
    tokenOf: (request) => cookieIn(request.headers.get('cookie') ?? '', nameOf('sid')),
    carry: (headers, token, endsAt) => set(headers, 'sid', token, endsAt),
    drop: (headers) => headers.append('set-cookie', generateCookie('sid', '', { ...options, maxAge: 0 })),
    deviceOf: (headers) => cookieIn(headers.get('cookie') ?? '', nameOf('device')),
    carryDevice: (headers, value, endsAt) => set(headers, 'device', value, endsAt),
  };
}

/** Null also when the name occurs twice, because one of the two was planted and nothing tells which; `parse` takes the first. */
function cookieIn(header: string, name: string): string | null {
  const times = header.split(';').filter((pair) => pair.split('=', 1)[0]?.trim() === name).length;
  return times === 1 ? (parse(header, name)[name] ?? null) : null;
}
