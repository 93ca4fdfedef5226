/** One person's sealed drawer: a key per category, made when first needed, so that one category can be destroyed alone. */
import type { Ports, Tx } from '../deps.ts';
import type { Category, SealedPlace, SubjectKey } from '../vault/vault.ts';

export type SubjectBox = {
  id: string;
  seal(category: Category, place: SealedPlace, text: string): Promise<Uint8Array>;
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
  return {
    id,
    seal: async (category, place, text) => {
      const known = keys.get(category);
      if (known) return vault.seal(known, text, place);
      const made = vault.newSubjectKey();
      await tx
        .insertInto('vault.subject_key')
        .values({ subject_id: id, category, wrapped: made.wrapped, master_version: made.masterVersion })
        .execute();
      keys.set(category, made.key);
      return vault.seal(made.key, text, place);
    },
    open: (category, place, sealed) => {
      const key = keys.get(category);
      return key ? vault.open(key, sealed, place) : null;
    },
  };
}
