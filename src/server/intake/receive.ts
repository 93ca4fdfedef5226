/**
 * Creates a request from a delivery, once: a repeated delivery id is answered with
 * the request it created the first time.
 */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { IntakeBody, submitRequest } from '#contract/intake.ts';
import { languageOf } from '#domain/privacy/language.ts';
import { REQUEST_FIELDS } from '#domain/request/fields.ts';
import { UNTRIAGED_TYPE } from '#domain/request/types.ts';
import type { Tx } from '#server/deps.ts';
import { fault, Refusal } from '#server/http/refusal.ts';
import type { Context, Handler, Result } from '#server/http/serve.ts';
import { createRequest } from '#server/requests/work/create.ts';
import { policyInForce } from '#server/settings/stored.ts';

type Submit = typeof submitRequest;
type Answer = z.output<Submit['response']>;

/** The oldest receipt accepted, in days: with an older one the deadline of thirty days would have passed already. */
const OLDEST_DAYS = 30;
/** How far the sender's clock may be ahead, because two clocks never agree to the second. */
const CLOCK_SLACK_SECONDS = 5;
const SITE_CHANNEL = 'form';

export const receive: Handler<Submit> = async (context) => {
  const { tx, caller, now, ports, request, input } = context;
  if (caller.kind !== 'program') throw new Refusal('bad_signature');
  const webhookId = request.headers.get('webhook-id')?.trim() ?? '';
  const bodyMac = ports.vault.mac('intake-body', request.bytes);
  await holdDelivery(context, caller.id, webhookId);
  const known = await tx
    .selectFrom('intake_receipt')
    .select(['body_mac', 'request_id'])
    .where('source_id', '=', caller.id)
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst();
  if (known) {
    if (!ports.vault.equal(known.body_mac, bodyMac))
      throw new Refusal('replayed_with_other_body', {
        audited: true,
        object: { type: 'request', id: known.request_id },
      });
    return replayed(tx, known.request_id);
  }

  const created = await createRequest({ tx, ports, now }, await newRequestOf(tx, caller.id, input.body, now));
  await tx
    .insertInto('intake_receipt')
    .values({
      source_id: caller.id,
      webhook_id: webhookId,
      body_mac: bodyMac,
      request_id: created.id,
      at: now.toString(),
    })
    .execute();
  const { subjectId: _, ...answer } = created;
  return {
    body: { ...answer, replayed: false },
    facts: [
      {
        event: 'intake.received',
        object: { type: 'request', id: created.id },
        fields: Object.keys(input.body),
        data: { replayed: false, test: input.body.test ?? false },
      },
    ],
    live: [{ id: created.id, change: 'new' }],
  };
};

async function newRequestOf(tx: Tx, sourceId: string, body: IntakeBody, now: Temporal.Instant) {
  const source = await tx
    .selectFrom('intake_source')
    .select('site')
    .where('id', '=', sourceId)
    .executeTakeFirst();
  if (body.extra && JSON.stringify(body.extra).length > REQUEST_FIELDS.extra.max)
    throw fault('/extra', 'too_long', { max: REQUEST_FIELDS.extra.max });
  const { surname, firstName, patronymic, email, phone } = body;
  return {
    type: UNTRIAGED_TYPE,
    channel: SITE_CHANNEL,
    language: body.language ?? languageOf(`${body.subjectLine ?? ''} ${body.message}`),
    receivedAt: receiptOf(body.submittedAt, now),
    recordedBy: null,
    sourceId,
    site: body.site || (source?.site ?? null),
    policyVersion: body.policyVersion || (await policyInForce(tx)),
    test: body.test ?? false,
    subjectLine: body.subjectLine,
    message: body.message,
    topic: body.topic,
    extra: body.extra,
    applicant: { surname, firstName, patronymic, email, phone },
    device: body.device,
    network: body.network,
  } as const;
}

/** The time the form was submitted, if the site states it and it is plausible; otherwise now. Throws 400. */
function receiptOf(submittedAt: string | undefined, now: Temporal.Instant): Temporal.Instant {
  if (submittedAt === undefined) return now;
  const said = Temporal.Instant.from(submittedAt);
  const ahead = now.until(said).total('seconds');
  if (ahead > CLOCK_SLACK_SECONDS) throw fault('/submittedAt', 'in_the_future');
  if (ahead < -OLDEST_DAYS * 86_400) throw fault('/submittedAt', 'too_old', { max: OLDEST_DAYS });
  return ahead > 0 ? now : said;
}

/**
 * Takes an advisory lock, so that of simultaneous copies of a delivery one is processed and the others see its result.
 */
async function holdDelivery(
  { tx, ports: { vault } }: Context<Submit>,
  sourceId: string,
  webhookId: string,
): Promise<void> {
  const mac = vault.mac('intake-delivery', new TextEncoder().encode(`${sourceId} ${webhookId}`));
  const number = new DataView(mac.buffer, mac.byteOffset).getBigInt64(0).toString();
  await sql`select pg_advisory_xact_lock(${number}::bigint)`.execute(tx);
}

/** The answer to a repeated delivery, from the current row, because its dates may have been corrected since. */
async function replayed(tx: Tx, requestId: string): Promise<Result<Submit>> {
  const row = await tx
    .selectFrom('request')
    .select(['id', 'reference', 'type', 'received_at', 'received_on', 'due_on', 'act_by', 'no_way_to_reply'])
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  const body: Answer = {
    id: row.id,
    reference: row.reference,
    type: row.type,
    receivedAt: row.received_at,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    actBy: row.act_by,
    noWayToReply: row.no_way_to_reply,
    replayed: true,
  };
  return {
    body,
    status: 200,
    facts: [
      {
        event: 'intake.received',
        object: { type: 'request', id: requestId },
        data: { replayed: true },
      },
    ],
  };
}
