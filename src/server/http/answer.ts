/** Builds the API's responses, JSON and files, with the headers that each must carry. */

/**
 * A JSON response that must not be cached. A record's version becomes the ETag,
 * which the next change sends as If-Match.
 */
export function answer(
  body: unknown,
  status: number,
  requestId: string,
  more: { edit?: ((headers: Headers) => void) | undefined; retryAfter?: number | undefined } = {},
): Response {
  const headers = new Headers({
    'content-type': status >= 400 ? 'application/problem+json' : 'application/json',
    'cache-control': 'no-store',
    'x-request-id': requestId,
  });
  const version = status < 400 ? versionOf(body) : null;
  if (version !== null) headers.set('etag', `"r${version}"`);
  if (more.retryAfter !== undefined) headers.set('retry-after', String(more.retryAfter));
  more.edit?.(headers);
  return new Response(JSON.stringify(body), { status, headers });
}

function versionOf(body: unknown): number | null {
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number'
    ? body.version
    : null;
}

export type FileAnswer = {
  /** ASCII only, because it becomes part of a header. */
  name: string;
  type: string;
  bytes: number;
  open: () => ReadableStream<Uint8Array>;
};

/** A file that must not be cached and that the browser saves instead of displaying. */
export function fileAnswer({ name, type, bytes, open }: FileAnswer, requestId: string): Response {
  return new Response(open(), {
    headers: {
      'content-type': type,
      'content-length': String(bytes),
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-request-id': requestId,
    },
  });
}
