/**
 * The total of a list: its own figure if filters narrow it, otherwise the view's count, which the rail has fetched
 * already.
 */
import { type Counts, type RequestPage, TOTAL_CAP } from '#contract/requests-read.ts';
import { holdsClosed, type RequestView } from '#domain/request/views.ts';

type Total = NonNullable<RequestPage['total']>;

/** @param before rows on the pages before this one, for a view whose count is unknown */
export function totalOf(
  { total, items, next }: Pick<RequestPage, 'total' | 'items' | 'next'>,
  view: RequestView,
  counts: Counts['views'] | undefined,
  before: number,
): Total {
  if (total) return total;
  const counted = counts?.[view];
  if (counted === null || counted === undefined)
    return { count: before + items.length, capped: next !== null };
  // The server counts views of closed requests only to one more than the cap, views of open requests exactly.
  const capped = counted > TOTAL_CAP && holdsClosed(view);
  return { count: capped ? TOTAL_CAP : counted, capped };
}
