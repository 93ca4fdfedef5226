/**
 * Makes what the browser demo downloads besides its scripts: PostgreSQL as WebAssembly, its own files, and the image of
 * a migrated, empty database, so that no visitor waits for initdb and the migrations. Runs in Node when the demo is
 * built.
 *
 * The image holds no requests: their dates are relative to the day of the visit, and stored dates, encrypted rows and
 * the signed log cannot be shifted afterwards.
 */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '#server/db/migrate.ts';
import { APP_ROLE, openPglite } from '#server/db/pglite.ts';
import { type Files, filesBelow, type ImageFile, PGDATA, packImage } from './image.ts';

const PACKAGE = import.meta.resolve('@electric-sql/pglite');

/** By the names of `Parts`, compressed with gzip here, because many hosts of static files compress none of them. */
export async function makeParts(
  now: Temporal.Instant,
): Promise<Record<'engine' | 'files' | 'image', Uint8Array>> {
  const [engine, files, image] = await Promise.all([
    readFile(new URL('pglite.wasm', PACKAGE)).then(packed),
    readFile(new URL('pglite.data', PACKAGE)).then(packed),
    makeImage(now).then(packed),
  ]);
  return { engine, files, image };
}

async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  return await promisify(gzip)(bytes, { level: 9 });
}

export async function makeImage(now: Temporal.Instant): Promise<Uint8Array> {
  const pglite = await PGlite.create();
  try {
    await migrate(openPglite(pglite).owner, { appRole: APP_ROLE, now });
    await pglite.query('reset role');
    // The journal of the migrations is left behind in a segment that is then dropped instead of being recycled.
    for (const statement of ['set wal_recycle = off', 'select pg_switch_wal()', 'checkpoint', 'checkpoint'])
      await pglite.query(statement);
    // The copy of a running database: its control file says so, and PostgreSQL replays the journal when it is opened.
    return packImage(filesBelow(pglite.Module.FS as unknown as Files, PGDATA).filter(isNeeded));
  } finally {
    await pglite.close();
  }
}

/** Databases 1 and 4 are templates, from which nothing is made here; PostgreSQL looks for their directories only. */
function isNeeded({ path }: ImageFile): boolean {
  return !/^\/base\/[14]\/(?!PG_VERSION$)/.test(path);
}
