/**
 * The command line's channel to a running server: a Unix socket that only the service's own account (and root) can
 * open. Only one process can open the embedded database, so the command line asks that process.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WhichAdministrator } from '#server/session/administrator-link.ts';
import type { Environment } from './environment.ts';

export type Control = { close(): Promise<void> };
/** What the server does for the command line, by the command's name. */
export type ServedCommands = Readonly<Record<string, (argument: string | null) => Promise<unknown>>>;
type Place = Pick<Environment, 'databaseUrl' | 'dataDir'>;

/** Below Linux's limit of 108 bytes for the path of a socket. */
const LONGEST_PATH = 100;

/** Opens the socket; undefined with PostgreSQL, because the command line opens that database itself. */
export async function openControl(place: Place, commands: ServedCommands): Promise<Control | undefined> {
  if (place.databaseUrl !== null) return undefined;
  const path = socketPath(place.dataDir);
  rmSync(path, { force: true }); // this process holds the directory's lock, so an existing socket is a dead server's
  const server = createServer((incoming, outgoing) => void answerCommand(commands, incoming, outgoing));
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(path, done);
  });
  chmodSync(path, 0o600);
  return {
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answerCommand(
  commands: ServedCommands,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://control');
  const run = commands[url.pathname.slice(1)];
  try {
    const body = run ? { done: await run(url.searchParams.get('argument')) } : { fault: 'unknown command' };
    outgoing.end(JSON.stringify(body));
  } catch (error) {
    const emails = error instanceof WhichAdministrator ? { emails: error.emails } : {};
    const remedy = error instanceof Error && 'remedy' in error ? { remedy: String(error.remedy) } : {};
    const fault = error instanceof Error ? error.message : String(error);
    outgoing.end(JSON.stringify({ fault, ...remedy, ...emails }));
  }
}

export type Reply = { done?: unknown; fault?: string; remedy?: string; emails?: readonly string[] };

/** Returns the running server's reply; null when none runs on this directory. */
export async function askServer(
  place: Place,
  command: string,
  argument: string | null,
): Promise<Reply | null> {
  const path = socketPath(place.dataDir);
  if (!existsSync(path)) return null;
  const query = argument === null ? '' : `?${new URLSearchParams({ argument })}`;
  return new Promise((done, failed) => {
    const asked = request({ socketPath: path, path: `/${command}${query}` }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => done(JSON.parse(text) as Reply));
    });
    // ECONNREFUSED: the socket file of a process that was killed.
    asked.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? done(null) : failed(error),
    );
    asked.end();
  });
}

/** In the data directory; in the user's private temporary directory when that path would be too long for a socket. */
function socketPath(dataDir: string): string {
  const beside = join(resolve(dataDir), 'control.sock');
  if (Buffer.byteLength(beside) <= LONGEST_PATH) return beside;
  const private_ = join(tmpdir(), `otinish-${process.getuid?.() ?? 0}`);
  mkdirSync(private_, { recursive: true, mode: 0o700 });
  return join(private_, `${createHash('sha256').update(beside).digest('hex').slice(0, 16)}.sock`);
}
