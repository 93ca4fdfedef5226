/**
 * The audit events of one request for its case file: codes and field names, with
 * the bodies their proofs are computed from.
 */
import type { CaseFile } from '#contract/trails.ts';
import { eventOfCode } from '#domain/audit/events.ts';
import type { Tx } from '#server/deps.ts';

type Entry = CaseFile['timeline'][number];
export type CaseEvent = { entry: Entry; body: string | null; byPerson: boolean };

/** A request with more events than this is exported with its latest ones, and `truncated` is set. */
const MOST = 1_000;

/** Returns the latest events, oldest first. */
export async function caseEvents(
  tx: Tx,
  requestId: string,
): Promise<{ events: readonly CaseEvent[]; truncated: boolean }> {
  const rows = await tx
    .selectFrom('audit_event')
    .select(['id', 'at', 'code', 'actor', 'outcome', 'purpose', 'body'])
    .where('object_ref', '=', requestId)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(MOST + 1) // one more, to know whether the list is truncated
    .execute();
  const events = rows
    .slice(0, MOST)
    .toReversed()
    .map(({ id, at, code, actor, outcome, purpose, body }) => {
      const told: Told = body === null ? {} : JSON.parse(body);
      return {
        entry: {
          id,
          at,
          code,
          event: eventOfCode(code),
          by: actor,
          outcome,
          purpose,
          fields: [...(told.fields ?? [])],
          data: { ...told.data },
        },
        body,
        byPerson: told.actor?.kind === 'person',
      };
    });
  return { events, truncated: rows.length > MOST };
}

type Told = {
  fields?: readonly string[];
  data?: Entry['data'];
  actor?: { kind?: string };
};
