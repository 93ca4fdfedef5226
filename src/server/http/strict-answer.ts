/**
 * Parses answers strictly without copying values that are already valid. A check compiled once from the schema reports
 * whether parsing would return the value unchanged; every other value goes to zod, which decides and explains.
 *
 * Why not `schema.parse` alone: a page of fifty rows takes 0.07 ms instead of 0.18 (docs/decisions/0009-what-a-page-costs.md).
 * It reads zod's own descriptions of schemas (`_zod.def`), which a release may change. A kind or a check that it does not
 * support is left to zod, the version is pinned, and strict-answer.test.ts compares it with zod on thousands of damaged
 * answers, so that test fails when a description changes its meaning.
 */
import type { z } from 'zod';

/** Like `schema.parse`, including its errors, but returns the value itself when parsing would not change it. */
export function strictly<T extends z.ZodType>(schema: T): (value: unknown) => z.output<T> {
  const check = checkOf(schema);
  if (!check) return (value) => schema.parse(value);
  return (value) => (check(value) ? (value as z.output<T>) : schema.parse(value));
}

/** True only where zod accepts the value and changes nothing in it. */
type Check = (value: unknown) => boolean;
type Schema = z.core.$ZodType;

/**
 * Null for kinds that are left to zod, and so for every schema that contains one. `chosen`: below a union, where an
 * earlier option that would change the value takes precedence over one that accepts it unchanged.
 */
function checkOf(schema: Schema, chosen = false): Check | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'string') return textCheck(schema, chosen);
  if (def.type === 'number') return numberCheck(schema);
  // A custom refinement may examine anything, so it is left to zod.
  if (def.checks && def.checks.length > 0) return null;
  switch (def.type) {
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'null':
      return (value) => value === null;
    case 'enum':
    case 'literal': {
      const { values } = schema._zod;
      return values ? (value) => (values as ReadonlySet<unknown>).has(value) : null;
    }
    case 'nullable': {
      const inner = checkOf(def.innerType, chosen);
      return inner && ((value) => value === null || inner(value));
    }
    case 'array': {
      const element = checkOf(def.element, chosen);
      return element && ((value) => Array.isArray(value) && value.every(element));
    }
    case 'union': {
      const options = allOf(def.options, true);
      return options && ((value) => options.some((option) => option(value)));
    }
    case 'object':
      return objectCheck(def, chosen);
    default:
      return null;
  }
}

/** Formats that zod checks with a regular expression only. */
const PATTERNS: readonly string[] = ['uuid', 'date', 'datetime', 'regex'];

function textCheck(schema: Schema, chosen: boolean): Check | null {
  // In zod a string format is itself a check, besides those in `checks`.
  const own = 'check' in schema._zod.def ? [schema._zod.def] : [];
  const given = (schema._zod.def.checks ?? []).map((check) => check._zod.def);
  const parts: Check[] = [];
  for (const def of [...own, ...given]) {
    const { format, pattern, tx } = def as {
      format?: string;
      pattern?: RegExp;
      tx?: (text: string) => unknown;
    };
    if (def.check === 'overwrite' && tx && !chosen) parts.push((value) => tx(value as string) === value);
    else if (
      def.check === 'string_format' &&
      pattern &&
      pattern.flags === '' &&
      PATTERNS.includes(format ?? '')
    )
      parts.push(remembering(pattern));
    else return null;
  }
  const [only] = parts;
  if (only && parts.length === 1) return (value) => typeof value === 'string' && only(value);
  return (value) => typeof value === 'string' && parts.every((part) => part(value));
}

/** The last value that matched is not matched again: days and people repeat from row to row of a page. */
function remembering(pattern: RegExp): Check {
  let last: unknown;
  return (value) => {
    if (value === last) return true;
    const matches = pattern.test(value as string);
    if (matches) last = value;
    return matches;
  };
}

/** Whole numbers with an optional minimum. */
function numberCheck(schema: Schema): Check | null {
  const { format } = schema._zod.def as { format?: string };
  if (format !== 'safeint') return null;
  let least = Number.MIN_SAFE_INTEGER;
  for (const { _zod } of schema._zod.def.checks ?? []) {
    const {
      check,
      value,
      inclusive,
      format: own,
    } = _zod.def as Partial<z.core.$ZodCheckGreaterThanDef> & { format?: string };
    if (check === 'greater_than' && inclusive && typeof value === 'number') least = Math.max(least, value);
    else if (own !== 'safeint') return null;
  }
  return (value) => Number.isSafeInteger(value) && (value as number) >= least;
}

function objectCheck(def: z.core.$ZodObjectDef, chosen: boolean): Check | null {
  if (def.catchall?._zod.def.type !== 'never') return null;
  const names = Object.keys(def.shape);
  const schemas = Object.values(def.shape);
  const given = schemas.map(optionalOf);
  if (given.some(({ schema }) => schema._zod.optin || schema._zod.optout)) return null;
  const checks = allOf(
    given.map(({ schema }) => schema),
    chosen,
  );
  if (!checks) return null;
  const required = names.filter((_, at) => !given[at]?.optional);
  const byName = new Map(names.map((name, at) => [name, checks[at]]));
  return (value) => {
    if (!isPlain(value)) return false;
    for (const name in value) if (!byName.get(name)?.(value[name])) return false;
    return required.every((name) => Object.hasOwn(value, name));
  };
}

/** Only `optional` and `exactOptional` of a supported schema are supported: a key that may be absent, and whose value is checked where it is not. */
function optionalOf(schema: Schema): { schema: Schema; optional: boolean } {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'optional' && !def.checks?.length
    ? { schema: def.innerType, optional: true }
    : { schema, optional: false };
}

function allOf(schemas: readonly Schema[], chosen: boolean): readonly Check[] | null {
  const checks = schemas.map((schema) => checkOf(schema, chosen));
  return checks.every((check) => check !== null) ? checks : null;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
