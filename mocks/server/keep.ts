/**
 * Keeps the demo of one visit for the next reload. One worker at a time may: another has its own database, and two
 * journals in one store would be none. What is kept is of one day and one image, as the demo server makes its data
 * anew each day, because the dates of the story are relative to today.
 */
import { randomBytes } from '@noble/ciphers/utils.js';
import { currentMaster, type KeyRing, newKeyRing } from '#server/vault/key-ring.ts';
import type { Notice } from '../link.ts';
import type { DemoDatabase } from './database.ts';
import type { JournalPiece } from './journal.ts';
import { type Held, openStore, type Store } from './store.ts';

type Earlier = { ring: KeyRing; token: string | null; journal: JournalPiece[]; notice: Notice };

export type Keeper = {
  earlier: Earlier;
  /** Begins to keep this database, which is complete now. */
  begin(database: DemoDatabase): Promise<void>;
  /** Resolves when what has been committed until now is kept. */
  keep(): Promise<void>;
  token: { read(): string | null; write(token: string | null): void };
};

/** Larger than the journal of a long day's visit; opening replays all of it. */
const LIMIT_BYTES = 96 * 2 ** 20;
/** A worker of the page before, which is being reloaded, gives its lock back within that time. */
const LOCK_WAIT_MS = 3_000;

/** `tell` is called with the reason when keeping ends. */
export async function keeperOf(
  place: string,
  fits: Pick<Held, 'image' | 'day'>,
  tell: (notice: Notice) => void,
): Promise<Keeper> {
  const name = `otinish-demo ${place}`;
  let notice: Notice = null;
  let store: Store | null = null;
  if (await isOnly(name))
    store = await openStore(name).catch(() => {
      notice = 'no_storage';
      return null;
    });
  else notice = 'other_tab';
  const found = await store?.read().catch(() => null);
  const same = found?.held.day === fits.day && found.held.image === fits.image;
  if (found && !same) notice = found.held.day === fits.day ? 'new_release' : 'new_day';
  const ring =
    found && same
      ? { index: found.held.index, masters: new Map([[1, found.held.master]]) }
      : newKeyRing(randomBytes);
  const earlier: Earlier = {
    ring,
    token: same ? (found?.held.token ?? null) : null,
    journal: same ? (found?.journal ?? []) : [],
    notice,
  };
  let { token } = earlier;
  let size = earlier.journal.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let source: DemoDatabase | null = null;
  const held = (): Held => ({
    ...fits,
    index: ring.index,
    master: ring.masters.get(currentMaster(ring)) ?? new Uint8Array(),
    token,
  });
  const end = (why: Notice) => {
    store = null;
    tell(why);
  };
  const write = async () => {
    if (!store || !source) return;
    const piece = await source.newJournal();
    size += piece?.bytes.length ?? 0;
    if (size > LIMIT_BYTES) return end('full');
    await store.add(held(), piece).catch(() => end('no_storage'));
  };
  let turn = Promise.resolve();
  return {
    earlier,
    begin: async (database) => {
      source = database;
      if (!store) return;
      if (earlier.journal.length > 0) return write();
      const piece = await database.newJournal();
      size = piece?.bytes.length ?? 0;
      await store.begin(held(), piece).catch(() => end('no_storage'));
    },
    keep: () => {
      // One after another: each takes what is new since the one before. A failed one leaves it to the next.
      turn = turn.then(write).catch(() => undefined);
      return turn;
    },
    token: {
      read: () => token,
      write: (given) => {
        token = given;
      },
    },
  };
}

/** Holds the lock until the worker ends. */
function isOnly(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { signal: AbortSignal.timeout(LOCK_WAIT_MS) }, () => {
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
