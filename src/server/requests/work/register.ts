/** Registers a request received by telephone, letter or visit, with its true time of receipt. */
import { registerRequest } from '#contract/requests-write.ts';
import { can } from '#domain/access/can.ts';
import type { Actor } from '#domain/access/conditions.ts';
import { languageOf } from '#domain/privacy/language.ts';
import { needsReceiptReason, receiptFault } from '#domain/request/receipt.ts';
import { typeRow } from '#domain/request/types.ts';
import type { Fact } from '#server/audit/record/record.ts';
import { fault, notFound } from '#server/http/refusal.ts';
import { type Context, type Result, type Route, route } from '#server/http/serve.ts';
import { policyInForce } from '#server/settings/stored.ts';
import { factsOf, loadRequest, type StoredRequest } from '../facts.ts';
import { suggestsAny } from '../read/detail-side.ts';
import { countMiss } from '../read/oracle-budget.ts';
import { encryptedReason } from '../reason.ts';
import { createRequest } from './create.ts';

type Registering = Context<typeof registerRequest>;

export const registerRoute: Route = route(registerRequest, register, replayed);

async function register(context: Registering): Promise<Result<typeof registerRequest>> {
  const { body } = context.input;
  const receivedAt = Temporal.Instant.from(body.receivedAt);
  const reason = body.receiptReason?.trim();
  const faulty = receiptFault(receivedAt, context.now);
  if (faulty) throw fault('/receivedAt', faulty);
  if (needsReceiptReason(receivedAt, context.now) && !reason)
    throw fault('/receiptReason', 'reason_required');
  const created = await createRequest(context, {
    type: body.type,
    channel: body.channel,
    language: body.language ?? languageOf(body.message),
    receivedAt,
    recordedBy: context.actor.id,
    sourceId: null,
    site: null,
    policyVersion: await policyInForce(context.tx),
    test: false,
    subjectLine: body.subjectLine,
    message: body.message,
    applicant: body.applicant ?? {},
  });
  const loaded = await loadRequest(context.tx, created.id);
  if (!loaded) throw notFound();
  // Registering an address shows what else came from it, so an address nobody here knows is a wrong guess.
  const { email, phone } = body.applicant ?? {};
  if ((email || phone) && !(await suggestsAny(context, loaded.row))) await countMiss(context, 'suggestion');
  const fact: Fact = {
    ...registered(loaded.row),
    ...(reason ? { detail: await encryptedReason(context, loaded.row, reason) } : {}),
  };
  return {
    body: slip(context.actor, loaded.row),
    facts: [fact],
    live: [{ id: created.id, change: 'new' }],
    resourceId: created.id,
  };
}

/** The answer to a repeated Idempotency-Key: the request that the first call created. */
async function replayed(context: Registering, id: string): Promise<Result<typeof registerRequest>> {
  const loaded = await loadRequest(context.tx, id);
  if (!loaded) throw notFound();
  const fact = registered(loaded.row);
  return {
    body: slip(context.actor, loaded.row),
    facts: [{ ...fact, data: { ...fact.data, replayed: true } }],
  };
}

/** Only its number and dates, because the person who registers a request may not be allowed to read it. */
function slip(actor: Actor, row: StoredRequest): Result<typeof registerRequest>['body'] {
  return {
    id: row.id,
    reference: row.reference,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    actBy: row.act_by,
    mayOpen: can(actor, 'request.open', factsOf(row, null)).ok,
  };
}

function registered(row: StoredRequest): Fact {
  return {
    event: 'request.registered',
    object: { type: 'request', id: row.id },
    data: {
      reference: row.reference,
      type: row.type,
      channel: row.channel,
      receivedAt: row.received_at,
      dueOn: row.due_on,
      ...(typeRow(row.type).alarm ? { alarm: true } : {}),
    },
  };
}
