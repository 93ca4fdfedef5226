/** Reads and changes the filters of a list, which are stored in the URL alone; a contract schema parses them. */
import type { z } from 'zod';

type QueryValue = string | number | boolean | readonly string[] | null | undefined;
export type QueryPatch = Readonly<Record<string, QueryValue>>;

/** The query parsed by the schema. Invalid parts are dropped, so that an old or mistyped link still opens the page. */
export function parseQuery<S extends z.ZodObject>(params: URLSearchParams, schema: S): z.output<S> {
  const given = Object.fromEntries(params);
  const first = schema.safeParse(given);
  if (first.success) return first.data;
  const bad = new Set(
    first.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
    ),
  );
  const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !bad.has(key)));
  const second = schema.safeParse(rest);
  return second.success ? second.data : schema.parse({});
}

/**
 * The query after a change. An empty value removes its parameter; the cursor is dropped, because it belongs to the old
 * filters.
 */
export function withQuery(params: URLSearchParams, patch: QueryPatch): URLSearchParams {
  const next = new URLSearchParams(params);
  if (!('cursor' in patch)) next.delete('cursor');
  for (const [key, value] of Object.entries(patch)) {
    const text = textOf(value);
    if (text === '') next.delete(key);
    else next.set(key, text);
  }
  // One order for one set of filters, so that the same list always has the same URL.
  next.sort();
  return next;
}

function textOf(value: QueryValue): string {
  if (value === null || value === undefined || value === false) return '';
  return Array.isArray(value) ? value.join(',') : String(value);
}
