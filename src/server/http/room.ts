/**
 * Which calls go on while disk space is low. The rest of the disk is kept for what reading needs to write (the event of a
 * read, a session, a counter), because a read that cannot be recorded is not answered.
 */
import type { Endpoint } from '#contract/endpoint.ts';
import { type Action, actionRow } from '#domain/access/actions.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import type { Database } from '#server/db/database.ts';
import { Refusal } from './refusal.ts';

/** Allowed although they write: a stolen account or key must be stopped at once, also while the disk has little room. */
const PROTECTIVE: readonly Action[] = ['staff.disable', 'secret.revoke', 'audit.verify'];
/** Signing in and out, links, passwords, the language. */
const SESSION = 'SS';

/** @throws Refusal storage_full for a call that adds data */
export function refuseWithoutRoom(endpoint: Pick<Endpoint, 'method' | 'action'>, db: Database): void {
  // Of a full disk the database itself refuses the first write, so that the end of it is noticed at once.
  if (db.space() === 'low' && addsData(endpoint)) throw new Refusal('storage_full', { retryAfter: 60 });
}

/** Whether a call does more than read, sign in or protect. */
function addsData({ method, action }: Pick<Endpoint, 'method' | 'action'>): boolean {
  if (method === 'GET' || PROTECTIVE.includes(action)) return false;
  const { read, code } = AUDIT_EVENTS[actionRow(action).event];
  return read === undefined && !code.startsWith(SESSION);
}
