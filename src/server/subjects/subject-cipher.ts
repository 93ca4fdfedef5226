/**
 * Encrypts and decrypts one subject's values. Each category has a key of its own, created on first use, so that one
 * category can be destroyed alone.
 */
import type { Ports, Tx } from '#server/deps.ts';
import type { Category, SubjectKey, ValuePlace } from '#server/vault/vault.ts';

export type SubjectCipher = {
  id: string;
  /** Makes the keys that are missing for these categories with one statement, before many values are encrypted. */
  prepare(categories: readonly Category[]): Promise<void>;
  encrypt(category: Category, place: ValuePlace, text: string): Promise<Uint8Array>;
  /** The same as a synchronous function, for details of an event, whose id exists only when the event is written. */
  encryptor(category: Category): Promise<(place: ValuePlace, text: string) => Uint8Array>;
  /** Null when the category's key has been destroyed. */
  decrypt(category: Category, place: ValuePlace, encrypted: Uint8Array): string | null;
};

type Env = { tx: Tx; ports: Pick<Ports, 'vault'> };

/** Inserts a new subject, which has no keys yet, and returns its cipher. */
export async function newSubject(
  { tx, ports }: Env,
  id: string,
  now: Temporal.Instant,
): Promise<SubjectCipher> {
  await tx.insertInto('subject').values({ id, created_at: now.toString() }).execute();
  return cipherOf({ tx, ports }, id, new Map());
}

/** Returns the cipher of an existing subject; loads its wrapped keys in one query. */
export async function subjectCipher({ tx, ports }: Env, id: string): Promise<SubjectCipher> {
  const rows = await tx
    .selectFrom('vault.subject_key')
    .select(['category', 'wrapped', 'master_version'])
    .where('subject_id', '=', id)
    .execute();
  return cipherOf(
    { tx, ports },
    id,
    new Map(rows.map((row) => [row.category, ports.vault.unwrapSubjectKey(row.wrapped, row.master_version)])),
  );
}

function cipherOf({ tx, ports: { vault } }: Env, id: string, keys: Map<string, SubjectKey>): SubjectCipher {
  const prepare = async (categories: readonly Category[]): Promise<void> => {
    // In one order everywhere, because two transactions may make keys of the same subject at once.
    const missing = [...new Set(categories)].filter((category) => !keys.has(category)).toSorted();
    if (missing.length === 0) return;
    const made = missing.map((category) => ({ category, ...vault.newSubjectKey() }));
    const kept = await tx
      .insertInto('vault.subject_key')
      .values(
        made.map(({ category, wrapped, masterVersion }) => ({
          subject_id: id,
          category,
          wrapped,
          master_version: masterVersion,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('category')
      .execute();
    for (const { category, key } of made) {
      const isKept = kept.some((row) => row.category === category);
      keys.set(category, isKept ? key : await keyMadeElsewhere(category));
    }
  };
  const keyFor = async (category: Category): Promise<SubjectKey> => {
    await prepare([category]);
    const key = keys.get(category);
    if (!key) throw new Error(`no key was made for ${category}`);
    return key;
  };
  // Two transactions may create the category's first key at once; the key inserted first is used by both.
  const keyMadeElsewhere = async (category: Category): Promise<SubjectKey> => {
    const row = await tx
      .selectFrom('vault.subject_key')
      .select(['wrapped', 'master_version'])
      .where('subject_id', '=', id)
      .where('category', '=', category)
      .executeTakeFirstOrThrow();
    return vault.unwrapSubjectKey(row.wrapped, row.master_version);
  };
  return {
    id,
    prepare,
    encrypt: async (category, place, text) => vault.encrypt(await keyFor(category), text, place),
    encryptor: async (category) => {
      const key = await keyFor(category);
      return (place, text) => vault.encrypt(key, text, place);
    },
    decrypt: (category, place, encrypted) => {
      const key = keys.get(category);
      return key ? vault.decrypt(key, encrypted, place) : null;
    },
  };
}
