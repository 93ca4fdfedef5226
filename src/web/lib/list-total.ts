/** How many a list has: its own figure where filters narrow it, otherwise that of its view, which is counted already. */
import { type Counts, type RequestPage, TOTAL_CAP } from '#contract/requests-read.ts';
import { holdsClosed, type RequestView } from '#domain/request/views.ts';

type Total = NonNullable<RequestPage['total']>;

/** @param before rows of the list before this page, for a view whose figure is not known */
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
  const capped = counted > TOTAL_CAP && holdsClosed(view);
  return { count: capped ? TOTAL_CAP : counted, capped };
}
