/** What the demo keeps in IndexedDB for a reload: the journal of its database, its keys and the session's token. */
import type { JournalPiece } from './journal.ts';

/** Fits one image of the database and one day; anything else makes the demo begin anew. */
export type Held = {
  image: string;
  day: string;
  index: Uint8Array;
  master: Uint8Array;
  /** Of the session, which a cookie holds where there is a server. */
  token: string | null;
};

export type Store = {
  read(): Promise<{ held: Held; journal: JournalPiece[] } | null>;
  /** Replaces everything. */
  begin(held: Held, piece: JournalPiece | null): Promise<void>;
  /** Adds to the journal and replaces the rest. */
  add(held: Held, piece: JournalPiece | null): Promise<void>;
};

const HELD = 'held';
const JOURNAL = 'journal';

/** Rejects where the browser stores nothing for this page. */
export async function openStore(name: string): Promise<Store> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(HELD);
    opening.result.createObjectStore(JOURNAL, { autoIncrement: true });
  };
  const base = await answerOf(opening);
  const change = (work: (held: IDBObjectStore, journal: IDBObjectStore) => void): Promise<void> => {
    const transaction = base.transaction([HELD, JOURNAL], 'readwrite');
    work(transaction.objectStore(HELD), transaction.objectStore(JOURNAL));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  };
  return {
    read: async () => {
      const transaction = base.transaction([HELD, JOURNAL]);
      const [held, journal] = await Promise.all([
        answerOf<Held | undefined>(transaction.objectStore(HELD).get(HELD)),
        answerOf<JournalPiece[]>(transaction.objectStore(JOURNAL).getAll()),
      ]);
      return held ? { held, journal } : null;
    },
    begin: (given, piece) =>
      change((held, journal) => {
        held.put(given, HELD);
        journal.clear();
        if (piece) journal.add(piece);
      }),
    add: (given, piece) =>
      change((held, journal) => {
        held.put(given, HELD);
        if (piece) journal.add(piece);
      }),
  };
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
