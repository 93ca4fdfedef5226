/** A file as an answer: kept by nobody on the way, saved and never shown by the browser. */

export type FileAnswer = {
  /** Plain ASCII: it stands in a header. */
  name: string;
  type: string;
  bytes: number;
  open: () => ReadableStream<Uint8Array>;
};

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
