/**
 * Keeps a server from starting an empty desk, or another one, where a desk already is. When the environment's file is
 * lost, the server would otherwise open a new embedded database, hand out a link for a new administrator, and append the
 * new log's checkpoints to those of the real log.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import { namesIn } from '#server/audit/seal/notes-file-node.ts';
import type { Tables } from '#server/db/schema.ts';
import { type Environment, StartFault } from './environment.ts';

type Place = Pick<Environment, 'mode' | 'databaseUrl' | 'dataDir' | 'keyFile' | 'checkpoints'>;

/** What an earlier desk leaves behind. */
const TRACES: readonly ((place: Place) => Promise<string | null>)[] = [
  async ({ keyFile }) => (existsSync(keyFile) ? `the key file ${resolve(keyFile)}` : null),
  async ({ checkpoints }) =>
    (await namesIn(checkpoints)).size > 0 ? `the checkpoints in ${resolve(checkpoints)}` : null,
  async ({ databaseUrl, dataDir }) =>
    databaseUrl === null && hasDumps(dataDir) ? `the backups in ${resolve(dataDir, 'backups')}` : null,
];

/**
 * Call before anything is made. A demo has its own key and checkpoints for each day, so it is never refused.
 * @throws StartFault when a trace of an earlier desk is there
 */
export async function refuseSecondDesk(place: Place): Promise<void> {
  if (place.mode === 'demo') return;
  for (const traceIn of TRACES) {
    const trace = await traceIn(place);
    if (trace === null) continue;
    const where = place.databaseUrl === null ? resolve(place.dataDir) : 'the database of DATABASE_URL';
    throw new StartFault(
      `There is no desk in ${where}, and ${trace} belong${trace.startsWith('the key') ? 's' : ''} to one: a new, empty desk is not made.`,
      'Is the service’s environment complete (DATABASE_URL, OTINISH_DATA_DIR)? Lost data come back with: otinish restore. For a new desk first move the old key file, checkpoints and backups elsewhere.',
    );
  }
}

/** Whether the embedded database is to be made. An interrupted restore leaves another cluster and is not an empty desk. */
export function lacksCluster(dataDir: string): boolean {
  const isDirectory = statSync(dataDir, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return !isDirectory || !readdirSync(dataDir).some((name) => /^cluster($|\.replaced-)/.test(name));
}

/**
 * Call before the key is loaded and before anything is served. @throws StartFault when the file of checkpoints contains
 * other logs only: none of the database's own names is in it
 */
export async function refuseForeignCheckpoints(
  db: Kysely<Tables>,
  { checkpoints }: Pick<Place, 'checkpoints'>,
): Promise<void> {
  const published = await namesIn(checkpoints);
  if (published.size === 0) return;
  const shards = await db.selectFrom('audit_shard').select('origin').execute();
  if (shards.some(({ origin }) => published.has(origin))) return;
  throw new StartFault(
    `The checkpoints in ${resolve(checkpoints)} are of another log than the one in this database.`,
    'Set OTINISH_CHECKPOINTS to this desk’s own file, or the database to the one that belongs to it. To begin a new file, move the old one elsewhere and keep it.',
  );
}

function hasDumps(dataDir: string): boolean {
  const directory = join(dataDir, 'backups');
  return existsSync(directory) && readdirSync(directory).some((name) => name.endsWith('.tar.gz'));
}
