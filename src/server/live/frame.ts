/** Server-sent events as text (WHATWG HTML, 9.2.6). Ids of requests and nothing else travel in them. */
import type { z } from 'zod';
import type { streamEvents } from '#contract/session.ts';

type Live = z.output<typeof streamEvents.response>;
export type Change = Live['requests'][number];

/** How long a browser waits before it comes back, ms. */
const RETRY_MS = 2_000;

export const FRAMES = {
  /** First on every stream; the id comes back as Last-Event-ID. */
  open: (id: string) => `retry: ${RETRY_MS}\nid: ${id}\n\n`,
  changes: (id: string, requests: readonly Change[]) =>
    `id: ${id}\ndata: ${JSON.stringify({ requests } satisfies { requests: readonly Change[] })}\n\n`,
  /** Something may have been missed: read again what is on the screen. */
  resync: (id: string) => `id: ${id}\nevent: resync\ndata: {}\n\n`,
  heartbeat: () => ': \n\n',
  /** Last before an orderly end. */
  close: () => `retry: ${RETRY_MS}\n\n`,
} as const;
