/** Asks the server of this environment whether it is ready, over the network as a load balancer would. */
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Environment } from '#server/process/environment.ts';

export type Probed = { at: string; ready: boolean; why: string };

const PATIENCE_MS = 3_000;

/** Returns null when nothing answers there. */
export function probe({
  host,
  port,
  tls,
}: Pick<Environment, 'host' | 'port' | 'tls'>): Promise<Probed | null> {
  const here = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const at = `${tls ? 'https' : 'http'}://${here.includes(':') ? `[${here}]` : here}:${port}`;
  const ask = tls ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    // The certificate is of the public name and not of this address; nothing secret is sent.
    const options = { timeout: PATIENCE_MS, ...(tls ? { rejectUnauthorized: false } : {}) };
    const asked = ask(`${at}/api/health/ready`, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ at, ready: response.statusCode === 200, why: whyOf(text) }));
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(null));
    asked.end();
  });
}

function whyOf(text: string): string {
  try {
    const { why, title } = JSON.parse(text) as { why?: unknown; title?: unknown };
    return String(why ?? title ?? '');
  } catch {
    return 'another program answers there';
  }
}
