/** One request as one viewer may see it: each class of fields at the level that VISIBILITY grants, in seven queries. */
import type { RequestDetail } from '#contract/request-shapes.ts';
import type { getRequest } from '#contract/requests-read.ts';
import { type Action, actions } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { Actor, Budgets, RequestFacts } from '#domain/access/conditions.ts';
import { tells, toldData } from '#domain/access/facts.ts';
import { viewsOf } from '#domain/access/view.ts';
import { RECEIPT_KEPT } from '#domain/request/duplicate.ts';
import { storedClasses } from '#domain/request/fields.ts';
import type { Fact } from '#server/audit/record/record.ts';
import type { Ports } from '#server/deps.ts';
import { notFound } from '#server/http/refusal.ts';
import type { Handler } from '#server/http/serve.ts';
import { type NameThen, namesThen } from '#server/staff/names/former-names.ts';
import { factsOf, loadRequest, type StoredRequest } from '../facts.ts';
import { type Decrypted, decryptValues } from './detail-encrypted.ts';
import { extraText, fieldViews, nameView, textView, type Views } from './detail-fields.ts';
import { isWithheld, type Looking, type Side, sideOf } from './detail-side.ts';
import { formerOf, formerViews } from './former-contacts.ts';
import { plainOf } from './list-plain.ts';
import { revealBudgets } from './reveal-budget.ts';
import { entriesOf, ownCallNotes, timelineOf } from './timeline.ts';
import { type ChangeEvent, changesOf } from './timeline-events.ts';

export const detail: Handler<typeof getRequest> = async (context) => {
  const found = await loadRequest(context.tx, context.input.params.id);
  if (!found) throw notFound();
  context.mayOrRefuse('request.open', { id: found.row.id, facts: found.facts });
  const body = await requestDetail(context, found.row);
  return { body, facts: [openedFact(body)] };
};

export type Viewer = Looking & { ports: Pick<Ports, 'vault' | 'log'> };

/**
 * Returns the record for this viewer; what the viewer may not see is neither selected nor decrypted. `fresh` are the
 * changes that this call makes, because its audit events are written after the answer is composed.
 */
export async function requestDetail(
  viewer: Viewer,
  row: StoredRequest,
  fresh: readonly ChangeEvent[] = [],
): Promise<RequestDetail> {
  const { tx, actor } = viewer;
  const side = await sideOf(viewer, row);
  const facts = factsOf(row, side);
  const budgets = revealBudgets(side.reveals_today);
  const views = viewsOf(actor, facts, budgets);
  const entries = await entriesOf(tx, row.id);
  const own = ownCallNotes(entries, views, actor.id);
  const then = await namesThen(viewer);
  const former = await formerOf(tx, row.id, views);
  const changes = await changesOf(viewer, row.id, views.internal.level === 'clear');
  const decrypted = await decryptValues(viewer, {
    request: row.id,
    rows: [
      row.id,
      row.applicant_id,
      ...entries.map(({ id }) => id),
      ...former.map(({ id }) => id),
      ...(side.decision_id ? [side.decision_id] : []),
    ],
    categories: storedClasses.filter((category) => views[category].level !== 'hidden'),
    own,
  });
  return {
    ...plainOf({ ...row, ...side }, actor),
    name: nameView(row, views, decrypted),
    site: row.site,
    recordedAt: row.recorded_at,
    targetOn: row.target_on,
    closedAt: row.closed_at,
    test: row.test,
    destroyedAt: side.destroyed_at,
    policyVersion: row.policy_version,
    ruleVersion: row.rule_version,
    delayReason: row.delay_reason,
    expectedOn: row.expected_on,
    noWayToReply: tells(views, 'noWayToReply') ? row.no_way_to_reply : null,
    duplicateOf: linkOf(row, side, views, [...changes, ...fresh]),
    fields: fieldViews(row, views, decrypted),
    formerContacts: formerViews(former, { views, decrypted, then }),
    topic: textView(decrypted(row.id, 'topic'), 'content', views),
    extra: textView(extraText(decrypted(row.id, 'extra')), 'content', views),
    timeline: timelineOf(entries, [...changes, ...fresh], { views, decrypted, own, then }),
    decision: decisionOf(side, views, then, (id) => decrypted(id, 'evidence')),
    stepEvents: side.step_events ?? [],
    suggested: isWithheld(viewer, row, side) ? [] : suggestedFor(views, side),
    mail: tells(views, 'mail') ? mailOf(side) : null,
    drafts: draftsOf(side),
    openedBy: can(actor, 'request.trail', facts).ok ? side.opened_by : null,
    allowed: verdicts(actor, facts, budgets),
  };
}

