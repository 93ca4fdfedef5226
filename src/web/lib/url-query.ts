/** The list's filters live in the URL and nowhere else: reading them with a contract schema, changing them. */
import type { z } from 'zod';

type QueryValue = string | number | boolean | readonly string[] | null | undefined;
export type QueryPatch = Readonly<Record<string, QueryValue>>;

/** What the URL asks, as the schema understands it; a part that makes no sense is left out, never an error page. */
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

/** The URL after a change: several values go comma separated, nothing goes away, and the place in the list is forgotten. */
export function withQuery(params: URLSearchParams, patch: QueryPatch): URLSearchParams {
  const next = new URLSearchParams(params);
  if (!('cursor' in patch)) next.delete('cursor');
  for (const [key, value] of Object.entries(patch)) {
    const text = textOf(value);
    if (text === '') next.delete(key);
    else next.set(key, text);
  }
  next.sort();
  return next;
}

function textOf(value: QueryValue): string {
  if (value === null || value === undefined || value === false) return '';
  return Array.isArray(value) ? value.join(',') : String(value);
}
