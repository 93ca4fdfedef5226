/**
 * Unsaved text of one person in this browser, so that a reload, a crash or closing the window loses nothing. It is
 * encrypted (AES-GCM) under a key that the server gives to this person alone and that is in memory only, never to be
 * exported. localStorage rather than IndexedDB, because what is left there can be seen at once when a page opens, and
 * be removed at once when the person signs out, before the page is gone.
 */
import { fromBase64, toBase64 } from '#domain/bytes/base64.ts';
import { systemClock } from './useNow.ts';

const PREFIX = 'otinish-text/';
/** For people who never come back to their text: nobody else can read it, and it must not stay for ever. */
const KEPT_HOURS = 24 * 30;
const NONCE_BYTES = 12;
const KEY_AGAIN_MS = 5_000;

type Entry = { at: string; nonce: string; sealed: string };

export type KeptTexts = {
  /** Asks for the key, so that it is there when the connection is lost. */
  open: () => void;
  /** Whether text can be kept now: there is a key, and the storage takes entries. */
  canKeep: () => boolean;
  /** Names that begin with the prefix, in alphabetical order. */
  names: (prefix: string) => readonly string[];
  /** Null if there is none, or none that this person's key opens. */
  read: (name: string) => Promise<string | null>;
  /**
   * Resolves with whether the text is kept. The last write or drop of a name wins, although encryption takes a moment.
   */
  write: (name: string, text: string) => Promise<boolean>;
  drop: (name: string) => void;
  /** Resolves when every write that has begun has ended. */
  settled: () => Promise<void>;
  /** Removes every text of the person and keeps no more, in this page. */
  forget: () => void;
  subscribe: (listener: () => void) => () => void;
};

type Sources = {
  storage: () => Storage;
  /** The person's key, of 32 bytes. @throws when the server does not give it */
  key: () => Promise<Uint8Array<ArrayBuffer>>;
};

export function createKeptTexts(personId: string, { storage, key }: Sources): KeptTexts {
  const own = `${PREFIX}${personId}/`;
  const listeners = new Set<() => void>();
  const turns = new Map<string, number>();
  const writing = new Set<Promise<unknown>>();
  let closed = false;
  let can = false;

  const setCan = (next: boolean) => {
    if (can === next) return;
    can = next;
    for (const listener of listeners) listener();
  };
  let opening: Promise<CryptoKey> | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;
  /** Asks for the key again only some seconds after a failure, because each typed letter wants it. */
  const opened = () => {
    if (opening === null || performance.now() - failedAt > KEY_AGAIN_MS) {
      failedAt = Number.POSITIVE_INFINITY;
      opening = openKey(key);
      opening.catch(() => {
        failedAt = performance.now();
      });
    }
    return opening;
  };
  /** A number that is current until the next write or drop of the name. */
  const nextTurn = (name: string) => {
    const turn = (turns.get(name) ?? 0) + 1;
    turns.set(name, turn);
    return turn;
  };
  const remove = (item: string) => {
    try {
      storage().removeItem(item);
    } catch {
      // Storage is denied, so nothing is in it.
    }
  };

  const write = async (name: string, text: string): Promise<boolean> => {
    const turn = nextTurn(name);
    try {
      const entry = await encrypted(await opened(), text, own + name);
      if (closed || turns.get(name) !== turn) return false;
      storage().setItem(own + name, JSON.stringify(entry));
      setCan(true);
      return true;
    } catch {
      // No key, or the storage is full or denied: the page says that its text is in memory only.
      setCan(false);
      return false;
    }
  };

  for (const item of expired(storage)) remove(item);
  return {
    open: () =>
      void opened().then(
        () => setCan(!closed && takesEntries(storage)),
        () => setCan(false),
      ),
    canKeep: () => can,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    names: (prefix) =>
      namesIn(storage)
        .filter((item) => item.startsWith(own + prefix))
        .map((item) => item.slice(own.length))
        .sort(),
    async read(name) {
      const entry = entryIn(storage, own + name);
      if (!entry) return null;
      const cipher = await opened();
      const text = await decrypted(cipher, entry, own + name);
      // Encrypted under a key that is no longer given, so it can never be read.
      if (text === null) remove(own + name);
      return text;
    },
    write(name, text) {
      const written = write(name, text);
      writing.add(written);
      void written.then(() => writing.delete(written));
      return written;
    },
    settled: async () => void (await Promise.all(writing)),
    drop(name) {
      nextTurn(name);
      remove(own + name);
    },
    forget() {
      closed = true;
      setCan(false);
      for (const item of namesIn(storage)) if (item.startsWith(own)) remove(item);
    },
  };
}

/** Whether a text of anybody is kept in this browser, for pages that know nobody yet. */
export function hasKeptTexts(storage: Sources['storage']): boolean {
  return namesIn(storage).length > 0;
}

async function openKey(key: Sources['key']): Promise<CryptoKey> {
  const bytes = await key();
  try {
    // Absent where the page is not a secure context: plain http beyond this machine.
    if (!crypto.subtle) throw new Error('no cryptography in this page');
    return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  } finally {
    bytes.fill(0);
  }
}

/** Bound to its name, so that a text copied to another name does not open there. */
async function encrypted(key: CryptoKey, text: string, name: string): Promise<Entry> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: utf8(name) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, utf8(text)));
  return { at: systemClock().toString(), nonce: toBase64(nonce), sealed: toBase64(sealed) };
}

async function decrypted(key: CryptoKey, entry: Entry, name: string): Promise<string | null> {
  const [nonce, sealed] = [fromBase64(entry.nonce), fromBase64(entry.sealed)];
  if (!nonce || !sealed) return null;
  try {
    const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: utf8(name) };
    const bytes = await crypto.subtle.decrypt(algorithm, key, sealed);
    return new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function namesIn(storage: Sources['storage']): readonly string[] {
  try {
    return Object.keys(storage()).filter((item) => item.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function takesEntries(storage: Sources['storage']): boolean {
  const probe = `${PREFIX}probe`;
  try {
    storage().setItem(probe, '');
    storage().removeItem(probe);
    return true;
  } catch {
    return false;
  }
}

/** Names of entries, of anybody, that are too old or no entries. */
function expired(storage: Sources['storage']): readonly string[] {
  const oldest = systemClock().subtract({ hours: KEPT_HOURS });
  return namesIn(storage).filter((item) => {
    const entry = entryIn(storage, item);
    return entry === null || Temporal.Instant.compare(Temporal.Instant.from(entry.at), oldest) < 0;
  });
}

function entryIn(storage: Sources['storage'], item: string): Entry | null {
  try {
    const entry: unknown = JSON.parse(storage().getItem(item) ?? 'null');
    if (
      typeof entry !== 'object' ||
      entry === null ||
      !('at' in entry && 'nonce' in entry && 'sealed' in entry)
    )
      return null;
    const { at, nonce, sealed } = entry;
    if (typeof at !== 'string' || typeof nonce !== 'string' || typeof sealed !== 'string') return null;
    Temporal.Instant.from(at);
    return { at, nonce, sealed };
  } catch {
    return null;
  }
}
