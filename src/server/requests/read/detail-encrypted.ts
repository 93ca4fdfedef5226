/** Loads and decrypts the values of a request that a viewer may see, in one query; other values are not selected. */
import { CompiledQuery } from 'kysely';
import type { Ports, Tx } from '#server/deps.ts';
import type { Category } from '#server/vault/vault.ts';
import { type Damaged, decryptValue, type Encrypted } from './decrypt-value.ts';
import { newBinds } from './scope-sql.ts';

/** Returns the text of a field; null when it was not given, not selected, or its key has been destroyed. */
export type Decrypted = (row: string, field: string) => string | null | Damaged;

export type Wanted = {
  request: string;
  /** Rows whose values of these categories are decrypted. */
  rows: readonly string[];
  categories: readonly Category[];
  /** Rows decrypted in every category, because the viewer wrote them. */
  own?: readonly string[];
};

export async function decryptValues(
  { tx, ports }: { tx: Tx; ports: Pick<Ports, 'vault' | 'log'> },
  { request, rows, categories, own = [] }: Wanted,
): Promise<Decrypted> {
  const binds = newBinds();
  const conditions = [
    ...(categories.length > 0
      ? [`(v.row_id = any(${binds.add(rows)}) and v.category = any(${binds.add(categories)}))`]
      : []),
    ...(own.length > 0 ? [`v.row_id = any(${binds.add(own)})`] : []),
  ];
  if (conditions.length === 0) return () => null;
  const statement = `select v.row_id, v.field, v.sealed, k.wrapped, k.master_version
    from sealed_value v join vault.subject_key k on k.subject_id = v.subject_id and k.category = v.category
    where ${conditions.join(' or ')}`;
  const found = await tx.executeQuery<EncryptedRow>(CompiledQuery.raw(statement, binds.values));
  const texts = new Map<string, string | null | Damaged>(
    found.rows.map(({ row_id: row, field, ...encrypted }) => [
      `${row} ${field}`,
      decryptValue(ports, encrypted, { request, row, field }),
    ]),
  );
  return (row, field) => texts.get(`${row} ${field}`) ?? null;
}

type EncryptedRow = Encrypted & { row_id: string; field: string };
