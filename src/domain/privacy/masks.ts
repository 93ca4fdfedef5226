/**
 * Masks of personal values. The number of dots is fixed, so that a mask does not reveal the length. A value that cannot
 * be parsed is hidden completely, so a mask never returns the value itself.
 */
import { cutText } from './cut.ts';
import { isIban } from './iban.ts';
import { isCard, isIin } from './identifiers.ts';
import { legible } from './legible.ts';
import { PUBLIC_PROVIDERS } from './mail-providers.ts';
import { ipv6Groups } from './network-address.ts';
import { normalForm } from './normal-form.ts';
import { normaliseEmail, normalisePhone } from './normalise.ts';
import { latinised } from './scan-ibans.ts';
import { type SpanKind, scanText } from './text-scan.ts';

/**
 * `а•••@mail.kz` for a public provider. Any other domain may identify a person: only its end is shown, `а•••@•••.kz`.
 */
export function maskEmail(value: string): string {
  const address = normaliseEmail(value);
  if (address === null) return WHOLE.email;
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  // The first letter only: a digit may be part of a phone number, and a mailbox of one letter would be shown whole.
  const first = /^\p{L}\p{M}*(?=.)/u.exec(address.slice(0, at))?.[0] ?? '';
  if (PUBLIC_PROVIDERS.has(domain)) return `${first}•••@${domain}`;
  return `${first}•••@•••${/\.\p{L}{2,6}$/u.exec(domain)?.[0] ?? ''}`;
}

/** `+7 771 •••-••-26`; of a foreign number only the last two digits. */
export function maskPhone(value: string): string {
  const phone = normalisePhone(value);
  if (phone === null) return WHOLE.phone;
  return phone.startsWith('+7') && phone.length === 12
    ? `+7 ${phone.slice(2, 5)} •••-••-${phone.slice(-2)}`
    : `+••• •••-••-${phone.slice(-2)}`;
}

/** Shows the last four digits of an IIN or BIN, because the first six may be a birth date. */
export function maskIin(value: string): string {
  const digits = digitsOf(value);
  return digits.length === 12 ? `••••••••${digits.slice(-4)}` : WHOLE.iin;
}

/** Shows the last four digits of a card number. */
export function maskCard(value: string): string {
  const digits = digitsOf(value);
  return isCard(digits) ? `•••• •••• •••• ${digits.slice(-4)}` : WHOLE.card;
}

/** Shows the country and the last four characters of an IBAN, also when Cyrillic letters were typed for Latin ones. */
export function maskIban(value: string): string {
  const iban = Array.from(legible(value).text, latinised)
    .join('')
    .replace(/[ \n-]/g, '');
  return isIban(iban) ? `${iban.slice(0, 2).toUpperCase()}•• •••• … ${iban.slice(-4)}` : WHOLE.iban;
}

/** Shows the last four digits of an account of twenty. */
function maskAccount(value: string): string {
  const digits = digitsOf(value);
  return digits.length === 20 ? `•••••••••••••${digits.slice(-4)}` : WHOLE.account;
}

/** Shows the last two digits of a document number with at least six. */
export function maskDocument(value: string): string {
  const digits = digitsOf(value);
  return digits.length >= 6 ? `•••••••${digits.slice(-2)}` : WHOLE.document;
}

/** `203.0.•.•`, or the first 48 bits of an IPv6 address: `2001:db8:85a3:•`. Anything else is hidden completely. */
export function maskIp(value: string): string {
  const address = value
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$|%.*$/g, '');
  const mapped = address.startsWith('::ffff:') ? address.slice(7) : address;
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(mapped)?.slice(1);
  if (four !== undefined) {
    return four.every((part) => Number(part) <= 255)
      ? `${Number(four[0])}.${Number(four[1])}.•.•`
      : '•.•.•.•';
  }
  const groups = ipv6Groups(address);
  return groups === null ? '•.•.•.•' : `${groups.slice(0, 3).join(':')}:•`;
}

/** Initials, «А. Б.»; empty without a name. */
export function maskName(surname: string | null | undefined, first: string | null | undefined): string {
  return [initialOf(surname), initialOf(first)].filter((initial) => initial !== '').join(' ');
}

/** «Ахметова А.», the name in a list row; a single name is shown in full. */
export function shortName(surname: string | null | undefined, first: string | null | undefined): string {
  const family = (surname ?? '').trim();
  const given = (first ?? '').trim();
  return family === '' ? given : `${family} ${initialOf(given)}`.trim();
}

type MaskedPart = { readonly text: string } | { readonly masked: string; readonly kind: SpanKind };
export type MaskedText = { readonly parts: readonly MaskedPart[]; readonly hidden: number };

/** Masks the identifiers found in free text. `hidden` counts those found; the text may contain more. */
export function maskText(text: string): MaskedText {
  const spans = scanText(text);
  const parts: MaskedPart[] = [];
  let from = 0;
  for (const { start, end, kind } of spans) {
    if (start > from) parts.push({ text: text.slice(from, start) });
    // Before another number, the mask's last digits and that number could read as a new identifier: show no digits.
    const joined = isNumberNext(text, end);
    parts.push({ masked: joined ? WHOLE[kind] : MASKS[kind](text.slice(start, end)), kind });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return { parts, hidden: spans.length };
}

/** As `maskText`, joined to a string. */
export function maskTextToString(text: string): string {
  return maskText(text)
    .parts.map((part) => ('text' in part ? part.text : part.masked))
    .join('');
}

/** What a row shows of a message: a column of 1 920 pixels has no room for more, and it weighs most of the row. */
const PREVIEW = 110;

/** Returns one line of at most `max` UTF-16 units. Masks before cutting, else a cut identifier would not be found. */
export function previewOf(text: string, max = PREVIEW): string {
  return cutText(maskTextToString(text.replace(/[\s\u0085]+/g, ' ').trim()), max);
}

/** Masks that show no character of the value. */
const WHOLE: Readonly<Record<SpanKind, string>> = {
  email: '•••@•••',
  phone: '+• ••• •••-••-••',
  iin: '••••••••••••',
  bin: '••••••••••••',
  card: '•••• •••• •••• ••••',
  iban: '•••• •••• … ••••',
  account: '•••••••••••••••••',
  ip: '•.•.•.•',
  document: '•••••••••',
};

const MASKS: Readonly<Record<SpanKind, (value: string) => string>> = {
  email: maskEmail,
  phone: maskPhone,
  iin: (value) => (isIin(digitsOf(value)) ? maskIin(value) : WHOLE.iin),
  bin: (value) => (isIin(digitsOf(value)) ? maskIin(value) : WHOLE.bin),
  card: maskCard,
  iban: maskIban,
  document: maskDocument,
  account: maskAccount,
  // Some who read the text may not see any part of a network address.
  ip: () => WHOLE.ip,
};

/** Whether a number follows after a gap of separators. A gap longer than the reach counts as one, to be safe. */
function isNumberNext(text: string, from: number): boolean {
  const reach = 32;
  const gap = /^[ \n()./-]*/.exec(legible(text.slice(from, from + reach)).text);
  const next = gap?.input.charAt(gap[0].length) ?? '';
  return next === '' ? from + reach < text.length : /[+\d]/.test(next);
}

function digitsOf(value: string): string {
  return legible(value).text.replace(/\D/g, '');
}

function initialOf(name: string | null | undefined): string {
  const letter = /\p{L}\p{M}*/u.exec(normalForm(name ?? ''))?.[0];
  return letter === undefined ? '' : `${letter.toUpperCase()}.`;
}
