/**
 * The ids of the rows that a list showed, in the body of its event. Lists are most of the log, so they are short: since
 * version 3 of the body `ids` is one text with 20 characters an id, in Z85. Version 2 has `targets` with 22 characters
 * each, in base64url, and version 1 an array of UUIDs.
 */
import { fromBase64Url, toBase64Url } from '../bytes/base64.ts';
import { fromZ85, toZ85 } from '../bytes/z85.ts';

const LENGTH = 20;
const FORMER_LENGTH = 22;
/** Where the hexadecimal digits of a UUID's four words begin, once its hyphens are gone. */
const WORDS = [0, 8, 16, 24] as const;
const WORD = 5;
/** A lower-case UUID, as ids are stored. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** Returns the 20 characters of an id. @param id a UUID */
export function shortId(id: string): string {
  const hex = id.replaceAll('-', '');
  return WORDS.map((at) => toZ85(Number.parseInt(hex.slice(at, at + 8), 16))).join('');
}

/** Returns every text that stands for an id in a body, of whatever version: its own, the former short one, the UUID. */
export function writtenForms(id: string): readonly string[] {
  return [shortId(id), toBase64Url(Uint8Array.fromHex(id.replaceAll('-', ''))), `"${id}"`];
}

/** The members of a parsed body that name what a list showed. */
export type ShownIds = { ids?: unknown; targets?: unknown };

/** Returns the ids that a parsed body names; what is no id is left out. */
export function idsOf({ ids, targets }: ShownIds): readonly string[] {
  if (typeof ids === 'string') return parts(ids, LENGTH).flatMap(idOf);
  if (typeof targets === 'string') return parts(targets, FORMER_LENGTH).flatMap(formerIdOf);
  return Array.isArray(targets) ? targets.filter(isId) : [];
}

/** Returns how many ids a parsed body names. */
export function countOfIds({ ids, targets }: ShownIds): number {
  if (typeof ids === 'string') return Math.ceil(ids.length / LENGTH);
  if (typeof targets === 'string') return Math.ceil(targets.length / FORMER_LENGTH);
  return Array.isArray(targets) ? targets.length : 0;
}

function parts(text: string, length: number): readonly string[] {
  const count = Math.ceil(text.length / length);
  return Array.from({ length: count }, (_, at) => text.slice(at * length, (at + 1) * length));
}

function idOf(text: string): readonly string[] {
  let hex = '';
  for (let at = 0; at < LENGTH; at += WORD) {
    const word = fromZ85(text, at);
    if (word === null) return [];
    hex += word.toString(16).padStart(8, '0');
  }
  return [uuidOf(hex)];
}

function formerIdOf(text: string): readonly string[] {
  const bytes = fromBase64Url(text);
  return bytes?.length === 16 ? [uuidOf(bytes.toHex())] : [];
}

function uuidOf(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
