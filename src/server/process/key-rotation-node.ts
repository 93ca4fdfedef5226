/**
 * Rotation of the master key: a new version in the key file, then every subject's key wrapped anew under it. The old
 * versions stay in the file, because values of the organisation (secrets, details of the log) remain under them.
 */
import { sql } from 'kysely';
import { ZONE } from '#domain/time/civil.ts';
import { bySystem, type Fact, record } from '#server/audit/record/record.ts';
import type { Deps, Tx } from '#server/deps.ts';
import { type Job, nightlyAt } from '#server/jobs/runner.ts';
import { rewrapKeys } from '#server/subjects/rewrap-keys.ts';
import { renewCanary } from '#server/system/canary.ts';
import { rotateKeyFile } from '#server/vault/key-file-node.ts';

type Ports = Pick<Deps, 'db' | 'vault' | 'now' | 'newId'>;

export type Rotated = { version: number; added: boolean; rewrapped: number; left: boolean };

/** Advisory lock: two rotations at once would each write a version of the same number, and one of them would be lost. */
const LOCK = 7_143_003;
/** The setting with the version under which every key is wrapped. */
const DONE = 'key_rotation';

/**
 * Adds a version to the key file unless a rotation is unfinished, then wraps all keys under the newest. May be repeated
 * after a kill at any point. `fileOnly` stops after the file, so that it can be copied to other machines first.
 */
export async function rotateKey(
  ports: Ports,
  { keyFile, fileOnly }: { keyFile: string; fileOnly: boolean },
): Promise<Rotated> {
  const added = await ports.db.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    ports.vault.refresh();
    const unfinished = ports.vault.masterVersion > (await doneVersion(tx));
    if (!unfinished) {
      rotateKeyFile(keyFile);
      ports.vault.refresh();
    }
    // Under the new version, so that a machine or a restore with the former copy of the file is noticed at once.
    await renewCanary(tx, ports.vault, ports.now());
    return !unfinished;
  });
  const { version, ...done } = fileOnly
    ? { version: ports.vault.masterVersion, rewrapped: 0, left: true }
    : await finishRotation(ports);
  return { version, added, ...done };
}

/** Wraps what is left under older versions; records the completed rotation. */
async function finishRotation(ports: Ports): Promise<Omit<Rotated, 'added'>> {
  const { db, vault, now } = ports;
  const version = vault.masterVersion;
  const result = await rewrapKeys(ports);
  if (!result.left)
    await db.transaction(async (tx) => {
      if ((await doneVersion(tx)) >= version) return;
      await keepDone(tx, version, now());
      const fact: Fact = { event: 'system.key_rotated', count: result.rewrapped, data: { version } };
      await record(tx, [fact], bySystem(ports, now(), 'SYSTEM', 'keys'));
    });
  return { version, ...result };
}

/** Finishes a rotation that was broken off, or begun on another machine. */
export const keysJob: Job = {
  name: 'keys',
  next: nightlyAt(5, ZONE),
  leaseMinutes: 120,
  run: async (deps) => {
    deps.vault.refresh();
    const done = await deps.db.transaction((tx) => doneVersion(tx));
    if (done >= deps.vault.masterVersion) return null;
    const { rewrapped } = await finishRotation(deps);
    return { count: rewrapped };
  },
};

/** A desk that has never rotated its key is done with version 1. */
async function doneVersion(tx: Tx): Promise<number> {
  const row = await tx.selectFrom('setting').select('value').where('key', '=', DONE).executeTakeFirst();
  return row ? Number(row.value) : 1;
}

async function keepDone(tx: Tx, version: number, now: Temporal.Instant): Promise<void> {
  const [value, changed_at] = [String(version), now.toString()];
  await tx
    .insertInto('setting')
    .values({ key: DONE, value, version: 1, changed_at, changed_by: null })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, changed_at }))
    .execute();
}
