/** Exact look-up by keyed index: requests from this address or number, or whose text contains this IIN. */
import type { RequestFilter, SEARCH_KINDS, searchRequests } from '#contract/requests-read.ts';
import type { FieldClass } from '#domain/request/fields.ts';
import { limit } from '#server/http/rate.ts';
import { fault, Refusal } from '#server/http/refusal.ts';
import type { Handler } from '#server/http/serve.ts';
import { lookUp } from '../search-keys.ts';
import { searchableSql } from './list-levels.ts';
import { ORDERINGS } from './list-order.ts';
import { readPage } from './list-page.ts';
import { countMiss, holdGuesses } from './oracle-budget.ts';
import { newBinds } from './scope-sql.ts';

type Kind = (typeof SEARCH_KINDS)[number];

/** The class of each kind of value: a viewer who may neither see nor compare that class may not search by it. */
export const CLASS_OF = {
  email: 'contact_details',
  phone: 'contact_details',
  iin: 'identifier',
} as const satisfies Record<Kind, FieldClass>;

/** Enough for work at the telephone, too slow for trying a list of addresses. */
export const SEARCH_RATE = { max: 30, seconds: 60 };
const MOST_FOUND: RequestFilter['limit'] = 50;

export const search: Handler<typeof searchRequests> = async (context) => {
  const { actor, tx, ports, now } = context;
  const { kind, value } = context.input.body;
  const searchable = searchableSql(actor, CLASS_OF[kind]);
  if (searchable === null) throw new Refusal('forbidden', { why: 'role' });
  const key = lookUp(kind, value);
  if (key === null) throw fault('/value', 'bad_format');
  await limit(tx, ports.vault, `search/${actor.id}`, SEARCH_RATE, now);
  await holdGuesses(context, 'search');
  const binds = newBinds();
  const mac = binds.add(ports.vault.blindIndex(key.kind, key.value));
  const page = await readPage(context, {
    conditions: [
      `r.id in (select request_id from identifier where kind = ${binds.add(key.kind)} and mac = ${mac})`,
      'not r.test',
      searchable,
    ],
    binds,
    ordering: ORDERINGS.received_last,
    cursor: undefined,
    limit: MOST_FOUND,
    total: 'exact',
  });
  const targets = page.items.map(({ id }) => id);
  if (targets.length === 0) await countMiss(context, 'search');
  return {
    body: { ...page, total: page.total ?? { count: targets.length, capped: false }, next: null },
    // Only the kind is logged, because the value is personal data.
    facts: [{ event: 'request.searched', targets, count: targets.length, data: { kind } }],
  };
};
