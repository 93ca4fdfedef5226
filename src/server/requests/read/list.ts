/** The queue: one page of the rows the viewer may list, at the viewer's level, and the audit event with their ids. */
import type { listRequests, RequestFilter } from '#contract/requests-read.ts';
import { holdsClosed, holdsOpen } from '#domain/request/views.ts';
import type { Handler } from '#server/http/serve.ts';
import { filterData, filterSql } from './list-filter.ts';
import { ORDERINGS, type Ordering } from './list-order.ts';
import { type PageRequest, readPage } from './list-page.ts';
import { newBinds } from './scope-sql.ts';

export const list: Handler<typeof listRequests> = async (context) => {
  const { actor, today, input } = context;
  const binds = newBinds();
  const page = await readPage(context, {
    conditions: filterSql(input.query, actor, today, binds),
    binds,
    ordering: orderingOf(input.query),
    cursor: input.query.cursor,
    limit: input.query.limit,
    total: totalOf(input.query),
  });
  return {
    body: page,
    facts: [
      {
        event: 'request.listed',
        targets: page.items.map(({ id }) => id),
        count: page.items.length,
        data: filterData(input.query),
      },
    ],
  };
};

/**
 * Replaces an order that has no meaning in the view: closed requests have no urgency and open ones no closing time, so
 * the latest closing or receipt comes first instead.
 */
function orderingOf({ view, order }: RequestFilter): Ordering {
  if (order === 'urgency' && holdsClosed(view))
    return holdsOpen(view) ? ORDERINGS.received_last : ORDERINGS.closed_last;
  if (order === 'closed_last' && holdsOpen(view)) return ORDERINGS.received_last;
  return ORDERINGS[order];
}

/** Exact over open requests, which are few; capped over closed ones, whose number only grows. */
function totalOf({ total, view }: RequestFilter): PageRequest['total'] {
  if (total === 'none') return 'none';
  return holdsClosed(view) ? 'capped' : 'exact';
}
