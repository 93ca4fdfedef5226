/** Merges published checkpoints into the items of a log, each after the leaf that completes its size. */
import type { PartStart } from './log-part.ts';
import type { LogItem } from './verify-log.ts';

type Published = { size: number; note: string };

/**
 * @param published in ascending order of size; those beyond the end of the log come last
 * @param from number of leaves before the first item; checkpoints up to this size come first
 */
export async function* withPublished<T extends LogItem | PartStart>(
  items: AsyncIterable<T>,
  published: AsyncIterable<Published> | Iterable<Published>,
  from = 0,
): AsyncGenerator<T | LogItem> {
  const notes = iteratorOf(published);
  let next = await notes.next();
  const until = async function* (size: number): AsyncGenerator<LogItem> {
    for (; !next.done && next.value.size <= size; next = await notes.next())
      yield { kind: 'checkpoint', ...next.value, published: true };
  };
  yield* until(from);
  for await (const item of items) {
    yield item;
    if (item.kind === 'event') yield* until(item.ix + 1);
  }
  yield* until(Number.POSITIVE_INFINITY);
}

async function* iteratorOf(
  published: AsyncIterable<Published> | Iterable<Published>,
): AsyncGenerator<Published, undefined> {
  yield* published;
  return undefined;
}
