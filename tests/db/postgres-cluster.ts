/**
 * A temporary PostgreSQL server in its own directory and on a free port. Missing binaries are an error; tests are not
 * skipped.
 */
import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type Cluster = {
  readonly dir: string;
  readonly port: number;
  /** A URL for any role and database of the cluster; it needs no password, because local connections are trusted. */
  url(role: string, database: string): string;
};

export type ClusterOptions = {
  /** On for fault tests, which need durable commits; off by default, because it is slow. */
  readonly fsync?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
};

export const SUPERUSER = 'postgres';
const run = promisify(execFile);

/** Creates and starts a cluster in `dir`, which must not exist yet. */
export async function startCluster(dir: string, options: ClusterOptions = {}): Promise<Cluster> {
  const bin = findBinaries();
  mkdirSync(dir, { recursive: true });
  giveTo(dir);
  const data = join(dir, 'data');
  await asServer(join(bin, 'initdb'), [
    '-D',
    data,
    '-U',
    SUPERUSER,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: dir,
    max_connections: '200',
    shared_buffers: '64MB',
    fsync: options.fsync ? 'on' : 'off',
    synchronous_commit: options.fsync ? 'on' : 'off',
    full_page_writes: options.fsync ? 'on' : 'off',
    // Unusual on purpose, so that a test fails if the product depends on the server's zone or date style.
    timezone: 'Asia/Almaty',
    datestyle: 'SQL, DMY',
    ...options.settings,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  writeFileSync(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
  writeFileSync(join(dir, 'port'), String(port));
  await startAgain(dir);
  return clusterAt(dir);
}

/** A running cluster that another process has started. */
export function clusterAt(dir: string): Cluster {
  const port = Number(readFileSync(join(dir, 'port'), 'utf8'));
  return { dir, port, url: (role, database) => `postgres://${role}@127.0.0.1:${port}/${database}` };
}

export async function startAgain(dir: string): Promise<void> {
  const log = join(dir, 'server.log');
  await asServer(join(findBinaries(), 'pg_ctl'), [
    '-D',
    join(dir, 'data'),
    '-l',
    log,
    '-w',
    '-t',
    '60',
    'start',
  ]);
}

/** `immediate` is like a crash: no checkpoint, and recovery at the next start. */
export async function stopCluster(dir: string, mode: 'fast' | 'immediate' = 'immediate'): Promise<void> {
  if (!existsSync(join(dir, 'data', 'postmaster.pid'))) return;
  await asServer(join(findBinaries(), 'pg_ctl'), ['-D', join(dir, 'data'), '-m', mode, '-w', 'stop']);
}

/** Runs a PostgreSQL program as the server's user. */
async function asServer(file: string, args: readonly string[]): Promise<void> {
  await run(file, [...args], {
    ...serverUser(),
    cwd: '/',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' },
  });
}

function findBinaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number).filter(Number.isFinite) : [];
  const newest = versions
    .sort((a, b) => b - a)
    .find((version) => existsSync(join(root, String(version), 'bin', 'initdb')));
  if (newest === undefined) {
    throw new Error(
      `These tests need PostgreSQL 15 or later under ${root} (Debian: apt install postgresql).`,
    );
  }
  return join(root, String(newest), 'bin');
}

/** The user for the server: PostgreSQL refuses to run as root, so root starts it as `postgres` or `nobody`. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('root may not run PostgreSQL, and there is neither a user postgres nor nobody.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function giveTo(dir: string): void {
  const { uid, gid } = serverUser();
  if (uid !== undefined && gid !== undefined) chownSync(dir, uid, gid);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
