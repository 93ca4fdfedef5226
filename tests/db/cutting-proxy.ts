/** A TCP proxy to PostgreSQL that breaks connections on order: before or after a given client message, or at once. */
import { connect, createServer, type Socket } from 'node:net';

export type CuttingProxy = {
  readonly port: number;
  /** The next client message that contains `word` still reaches the server, but its answer never reaches the client. */
  cutAfter(word: string): void;
  /** The next client message that contains `word` never reaches the server. */
  cutBefore(word: string): void;
  /** Breaks every open connection now. */
  cutNow(): void;
  /** While frozen, connections stay open but forward no bytes, like a network that drops packets. */
  freeze(frozen: boolean): void;
  close(): Promise<void>;
};

/** The message ReadyForQuery with the status "idle". */
const READY_IN_NO_TRANSACTION = Buffer.from('Z\0\0\0\x05I', 'latin1');

export async function cuttingProxy(targetPort: number): Promise<CuttingProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let plan: { readonly word: string; readonly deliver: boolean } | undefined;
  let frozen = false;

  const server = createServer((client) => {
    const upstream = connect(targetPort, '127.0.0.1');
    const pair = [client, upstream] as const;
    pairs.add(pair);
    let deaf = false;
    let unheard = Buffer.alloc(0);
    const cut = () => {
      pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    };
    client.on('data', (chunk) => {
      if (frozen) return;
      const hit = plan && chunk.includes(plan.word) ? plan : undefined;
      if (!hit) {
        upstream.write(chunk);
        return;
      }
      plan = undefined;
      deaf = true;
      if (!hit.deliver) cut();
      else upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (!deaf && !frozen) client.write(chunk);
      if (!deaf) return;
      // Cut when the server reports that it is idle: earlier, the statement may not have run.
      unheard = Buffer.concat([unheard, chunk]);
      if (unheard.includes(READY_IN_NO_TRANSACTION)) cut();
    });
    for (const socket of pair) socket.on('error', cut).on('close', cut);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const cutNow = () => {
    for (const [client, upstream] of pairs) {
      client.destroy();
      upstream.destroy();
    }
    pairs.clear();
  };

  return {
    port,
    cutAfter: (word) => {
      plan = { word, deliver: true };
    },
    cutBefore: (word) => {
      plan = { word, deliver: false };
    },
    cutNow,
    freeze: (value) => {
      frozen = value;
    },
    close: () => {
      cutNow();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
