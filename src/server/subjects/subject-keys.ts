/** One person's sealed drawer: a key per category, made when first needed, so that one category can be destroyed alone. */
import type { Ports, Tx } from '#server/deps.ts';
import type { Category, SealedPlace, SubjectKey } from '#server/vault/vault.ts';

export type SubjectBox = {
  id: string;
  seal(category: Category, place: SealedPlace, text: string): Promise<Uint8Array>;
  /** The same, ready to seal without waiting: for what an event keeps, whose id is made when it is written. */
  sealer(category: Category): Promise<(place: SealedPlace, text: string) => Uint8Array>;
  /** Null when the category's key has been destroyed. */
  open(category: Category, place: SealedPlace, sealed: Uint8Array): string | null;
};

type Env = { tx: Tx; ports: Pick<Ports, 'vault'> };

/** A new subject and its empty drawer. */
export async function newSubject({ tx, ports }: Env, id: string, now: Temporal.Instant): Promise<SubjectBox> {
  await tx.insertInto('subject').values({ id, created_at: now.toString() }).execute();
  return boxOf({ tx, ports }, id, new Map());
}

/** The drawer of a subject that exists; loads its wrapped keys in one query. */
export async function subjectBox({ tx, ports }: Env, id: string): Promise<SubjectBox> {
  const rows = await tx
    .selectFrom('vault.subject_key')
    .select(['category', 'wrapped', 'master_version'])
    .where('subject_id', '=', id)
    .execute();
  return boxOf(
    { tx, ports },
    id,
    new Map(rows.map((row) => [row.category, ports.vault.openSubjectKey(row.wrapped, row.master_version)])),
  );
}

function boxOf({ tx, ports: { vault } }: Env, id: string, keys: Map<string, SubjectKey>): SubjectBox {
  const keyFor = async (category: Category): Promise<SubjectKey> => {
    const known = keys.get(category);
    if (known) return known;
    const made = vault.newSubjectKey();
    const kept = await tx
      .insertInto('vault.subject_key')
      .values({ subject_id: id, category, wrapped: made.wrapped, master_version: made.masterVersion })
      .onConflict((conflict) => conflict.doNothing())
      .returning('category')
      .executeTakeFirst();
    const key = kept ? made.key : await keyMadeElsewhere(category);
    keys.set(category, key);
    return key;
  };
  // Two people may need the category's first key in the same moment; the one that came first stands.
  const keyMadeElsewhere = async (category: Category): Promise<SubjectKey> => {
    const row = await tx
      .selectFrom('vault.subject_key')
      .select(['wrapped', 'master_version'])
      .where('subject_id', '=', id)
      .where('category', '=', category)
      .executeTakeFirstOrThrow();
    return vault.openSubjectKey(row.wrapped, row.master_version);
  };
  return {
    id,
    seal: async (category, place, text) => vault.seal(await keyFor(category), text, place),
    sealer: async (category) => {
      const key = await keyFor(category);
      return (place, text) => vault.seal(key, text, place);
    },
    open: (category, place, sealed) => {
      const key = keys.get(category);
      return key ? vault.open(key, sealed, place) : null;
    },
  };
}
