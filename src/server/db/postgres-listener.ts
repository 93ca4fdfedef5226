/** LISTEN on a dedicated session that reconnects by itself and reports when messages may have been missed. */
import type pg from 'pg';
import type { Database, Unlisten } from './database.ts';

type Subscriber = { readonly onMessage: (payload: string) => void; readonly onGap: (() => void) | undefined };

export type Listener = { readonly listen: Database['listen']; close(): Promise<void> };

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** Ms between probes: a dead connection that sends no error is detected only by a query. */
const PROBE_MS = 15_000;

/** `connect` returns an unconnected client; the session opens with the first `listen`. */
export function postgresListener(connect: () => pg.Client): Listener {
  const channels = new Map<string, Set<Subscriber>>();
  let client: Promise<pg.Client> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let probe: NodeJS.Timeout | undefined;
  let closed = false;

  const session = (): Promise<pg.Client> => {
    client ??= open().catch((error) => {
      client = undefined;
      throw error;
    });
    return client;
  };

  const open = async (): Promise<pg.Client> => {
    const fresh = connect();
    let over = false;
    const lost = () => {
      if (over) return; // a lost connection emits both 'error' and 'end'
      over = true;
      clearInterval(probe);
      client = undefined;
      fresh.end().catch(() => undefined);
      if (!closed) comeBack(FIRST_WAIT_MS);
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ({ channel, payload }) => {
      for (const subscriber of channels.get(channel) ?? []) subscriber.onMessage(payload ?? '');
    });
    try {
      await fresh.connect();
      for (const channel of channels.keys()) await fresh.query(`listen ${channel}`);
    } catch (error) {
      over = true; // the caller gets the error; only an established session reconnects by itself
      fresh.end().catch(() => undefined);
      throw error;
    }
    probe = setInterval(() => {
      // Spread, because the type of a query's options lacks query_timeout.
      fresh.query({ text: 'select 1', ...{ query_timeout: LONGEST_WAIT_MS } }).catch(lost);
    }, PROBE_MS).unref();
    return fresh;
  };

  const comeBack = (waitMs: number) => {
    clearTimeout(retry);
    retry = setTimeout(
      () => {
        if (closed || channels.size === 0) return;
        session().then(
          () => {
            for (const subscribers of channels.values()) for (const { onGap } of subscribers) onGap?.();
          },
          () => comeBack(Math.min(waitMs * 2, LONGEST_WAIT_MS)),
        );
      },
      waitMs * (1 + Math.random()),
    ).unref();
  };

  const listen: Database['listen'] = async (channel, onMessage, onGap): Promise<Unlisten> => {
    const subscriber = { onMessage, onGap };
    const subscribers = channels.get(channel) ?? new Set();
    const isFirst = subscribers.size === 0;
    channels.set(channel, subscribers.add(subscriber));
    // Does not fail when there is no connection, because late live updates are better than a server that does not
    // start.
    await session()
      .then((on) => (isFirst ? on.query(`listen ${channel}`) : undefined))
      .catch(() => comeBack(FIRST_WAIT_MS));
    return async () => {
      subscribers.delete(subscriber);
      if (subscribers.size > 0) return;
      channels.delete(channel);
      await client?.then((on) => on.query(`unlisten ${channel}`)).catch(() => undefined);
    };
  };

  return {
    listen,
    close: async () => {
      closed = true;
      clearTimeout(retry);
      clearInterval(probe);
      await client?.then((on) => on.end()).catch(() => undefined);
    },
  };
}
