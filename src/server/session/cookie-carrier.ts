/** The session token in a cookie: out of reach of scripts, of other sites and, behind TLS, of plain http. */
import type { SessionCarrier } from '#server/deps.ts';

const SECURED = { name: '__Host-sid', flags: 'Path=/; Secure; HttpOnly; SameSite=Strict' };
// Browsers refuse both the prefix and `Secure` over plain http; only loopback is ever served so.
const PLAIN = { name: 'sid', flags: 'Path=/; HttpOnly; SameSite=Strict' };

export function cookieCarrier({ plainHttp }: { plainHttp: boolean }): SessionCarrier {
  const { name, flags } = plainHttp ? PLAIN : SECURED;
  return {
    tokenOf: (request) => cookieIn(request.headers.get('cookie'), name),
    carry: (headers, token, endsAt) =>
      headers.append('set-cookie', `${name}=${token}; ${flags}; Expires=${httpDate(endsAt)}`),
    drop: (headers) => headers.append('set-cookie', `${name}=; ${flags}; Max-Age=0`),
  };
}

/** Null also when the name occurs twice: somebody planted one, and there is no telling which. */
function cookieIn(header: string | null, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  return values.length === 1 ? (values[0]?.slice(name.length + 1) ?? null) : null;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** IMF-fixdate (RFC 9110 §5.6.7). */
function httpDate(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO('UTC');
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`;
  return `${DAYS[at.dayOfWeek - 1]}, ${two(at.day)} ${MONTHS[at.month - 1]} ${at.year} ${time} GMT`;
}
