/**
 * Locks the data directory for one process, because two on one directory silently lose each other's rows.
 * It is a kernel file lock, taken through Node's SQLite because Node has no call for it. The kernel releases it however
 * the process ends, so it cannot go stale, and it works between containers that do not see each other's processes.
 * A note beside it names the holder.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataDirInUse, DataDirUnusable } from './faults.ts';

/** Releasing twice is harmless. */
export type DataLock = { release(): void };

type Holder = { readonly pid: number; readonly startTicks: string };

/**
 * @throws DataDirInUse at once when another process holds the lock, DataDirUnusable when the directory cannot be
 * locked.
 */
export function lockDataDir(dir: string): DataLock {
  const note = join(dir, 'holder.json');
  const lock = take(join(dir, 'lock'), note, dir);
  try {
    writeFileSync(
      note,
      JSON.stringify({ pid: process.pid, startTicks: startTicks(process.pid) } satisfies Holder),
    );
  } catch (error) {
    lock.close();
    throw unusable(dir, error);
  }
  return {
    release: () => {
      if (lock.isOpen) lock.close();
    },
  };
}

function take(file: string, note: string, dir: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
    return lock;
  } catch (error) {
    lock?.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw inUse(dir, holderOf(note));
    throw unusable(dir, error);
  }
}

function inUse(dir: string, holder: Holder | undefined): DataDirInUse {
  const who = !holder
    ? 'another process'
    : startTicks(holder.pid) === holder.startTicks
      ? `process ${holder.pid}`
      : `process ${holder.pid} (of another container or machine)`;
  return new DataDirInUse(
    `${dir} is in use by ${who}. Stop it first, or give this one another data directory.`,
    holder?.pid,
  );
}

function unusable(dir: string, error: unknown): DataDirUnusable {
  const cause = error instanceof Error ? error.message : String(error);
  return new DataDirUnusable(
    `${dir} cannot be locked (${cause}). It must be a writable directory on a local disk.`,
  );
}

/** Undefined when the note cannot be read: the holder writes it a moment after it has taken the lock. */
function holderOf(note: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(note, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('startTicks' in holder))
      return undefined;
    return { pid: Number(holder.pid), startTicks: String(holder.startTicks) };
  } catch {
    return undefined;
  }
}

/**
 * Start time of a process in clock ticks since boot; distinguishes it from a later one with the same pid. Linux only.
 */
function startTicks(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Split after the last ')', because the second field, the process name, may contain spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
