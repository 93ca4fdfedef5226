/**
 * Replaces a mistyped address or number of the applicant. The value before is kept under the subject's key; the keyed
 * index and whether the applicant can be reached follow the new one.
 */
import { replaceContact } from '#contract/requests-write.ts';
import { CONTACT_FIELDS, type ContactField, REQUEST_FIELDS } from '#domain/request/fields.ts';
import { affecting, gone } from '#server/db/affecting.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { fault, Refusal } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import type { StoredRequest } from '../facts.ts';
import { DAMAGED } from '../read/decrypt-value.ts';
import { type Decrypted, decryptValues } from '../read/detail-encrypted.ts';
import { suggestsAny } from '../read/detail-side.ts';
import { countMiss } from '../read/oracle-budget.ts';
import { changeRoute } from './change.ts';
import { encryptValues } from './encrypt-values.ts';
import { storeIdentifiers } from './identifier-rows.ts';
import { CONTACT_KINDS, type Identifier, identifiersOf, noWayToReply } from './identifiers.ts';

export const contactRoutes: readonly Route[] = [
  changeRoute(replaceContact, async ({ context, body: { field, reason, ...body }, row }) => {
    const { tx } = context;
    await refuseWhileOneLeaves(tx, row.id);
    const held = await contactsHeld(context, row);
    const value = body.value.trim();
    if (value === '' && held[field] === null) throw fault('/value', 'required');
    await keepFormer(context, row, field, held);
    await store(context, row, field, value);
    await indexAnew(context, row, field, { ...held, [field]: value });
    // The page then shows what else came from the address, so an address nobody here knows is a wrong guess.
    if (value !== '' && !(await suggestsAny(context, row))) await countMiss(context, 'suggestion');
    return { set: { no_way_to_reply: await isUnreachable(context, row) }, fields: [field], reason };
  }),
];

type Env = {
  tx: Tx;
  ports: Pick<Ports, 'vault' | 'newId' | 'log'>;
  now: Temporal.Instant;
  actor: { id: string };
};
type Held = Readonly<Record<ContactField, ReturnType<Decrypted>>>;

/**
 * A letter that is being sent goes to the address of a moment ago, and nobody could tell which. Those that only wait get
 * the address when they are sent, so they are held until this transaction ends.
 */
async function refuseWhileOneLeaves(tx: Tx, requestId: string): Promise<void> {
  const letters = await tx
    .selectFrom('outbox')
    .select('state')
    .where('request_id', '=', requestId)
    .where('state', 'in', ['queued', 'unknown', 'sending'])
    .forUpdate()
    .execute();
  if (letters.some(({ state }) => state === 'sending'))
    throw new Refusal('not_possible', { why: 'letter_leaving' });
}

async function contactsHeld(env: Env, row: StoredRequest): Promise<Held> {
  const decrypted = await decryptValues(env, {
    request: row.id,
    rows: [row.applicant_id],
    categories: CONTACT_FIELDS.map((field) => REQUEST_FIELDS[field].class),
  });
  const held = (field: ContactField) => decrypted(row.applicant_id, field);
  return { email: held('email'), phone: held('phone') };
}

async function keepFormer(env: Env, row: StoredRequest, field: ContactField, { [field]: text }: Held) {
  const id = env.ports.newId();
  await env.tx
    .insertInto('former_contact')
    .values({
      id,
      request_id: row.id,
      field,
      replaced_at: env.now.toString(),
      replaced_by: env.actor.id,
    })
    .execute();
  // What does not decrypt under its own place does not under another; it is replaced, and shown as unreadable.
  if (text === DAMAGED)
    await affecting(
      1,
      env.tx
        .updateTable('sealed_value')
        .set({ row_id: id })
        .where('row_id', '=', row.applicant_id)
        .where('field', '=', field),
    );
  else if (text !== null)
    await encryptValues(env, row, { row: id, field, category: REQUEST_FIELDS[field].class, text });
}

/** An empty value leaves none. */
async function store(env: Env, row: StoredRequest, field: ContactField, text: string): Promise<void> {
  const place = { row: row.applicant_id, field };
  await env.tx
    .deleteFrom('sealed_value')
    .where('row_id', '=', place.row)
    .where('field', '=', field)
    .execute();
  await gone(
    env.tx
      .selectFrom('sealed_value')
      .select('row_id')
      .where('row_id', '=', place.row)
      .where('field', '=', field),
  );
  if (text !== '') await encryptValues(env, row, { ...place, category: REQUEST_FIELDS[field].class, text });
}

/**
 * The addresses and numbers in both fields, because people put one into the field of the other. Where the other field does
 * not decrypt, what is known of it stays.
 */
async function indexAnew(env: Env, row: StoredRequest, field: ContactField, held: Held): Promise<void> {
  const { tx } = env;
  const values = Object.entries(held).map(([name, text]) => [name, text === DAMAGED ? null : text]);
  const kinds = Object.values(held).includes(DAMAGED) ? KINDS_OF[field] : CONTACT_KINDS;
  const all = tx.selectFrom('identifier').select('kind').where('request_id', '=', row.id);
  await tx.deleteFrom('identifier').where('request_id', '=', row.id).where('kind', 'in', kinds).execute();
  await gone(all.where('kind', 'in', kinds));
  await storeIdentifiers(env, row, identifiersOf({ applicant: Object.fromEntries(values), message: '' }));
}

const KINDS_OF = {
  email: ['email'],
  phone: ['phone', 'phone_local'],
} as const satisfies Record<ContactField, readonly Identifier['kind'][]>;

async function isUnreachable({ tx }: Env, { id }: StoredRequest): Promise<boolean> {
  const kinds = await tx.selectFrom('identifier').select(['kind']).where('request_id', '=', id).execute();
  return noWayToReply(kinds);
}
