/** Opens the database that the environment names, migrates its schema, and checks that the key file fits the data. */
import { resolve } from 'node:path';
import { sql } from 'kysely';
import type { Database, Space } from '#server/db/database.ts';
import { ensureSchema, hasSchema, migrate, roleFlaws, schemaState } from '#server/db/migrate.ts';
import { APP_ROLE } from '#server/db/pglite.ts';
import { type EmbeddedDatabase, openEmbedded } from '#server/db/pglite-node.ts';
import { openPostgres, roleOfUrl } from '#server/db/postgres.ts';
import type { Log } from '#server/deps.ts';
import { canaryState, layCanary } from '#server/system/canary.ts';
import { loadKeyFile, loadOrCreateKeyFile } from '#server/vault/key-file-node.ts';
import type { Vault } from '#server/vault/vault.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import { lacksCluster, refuseSecondDesk } from './earlier-desk-node.ts';
import { backUpBefore } from './embedded-jobs-node.ts';
import { type Environment, StartFault } from './environment.ts';

export type Opened = {
  db: Database;
  /** Present when the database is the embedded one. */
  embedded: EmbeddedDatabase | null;
  migrated: readonly string[];
};

type Place = Pick<Environment, 'mode' | 'databaseUrl' | 'migrateUrl' | 'dataDir' | 'keyFile' | 'checkpoints'>;

/** `create`: a server makes a new desk where there is none; a command works on an existing one only. */
export type OpenOptions = { create: boolean; now: Temporal.Instant; log: Log };

/** Opens and migrates. @throws StartFault, DataDirInUse, DataDirUnusable, DatabaseFault; closes everything first */
export async function openDatabase(place: Place, options: OpenOptions): Promise<Opened> {
  return place.databaseUrl === null
    ? openOwn(place, options)
    : openServer(place, { ...options, url: place.databaseUrl });
}

async function openOwn(place: Place, { create, now, log }: OpenOptions): Promise<Opened> {
  if (lacksCluster(place.dataDir)) await beforeNew(place, create);
  const embedded = await openEmbedded({
    dir: place.dataDir,
    onSpace: spaceLog(log),
    onFatal: (line) => {
      log.error({}, line);
      process.exit(70);
    },
  });
  try {
    if (await holdsOldDesk(embedded)) await backUpBefore(embedded, place.dataDir, now);
    const migrated = await ensureSchema(embedded, embedded.owner, { appRole: APP_ROLE, now });
    return { db: embedded, embedded, migrated };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** Says once each time what the disk space has become; the calls that it refuses are not in the log. */
function spaceLog(log: Log): (space: Space) => void {
  const says = {
    ok: 'there is disk space again, changes are accepted',
    low: 'disk space is low: changes are refused, reading goes on',
    full: 'the disk is full: nothing can be written, so nothing that must be recorded is answered',
  } as const satisfies Record<Space, string>;
  return (space) => (space === 'ok' ? log.info({ space }, says.ok) : log.error({ space }, says[space]));
}

/** Whether a migration is due on data; a first start that was interrupted has none yet. */
async function holdsOldDesk({ owner }: EmbeddedDatabase): Promise<boolean> {
  if (!(await hasSchema(owner)) || (await schemaState(owner)) !== 'old') return false;
  const { rows } = await sql`select from setting where key = 'canary'`.execute(owner.kysely);
  return rows.length > 0;
}

/** Refuses to make a desk for a command, and a second desk for a server. @throws StartFault */
async function beforeNew(place: Place, create: boolean): Promise<void> {
  if (create) return refuseSecondDesk(place);
  const where = place.databaseUrl === null ? resolve(place.dataDir) : 'the database of DATABASE_URL';
  throw new StartFault(
    `There is no desk in ${where}.`,
    'Run the command with the environment of the service (docs/operations.md, “The operator’s command”); the first start of the server makes a desk.',
  );
}

async function openServer(
  place: Place,
  { create, now, log, url }: OpenOptions & { url: string },
): Promise<Opened> {
  const { migrateUrl } = place;
  const db = openPostgres({
    url,
    onSpace: spaceLog(log),
    onIdleError: (error) =>
      log.warn({ error: `DatabaseUnavailable: ${error.message}` }, 'a database session broke'),
  });
  const owner = migrateUrl === null ? undefined : openPostgres({ url: migrateUrl, maxSessions: 1 });
  try {
    if (migrateUrl !== null && !(await hasSchema(db))) await beforeNew(place, create);
    const migrated = await ensureSchema(db, owner, { appRole: roleOfUrl(url), now });
    for (const flaw of await roleFlaws(db))
      log.warn({ flaw }, 'the role in DATABASE_URL is stronger than it should be: see docs/operations.md');
    return { db, embedded: null, migrated };
  } catch (error) {
    await db.close();
    throw error;
  } finally {
    await owner?.close();
  }
}

/** The command `npm run otinish -- migrate`: connects as the owner; servers may be running meanwhile. */
export async function migrateServer(place: Place, now: Temporal.Instant): Promise<readonly string[]> {
  const { databaseUrl, migrateUrl } = place;
  if (databaseUrl === null || migrateUrl === null)
    throw new StartFault(
      'migrate needs both DATABASE_URL (the serving role) and OTINISH_MIGRATE_URL (the owner).',
      'The embedded database needs no such step: it migrates itself when the server starts.',
    );
  const owner = openPostgres({ url: migrateUrl, maxSessions: 1 });
  try {
    if (!(await hasSchema(owner))) await refuseSecondDesk(place);
    return await migrate(owner, { appRole: roleOfUrl(databaseUrl), now });
  } finally {
    await owner.close();
  }
}

export type OpenedVault = { vault: Vault; path: string; created: boolean };

/**
 * Returns the vault of the key file; creates a key only for an empty database. @throws StartFault when the data were
 * encrypted with another key, KeyFileError
 */
export async function openVault(
  { db, embedded }: Pick<Opened, 'db' | 'embedded'>,
  { keyFile, dataDir }: Pick<Environment, 'keyFile' | 'dataDir'>,
  now: Temporal.Instant,
): Promise<OpenedVault> {
  const row = await db.kysely
    .selectFrom('setting')
    .select('key')
    .where('key', '=', 'canary')
    .executeTakeFirst();
  const place = { path: keyFile, dataDirectory: embedded ? dataDir : null };
  const { ring, path, created } = loadOrCreateKeyFile({ ...place, dataExists: row !== undefined });
  const vault = nodeVault(ring, () => loadKeyFile(place).ring);
  // The canary is a known value, encrypted into a new database; only the right key decrypts it later.
  await layCanary(db.kysely, vault, now);
  if ((await canaryState(db.kysely, vault)) !== 'right')
    throw new StartFault(
      `The key file ${path} is not the one these data were encrypted with.`,
      'Put the right one there, or name it with OTINISH_KEY_FILE. Nothing was changed.',
    );
  return { vault, path, created };
}
