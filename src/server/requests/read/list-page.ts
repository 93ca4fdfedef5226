/**
 * Reads a page of the queue in one statement: the rows by keyset, names of staff, the encrypted rows the viewer may
 * read with their keys, and the total. The inner select takes the page from the index, so the joins see only its rows.
 */
import { CompiledQuery } from 'kysely';
import { type RequestPage, TOTAL_CAP } from '#contract/requests-read.ts';
import type { Actor } from '#domain/access/conditions.ts';
import { listsPeople } from '#domain/access/list-people.ts';
import { type Guarded, WITHHELD } from '#domain/access/redact.ts';
import type { Level } from '#domain/access/visibility.ts';
import type { Ports, Tx } from '#server/deps.ts';
import type { Category } from '#server/vault/vault.ts';
import { DAMAGED, type Damaged, decryptValue, type Encrypted } from './decrypt-value.ts';
import { levelsOf, readableSql, rowLevels } from './list-levels.ts';
import { afterSql, cursorOf, exactSql, type Ordering, orderSql, type Placed } from './list-order.ts';
import type { Names } from './list-plain.ts';
import { ROW_COLUMNS, type RowColumns, rowOf, staffOf } from './page-row.ts';
import { all, type Binds } from './scope-sql.ts';

export type PageRequest = {
  /** SQL conditions on `request r`; their values are in `binds`. */
  conditions: readonly string[];
  binds: Binds;
  ordering: Ordering;
  cursor: string | undefined;
  limit: number;
  total: 'exact' | 'capped' | 'none';
};

export async function readPage(
  { tx, ports, actor }: { tx: Tx; ports: Pick<Ports, 'vault' | 'log'>; actor: Actor },
  page: PageRequest,
): Promise<RequestPage> {
  const levels = rowLevels(actor);
  const statement = pageSql(page, readableSql(levels));
  const { rows } = await tx.executeQuery<PageRow>(CompiledQuery.raw(statement, page.binds.values));
  const shown = rows.slice(0, page.limit);
  const people = listsPeople(actor.roles);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => {
      const levelsOfRow = levelsOf(levels, row);
      const texts = textsOf(row, ports);
      const item = rowOf(row, people);
      const name = texts === DAMAGED ? WITHHELD : shownAs(levelsOfRow.name, texts?.n, texts?.i);
      const preview = texts === DAMAGED ? WITHHELD : shownAs(levelsOfRow.preview, texts?.p, null);
      if (name) item.name = name;
      if (preview) item.preview = preview;
      return item;
    }),
    staff: staffOf(shown),
    next: last ? cursorOf(page.ordering, last) : null,
    total: totalOf(page.total, rows[0]?.total ?? 0),
  };
}

function totalOf(asked: PageRequest['total'], count: number): RequestPage['total'] {
  if (asked === 'none') return null;
  const capped = asked === 'capped' && count > TOTAL_CAP;
  return { count: capped ? TOTAL_CAP : count, capped };
}

type PageRow = RowColumns & Names & Placed & Encrypted & { total: number | null };

const COLUMNS = ROW_COLUMNS.map((column) => `r.${column}`).join(', ');
const CONTENT: Category = 'content';

function pageSql(
  { conditions, binds, ordering, cursor, limit, total }: PageRequest,
  readable: string | null,
): string {
  const where = all(conditions);
  const after = cursor === undefined ? '' : ` and ${afterSql(ordering, cursor, binds)}`;
  const count = {
    exact: `(select count(*) from request r where ${where})`,
    capped: `(select count(*) from (select from request r where ${where} limit ${TOTAL_CAP + 1}) capped)`,
    none: 'null::bigint',
  }[total];
  const encrypted = readable
    ? `left join request_list l on l.request_id = r.id and ${readable}
       left join vault.subject_key k on k.subject_id = l.subject_id and k.category = ${binds.add(CONTENT)}`
    : '';
  return `select ${COLUMNS}, r.order_on, r.exact, a.name as assignee_name, m.name as move_name, ${count} as total,
      ${encrypted ? 'l.sealed, k.wrapped, k.master_version' : 'null as sealed, null as wrapped, null as master_version'}
    from (
      select ${COLUMNS}, r.order_on, r.closed_at, ${exactSql(ordering)} as exact
      from request r where ${where}${after} order by ${orderSql(ordering)} limit ${limit + 1}
    ) r
    left join person a on a.id = r.assignee_id
    left join person m on m.id = r.move_person
    ${encrypted}
    order by ${orderSql(ordering)}`;
}

/** n: short name, i: initials, p: preview; written by work/encrypt-request.ts. */
type Texts = { n: string | null; i: string | null; p: string | null };

/** Null when the viewer may read nothing, there is no text, or its key has been destroyed. */
function textsOf(row: PageRow, ports: Pick<Ports, 'vault' | 'log'>): Texts | null | Damaged {
  const json = decryptValue(ports, row, { request: row.id, row: row.id, field: 'list' });
  return json === null || json === DAMAGED ? json : JSON.parse(json);
}

function shownAs(
  level: Level,
  clear: string | null | undefined,
  masked: string | null | undefined,
): Guarded<string> | null {
  if (level === 'hidden') return WITHHELD;
  if (!clear) return null;
  return level === 'clear' ? { shown: true, value: clear } : { shown: false, hint: masked ?? null };
}
