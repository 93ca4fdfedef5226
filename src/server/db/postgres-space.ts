/**
 * What a PostgreSQL server's own answers tell of its disk, which is not visible from here: a refusal (53100) begins the
 * lack of space, and the next write that succeeds ends it.
 */
import type { Space } from './database.ts';
import type { Session } from './sql-dialect.ts';

/** SQLSTATE disk_full */
const DISK_FULL = '53100';

export type SpaceSeen = { now(): Space; watched(session: Session): Session };

export function spaceSeen(onSpace: (space: Space) => void): SpaceSeen {
  let space: Space = 'ok';
  const see = (found: Space) => {
    const isNew = found !== space;
    space = found;
    if (isNew) onSpace(found);
  };
  const watched = (session: Session): Session => ({
    ...session,
    run: async (statements, budgetMs) => {
      try {
        const results = await session.run(statements, budgetMs);
        if (space !== 'ok' && results.some(({ changed = 0 }) => changed > 0)) see('ok');
        return results;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === DISK_FULL) see('full');
        throw error;
      }
    },
  });
  return { now: () => space, watched };
}
