import { sql } from 'kysely';
import { every, type Job } from '#server/jobs/runner.ts';

/** An hour without a heartbeat shows that the log was not written or that events were removed. */
export const heartbeat: Job = {
  name: 'heartbeat',
  next: every(60),
  leaseMinutes: 2,
  run: async ({ db }) => {
    const { rows } = await sql<{
      last: number | null;
    }>`select max(seq)::int as last from audit_event`.execute(db.kysely);
    return { event: 'log.heartbeat', data: { last: rows[0]?.last ?? 0 } };
  },
};
