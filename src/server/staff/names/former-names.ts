/**
 * Names that colleagues bore before. What is told of the past names a person as they were called then, so that a
 * change of name does not rewrite history. Encrypted, because the present names are all that the desk works with.
 */
import type { Ports, Tx } from '#server/deps.ts';
import { VaultError } from '#server/vault/vault.ts';

type Env = { tx: Tx; ports: Pick<Ports, 'vault'> };
type Named = { id: string; name: string };

const PURPOSE = 'former-name';
const FIELD = 'name';

/** Keeps the name that `person` bears until now; called when it changes. */
export async function keepFormerName(
  { tx, ports, now }: Env & { now: Temporal.Instant },
  { id, name }: Named,
): Promise<void> {
  const sealed = ports.vault.encryptForOrganisation(PURPOSE, name, { row: id, field: FIELD });
  await tx
    .insertInto('former_name')
    .values({ person_id: id, until: now.toString(), sealed })
    // Two changes within one instant: the name before both of them is the one that was seen.
    .onConflict((conflict) => conflict.columns(['person_id', 'until']).doNothing())
    .execute();
}

/** The name a person had at an instant; `name` is the present one. */
export type NameThen = (person: Named, at: string) => string;

/** The log is optional, because some that ask for names have no other use for it. */
type Reading = { tx: Tx; ports: Pick<Ports, 'vault'> & Partial<Pick<Ports, 'log'>> };

/** Loads the former names of everybody in one query: a desk has few colleagues, and few of them change their name. */
export async function namesThen({ tx, ports: { vault, log } }: Reading): Promise<NameThen> {
  const rows = await tx.selectFrom('former_name').selectAll().orderBy('until').execute();
  if (rows.length === 0) return ({ name }) => name;
  const byPerson = Map.groupBy(rows, ({ person_id }) => person_id);
  const read = new Map<(typeof rows)[number], string | null>();
  const nameIn = (row: (typeof rows)[number]): string | null => {
    const known = read.get(row);
    if (known !== undefined) return known;
    const name = decrypted(row);
    read.set(row, name);
    return name;
  };
  return ({ id, name }, at) => {
    for (const row of byPerson.get(id) ?? []) {
      // Instead of a damaged name the next one that the person bore, because it still says who it was.
      const former = isBefore(at, row.until) ? nameIn(row) : null;
      if (former !== null) return former;
    }
    return name;
  };

  /** Null when the name is damaged: a listing is not to fail by one of its names. */
  function decrypted({ person_id: person, until, sealed }: (typeof rows)[number]): string | null {
    try {
      return vault.decryptForOrganisation(PURPOSE, sealed, { row: person, field: FIELD });
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      log?.error({ person, until, fault: error.fault }, 'a former name cannot be decrypted');
      return null;
    }
  }
}

/** The same for an entry that may have no person. */
export function namedThen<P extends Named>(names: NameThen, person: P, at: string): P;
export function namedThen<P extends Named>(names: NameThen, person: P | null, at: string): P | null;
export function namedThen<P extends Named>(names: NameThen, person: P | null, at: string): P | null {
  return person && { ...person, name: names(person, at) };
}

function isBefore(a: string, b: string): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
