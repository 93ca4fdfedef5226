/**
 * Conversion of parameters and results, the same on both databases: parameters are sent as text or bytes; results are
 * numbers, strings, booleans, parsed JSON, Uint8Array and arrays of them. A type not named here stays the text that
 * PostgreSQL prints (uuid, numeric, xid8, interval …).
 */
import { BadValue } from './faults.ts';

export type WireValue = string | Uint8Array | null;

type Parser = (text: string) => unknown;

const SCALARS: Readonly<Record<number, Parser>> = {
  16: (text) => text === 't', // bool
  17: bytea,
  20: safeInteger, // int8
  21: Number, // int2
  23: Number, // int4
  26: Number, // oid
  114: parseJson,
  700: Number, // float4
  701: Number, // float8
  1082: civilDate,
  1114: utcInstant, // timestamp, read as UTC
  1184: utcInstant, // timestamptz
  3802: parseJson, // jsonb
};

/** Array type oid → element type oid; elements of 1009 (text[]) and 2951 (uuid[]) stay text. */
const ARRAYS: Readonly<Record<number, number>> = {
  199: 114,
  1000: 16,
  1001: 17,
  1005: 21,
  1007: 23,
  1009: 25,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1028: 26,
  1115: 1114,
  1182: 1082,
  1185: 1184,
  1231: 1700,
  2951: 2950,
  3807: 3802,
};

const asText: Parser = (text) => text;

/** Parsers by type oid, scalars and arrays; a type without one is text. */
export const PARSERS: Readonly<Record<number, Parser>> = {
  ...SCALARS,
  ...Object.fromEntries(
    Object.entries(ARRAYS).map(([array, element]) => [
      Number(array),
      (text: string) => parseArray(text, SCALARS[element] ?? asText),
    ]),
  ),
};

/** Returns the parser of a type oid; the identity when the type stays text. */
export function parserOf(oid: number): Parser {
  return PARSERS[oid] ?? asText;
}

/**
 * Returns a parameter as it is sent. Arrays become PostgreSQL arrays (pass JSON arrays as JSON text), other objects
 * JSON.
 * @throws BadValue for NUL, which no text column can hold, and for a lone surrogate, which UTF-8 cannot encode
 */
export function toWire(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return storableText(value);
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return arrayLiteral(value);
  if (typeof value === 'object') return storableText(objectText(value));
  return String(value);
}

function storableText(text: string): string {
  if (text.includes('\0')) throw new BadValue('text holds NUL');
  if (!text.isWellFormed()) throw new BadValue('text holds a lone surrogate');
  return text;
}

/** Temporal values and Dates become their ISO text; any other object becomes JSON. */
function objectText(value: object): string {
  const tag = Object.prototype.toString.call(value);
  return tag.startsWith('[object Temporal.') || tag === '[object Date]'
    ? JSON.parse(JSON.stringify(value))
    : JSON.stringify(value);
}

function arrayLiteral(items: readonly unknown[]): string {
  return `{${items.map(element).join(',')}}`;
}

function element(item: unknown): string {
  if (Array.isArray(item)) return arrayLiteral(item);
  const wire = toWire(item);
  if (wire === null) return 'NULL';
  if (typeof wire !== 'string') return `"\\\\x${wire.toHex()}"`;
  return `"${wire.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** `\x00ff` → bytes. `setFromHex`, because `Uint8Array.fromHex` takes four times as long for values this short. */
function bytea(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length - 2) / 2);
  bytes.setFromHex(text.slice(2));
  return bytes;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new BadValue('integer beyond 2^53');
  return value;
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}

function civilDate(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new BadValue('date outside years 1–9999');
  return text;
}

const TIMESTAMP = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:\+00)?$/;

/** '2026-01-02 03:04:05.6789+00' → '2026-01-02T03:04:05.678Z': sessions run in UTC; microseconds are truncated. */
function utcInstant(text: string): string {
  const parts = TIMESTAMP.exec(text);
  if (!parts) throw new BadValue('instant outside years 1–9999');
  // join and not +, because V8 keeps a concatenation in pieces, which makes JSON.stringify slow for the whole response.
  return [parts[1], 'T', parts[2], '.', (parts[3] ?? '').padEnd(3, '0').slice(0, 3), 'Z'].join('');
}

/** Parses a PostgreSQL array literal, nested ones too. */
function parseArray(text: string, parse: Parser): unknown[] {
  let at = text.indexOf('{') + 1; // explicit bounds ("[0:1]={…}") are skipped
  const list = (): unknown[] => {
    const items: unknown[] = [];
    while (text[at] !== '}') {
      if (text[at] === '{') {
        at += 1;
        items.push(list());
      } else if (text[at] === '"') {
        items.push(parse(quoted()));
      } else {
        const start = at;
        while (text[at] !== ',' && text[at] !== '}') at += 1;
        const word = text.slice(start, at);
        items.push(word === 'NULL' ? null : parse(word));
      }
      if (text[at] === ',') at += 1;
    }
    at += 1;
    return items;
  };
  const quoted = (): string => {
    let word = '';
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1;
      word += text[at];
    }
    at += 1;
    return word;
  };
  return list();
}
