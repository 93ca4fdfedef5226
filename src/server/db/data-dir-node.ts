/**
 * Layout of the data directory, and the checks before it is opened. A new cluster is made as a draft beside its final
 * path and renamed when complete, so that an interrupted start leaves no half-made one.
 */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { DataDirUnusable } from './faults.ts';

/** The major version of PostgreSQL inside our PGlite; no other version can read its files. */
const CLUSTER_VERSION = '18';

const REPLACED = 'cluster.replaced-';

export type DataDir = {
  readonly dir: string;
  readonly cluster: string;
  /** Where a new or restored cluster is made; incomplete by definition, so it is removed at each start. */
  readonly draft: string;
  /** The files of the cluster as they were when a dump began; removed when it is packed. */
  readonly copy: string;
};

/** Makes the directory, accessible to this user only. @throws DataDirUnusable */
export function dataDirAt(dir: string): DataDir {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    chmodSync(dir, 0o700);
  } catch (error) {
    throw new DataDirUnusable(
      `${dir} cannot be made private to this user (${error instanceof Error ? error.message : error}). Choose a directory it owns.`,
    );
  }
  return {
    dir,
    cluster: join(dir, 'cluster'),
    draft: join(dir, 'cluster.draft'),
    copy: join(dir, 'cluster.copy'),
  };
}

/**
 * Call with the lock held. @returns whether there is a cluster. @throws DataDirUnusable when this program cannot read
 * it.
 */
export function checkCluster(place: DataDir): boolean {
  const { cluster, dir } = place;
  removeDraft(place);
  if (!existsSync(cluster)) {
    // A restore was interrupted between its two renames. Creating a new cluster here would hide the old one's data.
    if (readdirSync(dir).some((name) => name.startsWith(REPLACED))) {
      throw new DataDirUnusable(
        `${dir} holds only a replaced cluster: a restore was interrupted. Run it again with: npm run otinish -- restore`,
      );
    }
    return false;
  }
  const file = join(cluster, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (version === '') {
    throw new DataDirUnusable(
      `${cluster} is damaged: PG_VERSION is missing. Restore the last dump with: npm run otinish -- restore`,
    );
  }
  if (version !== CLUSTER_VERSION) {
    throw new DataDirUnusable(
      `${dir} was written by PostgreSQL ${version}; this release reads ${CLUSTER_VERSION}. Start the release that wrote it, or follow "Another PostgreSQL version" in docs/operations.`,
    );
  }
  return true;
}

/** Removes what an interrupted start, restore or dump left. */
export function removeDraft({ draft, copy }: DataDir): void {
  for (const path of [draft, copy]) rmSync(path, { recursive: true, force: true });
}

/**
 * Syncs the finished draft and renames it into place, safe against a power cut. @returns the replaced cluster's new
 * path.
 */
export function adoptDraft({ dir, cluster, draft }: DataDir): string | undefined {
  syncTree(draft);
  let replaced: string | undefined;
  if (existsSync(cluster)) {
    const taken = new Set(readdirSync(dir));
    let n = 1;
    while (taken.has(`${REPLACED}${n}`)) n += 1;
    replaced = join(dir, `${REPLACED}${n}`);
    renameSync(cluster, replaced);
  }
  renameSync(draft, cluster);
  syncPath(dir);
  return replaced;
}

/** Takes the rights of other users from every file of the cluster, which PGlite creates readable by all. */
export function makePrivate({ cluster }: DataDir): void {
  for (const { parentPath, name } of readdirSync(cluster, { recursive: true, withFileTypes: true })) {
    const path = join(parentPath, name);
    const { mode } = statSync(path);
    if (mode & 0o077) chmodSync(path, mode & 0o700);
  }
}

/** Bytes of the cluster's files. */
export function clusterBytes({ cluster }: DataDir): number {
  return readdirSync(cluster, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** Bytes that this user can still write. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

function syncTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) syncTree(inner);
    else if (entry.isFile()) syncPath(inner);
  }
  syncPath(path);
}

function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
