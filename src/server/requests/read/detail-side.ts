/**
 * Loads in one query what a request's page shows besides its row: names, decision, step events, draft, mail readiness,
 * possible duplicates, the number of people who opened it, and the viewer's reveals today.
 */
import { CompiledQuery } from 'kysely';
import type { RequestDetail } from '#contract/request-shapes.ts';
import type { DraftKind } from '#contract/wire.ts';
import type { Actor } from '#domain/access/conditions.ts';
import { AUDIT_EVENTS, type AuditEvent } from '#domain/audit/events.ts';
import type { Ground } from '#domain/request/fields.ts';
import type { Outcome } from '#domain/request/status.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Caller, Tx } from '#server/deps.ts';
import type { StoredRequest } from '../facts.ts';
import { sameLevelSql } from './list-levels.ts';
import type { Names } from './list-plain.ts';
import { isSpent, MISS, scopesOf } from './oracle-budget.ts';
import { REVEALS } from './reveal-budget.ts';
import { all, literal, newBinds, scopeSql } from './scope-sql.ts';

export type Side = Names & {
  duplicate_reference: string | null;
  destroyed_at: string | null;
  step_events: RequestDetail['stepEvents'] | null;
  suggested: RequestDetail['suggested'] | null;
  /** The viewer's wrong guesses today, by scope. */
  misses: Readonly<Record<string, number>>;
  drafts: { kind: DraftKind; version: number; held: boolean }[] | null;
  has_mail: boolean;
  has_address: boolean;
  opened_by: number;
  reveals_today: number;
  /** Whether the viewer replaced its address or number. */
  replaced_by_me: boolean;
  decision_id: string | null;
  decision_outcome: Outcome;
  grounds: Ground[];
  restrict_until: CivilDate | null;
  /** Null, like the other columns of the decision, when there is no decision. */
  proposed_by: string | null;
  proposer_name: string | null;
  proposed_at: string | null;
  approved_by: string | null;
  approver_name: string | null;
  approved_at: string | null;
};

/** Events by which a person saw the record itself or a value of it. */
const SEEN: readonly AuditEvent[] = ['request.opened', 'request.revealed', 'request.copied'];
const SUGGESTED = 10;

export type Looking = { tx: Tx; actor: Actor; caller: Caller; today: CivilDate };

export async function sideOf({ tx, actor, today }: Looking, row: StoredRequest): Promise<Side> {
  const binds = newBinds();
  const [id, me] = [binds.add(row.id), binds.add(actor.id)];
  const statement = `select a.name as assignee_name, m.name as move_name,
      (select o.reference from request o where o.id = ${binds.add(row.duplicate_of)}) as duplicate_reference,
      (select s.destroyed_at from subject s where s.id = ${binds.add(row.subject_id)}) as destroyed_at,
      (select json_agg(json_build_object('event', event, 'on', on_date) order by on_date, event)
         from step_event where request_id = ${id}) as step_events,
      (${suggestedSql(id, actor, row)}) as suggested,
      coalesce((select json_object_agg(scope, n) from budget where person_id = ${me} and kind = '${MISS}'
         and day = ${binds.add(today)}), '{}') as misses,
      (select json_agg(json_build_object('kind', kind, 'version', version, 'held', octet_length(sealed) > 0))
         from draft where request_id = ${id} and person_id = ${me}) as drafts,
      exists (select from setting where key = 'settings' and json_typeof(value::json -> 'smtp') = 'object') as has_mail,
      exists (select from identifier where request_id = ${id} and kind = 'email') as has_address,
      (select count(distinct e.actor) from audit_event e join person p on p.id = e.actor
         where e.object_ref = ${binds.add(row.id)} and e.outcome = 'success' and e.code in (${SEEN_CODES})) as opened_by,
      coalesce((select n from budget where person_id = ${me} and kind = '${REVEALS}' and scope = ''
         and day = ${binds.add(today)}), 0) as reveals_today,
      exists (select from former_contact where request_id = ${id} and replaced_by = ${me}) as replaced_by_me,
      d.id as decision_id, d.outcome as decision_outcome, d.grounds, d.restrict_until, d.proposed_by, dp.name as proposer_name,
      d.proposed_at, d.approved_by, da.name as approver_name, d.approved_at
    from (select 1) one
    left join person a on a.id = ${binds.add(row.assignee_id)}
    left join person m on m.id = ${binds.add(row.move_person)}
    left join decision d on d.request_id = ${id} and d.ended_at is null
    left join person dp on dp.id = d.proposed_by
    left join person da on da.id = d.approved_by`;
  const { rows } = await tx.executeQuery<Side>(CompiledQuery.raw(statement, binds.values));
  const side = rows[0];
  if (!side) throw new Error('a query of one row gave none');
  return side;
}

const SEEN_CODES = SEEN.map((event) => literal(AUDIT_EVENTS[event].code)).join(', ');

/** Whether a request that the viewer registered would suggest others to them; without any, the address was a miss. */
export async function suggestsAny(
  { tx, actor }: Pick<Looking, 'tx' | 'actor'>,
  row: StoredRequest,
): Promise<boolean> {
  const binds = newBinds();
  const statement = `select (${suggestedSql(binds.add(row.id), actor, row)}) as suggested`;
  const { rows } = await tx.executeQuery<Pick<Side, 'suggested'>>(CompiledQuery.raw(statement, binds.values));
  return (rows[0]?.suggested ?? []).length > 0;
}

/** Whether suggestions are withheld: they answer a guess where the viewer typed the address, and no guess is left. */
export function isWithheld(
  { actor, caller }: Pick<Looking, 'actor' | 'caller'>,
  row: StoredRequest,
  { misses, replaced_by_me }: Pick<Side, 'misses' | 'replaced_by_me'>,
): boolean {
  if ((row.recorded_by !== actor.id && !replaced_by_me) || caller.kind !== 'person') return false;
  const [day, signIn] = scopesOf(caller).map((scope) => misses[scope] ?? 0);
  return isSpent({ day: day ?? 0, signIn: signIn ?? 0 });
}

/**
 * Other requests with the same address or number (by keyed index) that the viewer may list and sees at the same level,
 * latest first.
 */
function suggestedSql(id: string, actor: Actor, { track, blocked }: StoredRequest): string {
  return `select json_agg(json_build_object('id', s.id, 'reference', s.reference, 'by', s.kind)) from (
      select distinct on (r.received_at, r.id) r.id, r.reference, other.kind
      from identifier mine
      join identifier other on other.kind = mine.kind and other.mac = mine.mac and other.request_id <> mine.request_id
      join request r on r.id = other.request_id
      where mine.request_id = ${id} and mine.kind in ('email', 'phone') and not r.blocked
        and ${all(scopeSql(actor, 'request.list'))} and ${sameLevelSql(actor, { track, blocked }) ?? 'false'}
      order by r.received_at desc, r.id, other.kind limit ${SUGGESTED}) s`;
}
