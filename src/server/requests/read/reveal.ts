/** Reveals one value in full for a minute: needs a purpose, spends the day's budget and is logged before it is sent. */
import type { Endpoint } from '#contract/endpoint.ts';
import type { copyField, revealField } from '#contract/requests-read.ts';
import { type Budgets, failing, type RequestFacts } from '#domain/access/conditions.ts';
import { viewOf } from '#domain/access/view.ts';
import { cellOf } from '#domain/access/visibility.ts';
import { classesIn, REQUEST_FIELDS, type RequestField } from '#domain/request/fields.ts';
import { trackOf } from '#domain/request/types.ts';
import type { Fact } from '#server/audit/record/record.ts';
import { fault, notFound, Refusal } from '#server/http/refusal.ts';
import type { Context, Handler } from '#server/http/serve.ts';
import { loadRequest, type StoredRequest } from '../facts.ts';
import { encryptedReason } from '../reason.ts';
import { DAMAGED } from './decrypt-value.ts';
import { decryptValues } from './detail-encrypted.ts';
import { extraText, rowOf } from './detail-fields.ts';
import { isFormer } from './former-contacts.ts';
import { MOST_REVEALS, revealBudgets, spendReveal } from './reveal-budget.ts';

const SHOWN_SECONDS = 60;

export const reveal: Handler<typeof revealField> = async (context) => {
  const { input, tx, actor, today, now } = context;
  const { field, messageId, formerId, purpose, purposeText } = input.body;
  const { row, facts } = await loaded(context, input.params.id);
  context.mayOrRefuse('request.reveal', { id: row.id, facts });
  if (purpose === 'other' && !purposeText?.trim()) throw fault('/purposeText', 'required');
  // Counted before the check, because the update locks the counter: two calls at once cannot both take the last reveal.
  const shown = await spendReveal(tx, actor.id, today, now);
  mayRevealOrRefuse(context, field, { row, facts }, revealBudgets(shown - 1));
  const place = { row: await placeOf(context, { field, messageId, formerId }, row), field };
  const decrypted = await decryptValues(context, {
    request: row.id,
    rows: [place.row],
    categories: [REQUEST_FIELDS[field].class],
  });
  const text = decrypted(place.row, field);
  const value = field === 'extra' ? extraText(text) : text;
  // The page offers neither to reveal.
  if (value === null || value === DAMAGED) throw notFound();
  return {
    body: {
      field,
      messageId: messageId ?? null,
      formerId: formerId ?? null,
      value,
      until: now.add({ seconds: SHOWN_SECONDS }).toString(),
      seconds: SHOWN_SECONDS,
      leftToday: leftToday(context, field, facts, shown),
    },
    facts: [
      {
        event: 'request.revealed',
        object: { type: 'request', id: row.id },
        fields: [field],
        purpose,
        ...whichOf({ messageId, formerId }),
        ...(purposeText?.trim() ? { detail: await encryptedReason(context, row, purposeText) } : {}),
      },
    ],
  };
};

/** Logs that a shown value was copied in the browser; the server sends nothing more. */
export const copy: Handler<typeof copyField> = async (context) => {
  const { field, messageId, formerId } = context.input.body;
  const { row, facts } = await loaded(context, context.input.params.id);
  context.mayOrRefuse('request.copy', { id: row.id, facts });
  if (viewOf(context.actor, REQUEST_FIELDS[field].class, facts).level !== 'clear')
    mayRevealOrRefuse(context, field, { row, facts }, UNCOUNTED);
  await placeOf(context, { field, messageId, formerId }, row);
  const which = whichOf({ messageId, formerId });
  return {
    body: { done: true },
    facts: [{ event: 'request.copied', object: { type: 'request', id: row.id }, fields: [field], ...which }],
  };
};

/** A value revealed within the budget may still be copied after the budget is spent. */
const UNCOUNTED: Budgets = revealBudgets(0);

async function loaded({ tx }: Context<Endpoint>, key: string) {
  const found = await loadRequest(tx, key);
  if (!found) throw notFound();
  return found;
}

type About = { row: StoredRequest; facts: RequestFacts };

/** Throws the 403 with the condition that failed, for the tooltip: the first unmet one of the viewer's roles. */
function mayRevealOrRefuse(
  { actor }: Pick<Context<Endpoint>, 'actor'>,
  field: RequestField,
  { row, facts }: About,
  budgets: Budgets,
): void {
  const closed = classesIn(field).find((name) => !viewOf(actor, name, facts, budgets).reveal);
  if (!closed) return;
  const conditions = actor.roles.map((role) => cellOf(closed, role, trackOf(facts.type)).reveal ?? null);
  const unmet = conditions.flatMap((wanted) => (wanted && failing(wanted, actor, facts, budgets)) ?? []);
  throw new Refusal('forbidden', { why: unmet[0] ?? 'role', object: { type: 'request', id: row.id } });
}

/** Reveals left today: of the smaller budget when the viewer's right depends on it, else of the limit for everyone. */
function leftToday(
  { actor }: Pick<Context<Endpoint>, 'actor'>,
  field: RequestField,
  facts: RequestFacts,
  shown: number,
): number {
  const spent: Budgets = { supportReveals: 0 };
  const needsBudget = classesIn(field).some((name) => !viewOf(actor, name, facts, spent).reveal);
  return needsBudget ? revealBudgets(shown).supportReveals : MOST_REVEALS - shown;
}

type Asked = { field: RequestField; messageId: string | undefined; formerId: string | undefined };

/** Says in the event which letter or which former value it was. */
function whichOf({ messageId, formerId }: Omit<Asked, 'field'>): Pick<Fact, 'data'> {
  if (messageId) return { data: { messageId } };
  return formerId ? { data: { formerId } } : {};
}

/**
 * The id of the row that holds the value; texts of a message need the message's id, and a former value its own, which
 * must be of this request.
 */
async function placeOf(
  { tx }: Pick<Context<Endpoint>, 'tx'>,
  { field, messageId, formerId }: Asked,
  row: StoredRequest,
): Promise<string> {
  if (REQUEST_FIELDS[field].of !== 'message') {
    if (messageId) throw fault('/messageId', 'unknown_field');
    if (!formerId) return rowOf(field, row);
    if (!(await isFormer(tx, { id: formerId, requestId: row.id, field }))) throw notFound();
    return formerId;
  }
  if (formerId) throw fault('/formerId', 'unknown_field');
  if (!messageId) throw fault('/messageId', 'required');
  const message = await tx
    .selectFrom('message')
    .select('id')
    .where('id', '=', messageId)
    .where('request_id', '=', row.id)
    .executeTakeFirst();
  if (!message) throw notFound();
  return message.id;
}
