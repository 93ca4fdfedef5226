/** Parses a raw request into typed input, or throws a refusal that names each invalid field. */
import type { z } from 'zod';
import type { Endpoint, InputOf } from '#contract/endpoint.ts';
import type { FieldFault } from '#contract/errors.ts';
import { faultOfIssue } from '#contract/fault-of-issue.ts';
import { REQUEST_FIELDS } from '#domain/request/fields.ts';
import { type BodyPace, readBody } from './body.ts';
import { Refusal } from './refusal.ts';

/** A request before parsing, because the caller is authenticated before the input is examined. */
export type GivenInput = {
  params: Record<string, string>;
  search: URLSearchParams;
  headers: Headers;
  bytes: Uint8Array;
};

/** Nesting of JSON, far above what any schema needs. */
const MAX_DEPTH = 12;

/** Reads the body; refuses it only when it is too large or does not arrive. */
export async function readInput(
  endpoint: Endpoint,
  request: Request,
  params: Record<string, string>,
  pace?: BodyPace,
): Promise<GivenInput> {
  const bytes = endpoint.body ? await readBody(request, pace) : new Uint8Array();
  return { params, search: new URL(request.url).searchParams, headers: request.headers, bytes };
}

/**
 * Parses params, query and body by the endpoint's strict schemas, which refuse
 * unknown fields. `version` is from If-Match.
 */
export function parseInput<E extends Endpoint>(
  endpoint: E,
  given: GivenInput,
): { input: InputOf<E>; version: number } {
  const query = queryOf(given.search);
  refuseGuardedFilters(endpoint, query);
  const faults: FieldFault[] = [];
  const part = (schema: z.ZodType | undefined, value: unknown, prefix: '' | '?' | 'path:'): unknown => {
    if (!schema) {
      if (prefix === '?')
        for (const name of Object.keys(query)) faults.push({ pointer: `?${name}`, code: 'unknown_field' });
      return undefined;
    }
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    faults.push(...parsed.error.issues.flatMap((issue) => faultsOf(issue, prefix)));
    return undefined;
  };
  const params = part(endpoint.params, given.params, 'path:');
  // A malformed id cannot exist, so it is answered with 404 rather than 400.
  if (faults.length > 0) throw new Refusal('not_found');
  const input = {
    params,
    query: part(endpoint.query, query, '?'),
    body: part(endpoint.body, endpoint.body && bodyOf(given), ''),
  };
  if (faults.length > 0) throw new Refusal('validation_failed', { errors: faults.slice(0, 50) });
  return { input: input as InputOf<E>, version: endpoint.precondition ? versionIn(given.headers) : 0 };
}

function queryOf(search: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of search) {
    if (name in query)
      throw new Refusal('validation_failed', { errors: [{ pointer: `?${name}`, code: 'too_many' }] });
    query[name] = value;
  }
  return query;
}

function bodyOf({ headers, bytes }: GivenInput): unknown {
  const type = headers.get('content-type') ?? '';
  if (!/^application\/json(;|$)/i.test(type)) throw new Refusal('unsupported_media_type');
  return jsonOf(bytes);
}

/** Filtering or sorting by a guarded field would disclose it through the order and the number of rows. */
function refuseGuardedFilters(endpoint: Endpoint, query: Record<string, string>): void {
  const snake = (name: string) =>
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^-/, '');
  const guardedNames = [...Object.keys(query), query.order ?? '', query.sort ?? ''].filter(
    (name) => snake(name) in REQUEST_FIELDS || ['name', 'iin', 'preview', 'q'].includes(name),
  );
  if (endpoint.query && guardedNames.length > 0) {
    throw new Refusal('field_not_filterable', {
      errors: guardedNames.map((name) => ({ pointer: `?${name}`, code: 'unknown_value' as const })),
    });
  }
}

function versionIn(headers: Headers): number {
  const tag = headers.get('if-match');
  if (tag === null) throw new Refusal('precondition_required');
  const match = /^"r(\d{1,9})"$/.exec(tag.trim());
  if (!match?.[1])
    throw new Refusal('validation_failed', { errors: [{ pointer: 'If-Match', code: 'bad_format' }] });
  return Number(match[1]);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (depthOf(parsed) > MAX_DEPTH) throw new RangeError('too deep');
    return parsed;
  } catch {
    throw new Refusal('malformed_json');
  }
}

function depthOf(value: unknown, depth = 0): number {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return depth;
  return Object.values(value).reduce<number>(
    (deepest, inner) => Math.max(deepest, depthOf(inner, depth + 1)),
    depth,
  );
}

/** One zod issue as faults of the wire's own vocabulary. */
function faultsOf(issue: z.core.$ZodIssue, prefix: string): readonly FieldFault[] {
  const path = issue.path.map(String);
  const pointer =
    prefix === ''
      ? path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
      : `${prefix}${path.join('.')}`;
  const fault = faultOfIssue(issue);
  if (issue.code !== 'unrecognized_keys') return [{ pointer, ...fault }];
  return issue.keys.map((key) => ({
    pointer: prefix === '' ? `${pointer}/${key}` : `${prefix}${key}`,
    ...fault,
  }));
}
