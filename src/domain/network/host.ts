/**
 * Reads the name or address of a host that the server is told to connect to. Addresses that only the machine's own
 * network answers (link-local, among them the metadata service of most clouds), and spellings of numbers that programs read
 * differently, are refused, because an administrator's setting must not reach them.
 */

export type HostFault = 'not_a_host' | 'forbidden_host';

const MOST_CHARACTERS = 253;
/** Letters of any script, because domains may be international; RFC 1123 for the rest. */
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
/** A last label of digits is an IPv4 address in one of its many spellings (127.1, 0x7f.1, 2130706433); WHATWG URL 3.5. */
const NUMERIC_LABEL = /^(?:\d+|0x[\da-f]*)$/i;

/** Returns why the text names no host that may be connected to; null when it does. */
export function hostFault(text: string): HostFault | null {
  const host = text.trim();
  if (host.length === 0 || host.length > MOST_CHARACTERS) return 'not_a_host';
  const address = addressOf(host);
  if (address !== null) return address.kind === 'forbidden' ? 'forbidden_host' : null;
  const labels = host.replace(/\.$/, '').split('.');
  if (NUMERIC_LABEL.test(labels.at(-1) ?? '')) return 'forbidden_host';
  // A machine of the own network, such as `mail`, is no international name.
  if (labels.length === 1 && !/^[a-z\d-]+$/i.test(host)) return 'not_a_host';
  return labels.every(isLabel) ? null : 'not_a_host';
}

/** Whether the text can stand between the dots of a domain. */
export function isLabel(text: string): boolean {
  return LABEL.test(text);
}

/** Whether the host is this machine itself, to which a connection needs no encryption. */
export function isLoopback(text: string): boolean {
  const host = text.trim().toLowerCase().replace(/\.$/, '');
  return host === 'localhost' || addressOf(host)?.kind === 'loopback';
}

type Address = { kind: 'loopback' | 'forbidden' | 'other' };

/** Null when the text is no IP address in its usual spelling. */
function addressOf(host: string): Address | null {
  const bare = /^\[.*\]$/.test(host) ? host.slice(1, -1) : host;
  const four = octets(bare);
  if (four) return { kind: kindOfFour(four) };
  const six = bare.includes(':') ? groups(bare) : null;
  return six ? { kind: kindOfSix(six) } : null;
}

function kindOfFour([a = 0, b = 0]: readonly number[]): Address['kind'] {
  if (a === 127) return 'loopback';
  // "This" network, link-local (RFC 3927), multicast, reserved and broadcast.
  return a === 0 || (a === 169 && b === 254) || a >= 224 ? 'forbidden' : 'other';
}

function kindOfSix(parts: readonly number[]): Address['kind'] {
  const [first = 0] = parts;
  const head = parts.slice(0, 6);
  if (parts.slice(0, 7).every((part) => part === 0)) return parts[7] === 1 ? 'loopback' : 'forbidden';
  // An IPv4 address inside (mapped, compatible, NAT64) is a second spelling of it.
  const isMapped = head.slice(0, 5).every((part) => part === 0) && (head[5] === 0xffff || head[5] === 0);
  if (isMapped || (first === 0x64 && parts[1] === 0xff9b)) return 'forbidden';
  // Link-local (RFC 4291), former site-local, multicast.
  return (first & 0xffc0) === 0xfe80 || (first & 0xffc0) === 0xfec0 || (first & 0xff00) === 0xff00
    ? 'forbidden'
    : 'other';
}

function octets(text: string): readonly number[] | null {
  if (!/^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/.test(text)) return null;
  const parts = text.split('.').map(Number);
  return parts.every((part) => part <= 255) ? parts : null;
}

/** The eight groups of an IPv6 address without zone; null when it is none. */
function groups(text: string): readonly number[] | null {
  const [left = '', right, ...more] = text.split('::');
  if (more.length > 0) return null;
  const halves = [left, right ?? ''].map((half) => (half === '' ? [] : half.split(':').flatMap(groupOf)));
  const [before = [], after = []] = halves;
  const known = before.length + after.length;
  if ([...before, ...after].some(Number.isNaN)) return null;
  if (right === undefined ? known !== 8 : known > 7) return null;
  return [...before, ...Array.from({ length: 8 - known }, () => 0), ...after];
}

/** One group, or two for the dotted end of an address with IPv4 inside. */
function groupOf(text: string): readonly number[] {
  const four = octets(text);
  if (four) {
    const [a = 0, b = 0, c = 0, d = 0] = four;
    return [a * 256 + b, c * 256 + d];
  }
  return [/^[\da-f]{1,4}$/i.test(text) ? Number.parseInt(text, 16) : Number.NaN];
}
