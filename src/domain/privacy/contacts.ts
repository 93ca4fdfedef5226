/**
 * Reads the addresses and numbers in what a person put into a field for them: «Asel <a@mail.example>», two numbers, an
 * extension, a remark. Intake, forms, index, letters, masks and search all read by this.
 */
import { legible } from './legible.ts';
import { normalForm } from './normal-form.ts';
import { phoneOf } from './phone-number.ts';
import { emailCandidates } from './scan-emails.ts';
import { type DigitGroup, digitGroups } from './scan-numbers.ts';

/** A whole field that is one address may have characters that end an address in running text. */
const WHOLE_ADDRESS = /^[^\s@<>(),:;"[\]\\]+@[^\s@<>(),:;"[\]\\]+\.[^\s@<>(),:;"[\]\\.]{2,}$/u;
/** `вн. 104`, `доб.104`, `ext 104`, `#104`: dialled after the call is answered, so it is not part of the number. */
const EXTENSION =
  /(?<!\p{L})(?:вн(?:утр)?(?:енний)?|доб(?:ав)?(?:очный)?|ішкі|қосымша|қос|ext(?:ension)?|int|x)[.:]? ?(?:№|#)? ?\d{1,6}(?!\d)|# ?\d{1,6}(?!\d)/giu;
/** E.164 has at most 15 digits; three more may be dialled before them. */
const MOST_DIGITS = 18;
/** As many digits too many are a slip of the keys, not an extension. */
const SLIP_DIGITS = 2;

/** The addresses in their canonical spelling (lower case, NFC), each once, in order. */
export function emailsIn(field: string): readonly string[] {
  // Normalise again after lower-casing, because some letters compose only then (J̌ to ǰ).
  const text = normalForm(normalForm(legible(field).text.trim()).toLowerCase());
  if (WHOLE_ADDRESS.test(text)) return [text];
  const candidates = emailCandidates(text, { steps: 0 });
  const found = candidates
    .filter(({ start }) => !isCutOff(text, start, candidates))
    .map(({ start, end }) => repaired(text.slice(start, end)));
  return [...new Set(found)];
}

/**
 * Whether a comma stands right before the address and no address before that: `a,b@mail.kz` is a mistyped address, and
 * what follows its comma may be another person's.
 */
function isCutOff(text: string, start: number, all: readonly { readonly end: number }[]): boolean {
  return /[,;]/.test(text[start - 1] ?? '') && !all.some(({ end }) => end === start - 1);
}

/** The numbers in E.164, each once, in order. Takes steps linear in the length of the field. */
export function phonesIn(field: string): readonly string[] {
  const seen = legible(field).text;
  const text = withoutAddresses(seen).replace(EXTENSION, blank);
  const groups = digitGroups(text);
  const found: string[] = [];
  for (let first = 0; first < groups.length; ) {
    const number = longestFrom(text, groups, first);
    if (number !== null && !isMistyped(text, groups, number.next)) found.push(number.phone);
    first = number === null ? first + 1 : number.next;
  }
  return [...new Set(found)];
}

type ContactFields = {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
};

/** What is in the two fields of a person: people put a number into the field of the address and the other way round. */
export function contactsOf({ email, phone }: ContactFields): {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
} {
  const fields = [email ?? '', phone ?? ''];
  return {
    emails: [...new Set(fields.flatMap(emailsIn))],
    phones: [...new Set(fields.toReversed().flatMap(phonesIn))],
  };
}

/** The last digits of a number, as it is dialled in its own town: seven. */
export function localPart(e164: string): string {
  return e164.slice(-LOCAL_DIGITS);
}
const LOCAL_DIGITS = 7;

/** The seven digits of a text that is nothing else, such as «250-00-11»; null for any other text. */
export function localNumberIn(field: string): string | null {
  const text = legible(field).text.trim();
  const digits = text.replace(/[ ().-]/g, '');
  return digits.length === LOCAL_DIGITS && /^\d[\d ().-]*$/.test(text) && /^\d+$/.test(digits)
    ? digits
    : null;
}

/** An address typed with a gap or with a comma for its dot. */
function repaired(address: string): string {
  return address.replace(/ /g, '').replace(/,/g, '.');
}

function withoutAddresses(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of emailCandidates(text, { steps: 0 })) {
    if (start < from) continue;
    parts.push(text.slice(from, start), blank(text.slice(start, end)));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** As long, so that positions stay; not of spaces, which could join two numbers. */
function blank(text: string): string {
  return '|'.repeat(text.length);
}

type Found = { readonly phone: string; readonly next: number };

/** The longest number that starts with a group, and the group after it. */
function longestFrom(text: string, groups: readonly DigitGroup[], first: number): Found | null {
  const start = groups[first]?.start ?? 0;
  const signed = /\+ ?$/.test(text.slice(Math.max(0, start - 2), start));
  let digits = '';
  let best: Found | null = null;
  for (let at = first; at < groups.length; at += 1) {
    const group = groups[at];
    if (group === undefined || (at > first && group.gap === 'apart')) break;
    digits += text.slice(group.start, group.end);
    if (digits.length > MOST_DIGITS) break;
    const phone = phoneOf(digits, signed);
    if (phone !== null) best = { phone, next: at + 1 };
  }
  return best;
}

/** Whether a digit or two too many follow. The number is then not used, because any of its digits may be the wrong one. */
function isMistyped(text: string, groups: readonly DigitGroup[], next: number): boolean {
  const after = groups[next];
  if (after === undefined || after.gap !== 'plain' || after.end - after.start > SLIP_DIGITS) return false;
  return longestFrom(text, groups, next) === null;
}
