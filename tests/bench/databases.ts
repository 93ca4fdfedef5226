/** Prepares the databases of a measurement: a temporary PostgreSQL with durable commits, and embedded directories. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { signInAddress } from '#domain/access/sign-in-address.ts';
import type { Database } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { APP_ROLE } from '#server/db/pglite.ts';
import { openEmbedded } from '#server/db/pglite-node.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { openSession } from '#server/session/sessions.ts';
import { layCanary } from '#server/system/canary.ts';
import { loadOrCreateKeyFile } from '#server/vault/key-file-node.ts';
import type { Vault } from '#server/vault/vault.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import { type Cluster, clusterAt, SUPERUSER, startAgain, startCluster } from '#tests/db/postgres-cluster.ts';
import { type Filled, fill } from './fill.ts';

const OWNER_ROLE = 'otinish_owner';
const OFFICER = {
  id: '0198c0de-0000-7000-8000-000000000001',
  name: 'Жұлдыз Бенчева',
  roles: ['privacy_officer' as const],
};

/** Typical settings of a small server; none that gives up durability for speed. */
const SETTINGS = {
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '30min',
  maintenance_work_mem: '256MB',
};

type Ready = { filled: Filled | null; token: string };
export type PostgresReady = Ready & { url: string };
export type EmbeddedReady = Ready & { dir: string; copy: string };

/** The vault and its key file below `home`, which a later run can use again without filling the databases anew. */
export function vaultAt(home: string): { vault: Vault; keyFile: string } {
  const keyFile = join(home, 'keys', 'bench.key');
  const { ring } = loadOrCreateKeyFile({ path: keyFile, dataExists: false, dataDirectory: null });
  return { vault: nodeVault(ring), keyFile };
}

export async function clusterIn(home: string): Promise<Cluster> {
  await mkdir(home, { recursive: true });
  await chmod(home, 0o711); // PostgreSQL's user must be able to pass through to its own directory
  const dir = join(home, 'cluster');
  if (!existsSync(join(dir, 'port'))) {
    const cluster = await startCluster(dir, { fsync: true, settings: SETTINGS });
    await once(cluster.url(SUPERUSER, 'postgres'), async (admin) => {
      for (const role of [OWNER_ROLE, APP_ROLE])
        await sql.raw(`create role ${role} login`).execute(admin.kysely);
    });
    return cluster;
  }
  if (!existsSync(join(dir, 'data', 'postmaster.pid'))) await startAgain(dir);
  return clusterAt(dir);
}

/** The pid of the postmaster, the parent of every process that serves a session. */
export function serverPid({ dir }: Cluster): number {
  return Number(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** A database of `total` requests, made unless the cluster has it already, and a session of an officer. */
export async function postgresWith(
  cluster: Cluster,
  vault: Vault,
  total: number,
  now: () => Temporal.Instant,
): Promise<PostgresReady> {
  const name = `bench_${total}`;
  const mark = join(cluster.dir, `${name}.filled`);
  let filled: Filled | null = null;
  if (!existsSync(mark)) {
    await once(cluster.url(SUPERUSER, 'postgres'), async (admin) => {
      await sql.raw(`drop database if exists ${name}`).execute(admin.kysely);
      await sql.raw(`create database ${name} owner ${OWNER_ROLE}`).execute(admin.kysely);
    });
    filled = await once(cluster.url(OWNER_ROLE, name), async (owner) => {
      await migrate(owner, { appRole: APP_ROLE, now: now() });
      return furnish(owner, vault, total, now());
    });
    // Autovacuum would have done this within a day.
    await once(cluster.url(SUPERUSER, name), (admin) =>
      admin.session((session) => sql`vacuum (analyze)`.execute(session), { budgetMs: 600_000 }),
    );
    await once(cluster.url(SUPERUSER, name), (admin) =>
      admin.session((session) => sql`checkpoint`.execute(session), { budgetMs: 600_000 }),
    );
    writeFileSync(mark, JSON.stringify(filled));
  }
  // A database of an earlier run may lack the newest migrations.
  await once(cluster.url(OWNER_ROLE, name), (owner) => migrate(owner, { appRole: APP_ROLE, now: now() }));
  const url = cluster.url(APP_ROLE, name);
  const token = await once(url, (db) => signIn(db, vault, now()));
  return { filled: filled ?? (JSON.parse(readFileSync(mark, 'utf8')) as Filled), token, url };
}

/** Two directories with the same content, for product and floor, because a directory serves only one process. */
export async function embeddedWith(
  home: string,
  vault: Vault,
  total: number,
  now: () => Temporal.Instant,
): Promise<EmbeddedReady> {
  const dir = join(home, `embedded-${total}`);
  const copy = join(home, `embedded-${total}-floor`);
  const fresh = !existsSync(dir);
  const db = await openEmbedded({ dir });
  try {
    let filled: Filled | null = null;
    if (fresh) {
      await migrate(db.owner, { appRole: APP_ROLE, now: now() });
      filled = await furnish(db.owner, vault, total, now());
      await db.owner.session((session) => sql`vacuum (analyze)`.execute(session), { budgetMs: 60_000 });
    }
    const token = await signIn(db, vault, now());
    await db.checkpoint();
    return { filled, token, dir, copy };
  } finally {
    await db.close();
    if (!existsSync(copy)) await cp(dir, copy, { recursive: true });
  }
}

async function furnish(owner: Database, vault: Vault, total: number, now: Temporal.Instant): Promise<Filled> {
  await layCanary(owner.kysely, vault, now);
  const staff = Array.from({ length: 12 }, (_, at) => ({
    ...OFFICER,
    id: `0198c0de-0000-7000-8000-0000000001${String(at).padStart(2, '0')}`,
    name: `Ойдан Шығарылған ${at + 1}`,
  }));
  const people = [OFFICER, ...staff].map(({ roles, ...person }) => ({
    ...person,
    roles: [...roles],
    email: signInAddress(`${person.id.slice(-4)}@desk.example`),
    ends_on: null,
    disabled_at: null,
    password_hash: '-',
    last_seen_at: null,
    created_at: now.toString(),
  }));
  await owner.kysely.insertInto('person').values(people).execute();
  return fill(owner, { vault, now, total, staff: staff.map(({ id }) => id) });
}

async function signIn(db: Database, vault: Vault, now: Temporal.Instant): Promise<string> {
  const opened = await db.transaction((tx) =>
    openSession({ tx, ports: { vault }, now }, OFFICER, 'password', null),
  );
  return opened.token;
}

async function once<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openPostgres({ url, maxSessions: 1, budgetMs: 600_000 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
