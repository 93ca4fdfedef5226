/**
 * Routes that manage the programs which may deliver requests (sources) and their secrets; a secret is shown only once.
 */
import { sql } from 'kysely';
import {
  createIntakeSecret,
  type IntakeSource,
  listIntakeSources,
  revokeIntakeSecret,
} from '#contract/settings.ts';
import { affecting } from '#server/db/affecting.ts';
import { ConstraintViolation } from '#server/db/faults.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { fault, notFound, Refusal } from '#server/http/refusal.ts';
import { type Context, type Route, route } from '#server/http/serve.ts';
import { namesThen } from '#server/staff/names/former-names.ts';
import { encryptSecret } from './secrets.ts';
import { newWebhookSecret } from './webhook-signature.ts';

export const intakeSourceRoutes: readonly Route[] = [
  route(listIntakeSources, async ({ tx, ports }) => {
    const items = await intakeSources({ tx, ports });
    return { body: { items, next: null }, facts: [{ event: 'secret.listed', count: items.length }] };
  }),

  route(createIntakeSecret, async (context) => {
    const { tx, ports, now, actor, input } = context;
    const sourceId = input.body.sourceId ?? (await newSource(context));
    const id = ports.newId();
    const secret = newWebhookSecret(ports.vault);
    const known = await tx
      .selectFrom('intake_source')
      .select('id')
      .where('id', '=', sourceId)
      .executeTakeFirst();
    if (!known) throw notFound();
    await tx
      .insertInto('intake_secret')
      .values({
        id,
        source_id: sourceId,
        sealed: encryptSecret(ports.vault, id, secret),
        hint: secret.slice(-4),
        created_at: now.toString(),
        created_by: actor.id,
        last_used_at: null,
        revoked_at: null,
      })
      .execute();
    const [source] = await intakeSources({ tx, ports }, sourceId);
    if (!source) throw notFound();
    return {
      body: { source, secretId: id, secret },
      facts: [{ event: 'secret.created', object: { type: 'secret', id }, data: { source: sourceId } }],
    };
  }),

  route(revokeIntakeSecret, async ({ tx, now, input }) => {
    const { id } = input.params;
    const found = await tx
      .selectFrom('intake_secret')
      .select(['revoked_at', 'source_id'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!found) throw notFound();
    if (found.revoked_at === null)
      await affecting(
        1,
        tx.updateTable('intake_secret').set({ revoked_at: now.toString() }).where('id', '=', id),
      );
    return {
      body: { done: true as const },
      facts: [{ event: 'secret.revoked', object: { type: 'secret', id }, data: { source: found.source_id } }],
    };
  }),
];

async function newSource({ tx, ports, now, input }: Context<typeof createIntakeSecret>): Promise<string> {
  const { name, site = null } = input.body;
  if (name === undefined) throw fault('/name', 'required');
  const id = ports.newId();
  try {
    await tx.insertInto('intake_source').values({ id, name, site, created_at: now.toString() }).execute();
    return id;
  } catch (error) {
    if (error instanceof ConstraintViolation)
      throw new Refusal('conflict', { errors: [{ pointer: '/name', code: 'already_used' }] });
    throw error;
  }
}

async function intakeSources(
  env: { tx: Tx; ports: Pick<Ports, 'vault'> },
  id?: string,
): Promise<IntakeSource[]> {
  const { tx } = env;
  const all = tx
    .selectFrom('intake_source as source')
    .select((eb) => [
      'source.id',
      'source.name',
      'source.site',
      'source.forgotten',
      eb
        .selectFrom('intake_receipt')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('intake_receipt.source_id', '=', 'source.id')
        .as('received'),
    ])
    .orderBy('source.name');
  const sources = await (id === undefined ? all : all.where('source.id', '=', id)).execute();
  const secrets = await tx
    .selectFrom('intake_secret')
    .leftJoin('person', 'person.id', 'intake_secret.created_by')
    .select([
      'intake_secret.id',
      'intake_secret.source_id',
      'intake_secret.created_at',
      'intake_secret.last_used_at',
      'intake_secret.revoked_at',
      'intake_secret.hint',
      'intake_secret.created_by',
      'person.name',
    ])
    .orderBy('intake_secret.created_at', 'desc')
    .execute();
  const then = await namesThen(env);
  return sources.map(({ received, forgotten, ...source }) => ({
    ...source,
    received: (received ?? 0) + forgotten,
    secrets: secrets
      .filter(({ source_id }) => source_id === source.id)
      .map((secret) => ({
        id: secret.id,
        createdAt: secret.created_at,
        createdBy:
          secret.created_by === null || secret.name === null
            ? null
            : then({ id: secret.created_by, name: secret.name }, secret.created_at),
        lastUsedAt: secret.last_used_at,
        revokedAt: secret.revoked_at,
        hint: secret.hint,
      })),
  }));
}