/** Every kind of draft, because a first save is based on version 0. */
function draftsOf({ drafts }: Side): RequestDetail['drafts'] {
  const of = (kind: keyof RequestDetail['drafts']) => {
    const { version, held } = drafts?.find((each) => each.kind === kind) ?? { version: 0, held: false };
    return { version, held };
  };
  return { answer: of('answer'), note: of('note') };
}

/** The audit event of an opening: the request and the names of the fields that were shown, never their values. */
function openedFact(body: RequestDetail): Fact {
  const seen = body.fields.filter(({ value }) => value?.shown || value?.hint).map(({ field }) => field);
  const texts = body.timeline.some((item) => item.kind === 'message' && item.text?.shown) ? ['message'] : [];
  return { event: 'request.opened', object: { type: 'request', id: body.id }, fields: [...seen, ...texts] };
}

/** The link and what it did to the original's receipt, which the event of the closing says. */
function linkOf(
  row: StoredRequest,
  side: Side,
  views: Views,
  changes: readonly ChangeEvent[],
): RequestDetail['duplicateOf'] {
  if (!row.duplicate_of || !side.duplicate_reference) return null;
  const closing = changes
    .filter(({ event }) => event === 'request.closed')
    .reduce<ChangeEvent | null>((last, each) => (last && last.at > each.at ? last : each), null);
  const { receiptMoved, receiptKept } = toldData(closing?.data ?? {}, views);
  return {
    id: row.duplicate_of,
    reference: side.duplicate_reference,
    receiptMoved: typeof receiptMoved === 'boolean' ? receiptMoved : null,
    receiptKept: RECEIPT_KEPT.find((why) => why === receiptKept) ?? null,
  };
}

function decisionOf(
  side: Side,
  views: Views,
  then: NameThen,
  evidence: (decisionId: string) => ReturnType<Decrypted>,
): RequestDetail['decision'] {
  if (side.decision_id === null || side.proposed_by === null || side.proposed_at === null) return null;
  return {
    id: side.decision_id,
    outcome: side.decision_outcome,
    grounds: tells(views, 'grounds') ? side.grounds : null,
    restrictUntil: tells(views, 'restrictUntil') ? side.restrict_until : null,
    evidence: textView(evidence(side.decision_id), 'internal', views),
    proposedBy: personThen(side.proposed_by, side.proposer_name, side.proposed_at, then),
    proposedAt: side.proposed_at,
    approvedBy:
      side.approved_by === null
        ? null
        : personThen(side.approved_by, side.approver_name, side.approved_at ?? side.proposed_at, then),
    approvedAt: side.approved_at,
  };
}

function mailOf({ has_mail, has_address }: Side): NonNullable<RequestDetail['mail']> {
  if (!has_mail) return 'not_configured';
  return has_address ? 'ready' : 'no_address';
}

function personThen(id: string, name: string | null, at: string, then: NameThen) {
  return { id, name: then({ id, name: name ?? '' }, at) };
}

/** Shared addresses disclose something about the address, so only viewers who may see or compare it get suggestions. */
function suggestedFor(
  { contact_details: { level, compare } }: Views,
  side: Side,
): RequestDetail['suggested'] {
  return level === 'clear' || compare ? (side.suggested ?? []) : [];
}

const ON_REQUESTS = actions.filter((name) => /^(?:request|decision)\./.test(name));

function verdicts(actor: Actor, facts: RequestFacts, budgets: Budgets): RequestDetail['allowed'] {
  return ON_REQUESTS.map((action: Action) => {
    const verdict = can(actor, action, facts, budgets);
    return { action, ok: verdict.ok, why: verdict.ok ? null : verdict.why };
  });
}
