/**
 * Compares what a caller says on the telephone with a stored value and answers match or no match, never the value.
 * Wrong guesses are limited, because a value could otherwise be found by trying.
 */
import type { Endpoint } from '#contract/endpoint.ts';
import type { COMPARABLE, compareField } from '#contract/requests-read.ts';
import { viewOf } from '#domain/access/view.ts';
import { foldText } from '#domain/privacy/normalise.ts';
import { REQUEST_FIELDS } from '#domain/request/fields.ts';
import { fault, notFound, Refusal } from '#server/http/refusal.ts';
import type { Context, Handler } from '#server/http/serve.ts';
import { loadRequest, type StoredRequest } from '../facts.ts';
import { KEYED } from '../search-keys.ts';
import { DAMAGED } from './decrypt-value.ts';
import { decryptValues } from './detail-encrypted.ts';
import { countMiss, holdGuesses } from './oracle-budget.ts';
import { CLASS_OF } from './search.ts';

export const compare: Handler<typeof compareField> = async (context) => {
  const { field, value } = context.input.body;
  // Locked, so that parallel guesses at one request are serialised and each is counted.
  const found = await loadRequest(context.tx, context.input.params.id, { lock: true });
  if (!found) throw notFound();
  const { row, facts } = found;
  const object = { type: 'request', id: row.id };
  context.mayOrRefuse('request.compare', { id: row.id, facts });
  const fieldClass = isKeyed(field) ? CLASS_OF[field] : REQUEST_FIELDS[field].class;
  if (!viewOf(context.actor, fieldClass, facts).compare)
    throw new Refusal('forbidden', { why: 'role', object });
  const left = await holdGuesses(context, 'compare', row.id);
  const match = isKeyed(field)
    ? await isIndexed(context, row, field, value)
    : await isName(context, row, field, value);
  if (!match) await countMiss(context, 'compare', row.id);
  return {
    body: { match, missesLeft: match ? left : left - 1 },
    facts: [{ event: 'request.compared', object, fields: [field], data: { match } }],
  };
};

type Comparable = (typeof COMPARABLE)[number];
type Keyed = Comparable & keyof typeof KEYED;
type Name = Exclude<Comparable, Keyed>;
type At = Pick<Context<Endpoint>, 'tx' | 'ports'>;

function isKeyed(field: Comparable): field is Keyed {
  return field in KEYED;
}

/** Compares with the keyed index, so the stored value is not decrypted. */
async function isIndexed({ tx, ports }: At, { id }: StoredRequest, kind: Keyed, value: string) {
  const normalised = KEYED[kind](value);
  if (normalised === null) throw fault('/value', 'bad_format');
  const said = ports.vault.blindIndex(kind, normalised);
  const rows = await tx
    .selectFrom('identifier')
    .select('mac')
    .where('request_id', '=', id)
    .where('kind', '=', kind)
    .execute();
  // `map` compares every row even after a match, so that the time taken does not depend on which one matched.
  return rows.map(({ mac }) => ports.vault.equal(mac, said)).includes(true);
}

/** Compares names ignoring case, repeated spaces and letters that many keyboards lack. */
async function isName(at: At, row: StoredRequest, field: Name, value: string) {
  const decrypted = await decryptValues(at, {
    request: row.id,
    rows: [row.applicant_id],
    categories: [REQUEST_FIELDS[field].class],
  });
  const held = decrypted(row.applicant_id, field);
  // The page does not offer to compare it, and "no match" would be untrue.
  if (held === DAMAGED) throw notFound();
  const said = macOf(at, value);
  return held !== null && at.ports.vault.equal(macOf(at, held), said);
}

/** A MAC of the folded name: equal lengths, so that the time taken does not show how much of the guess was right. */
function macOf({ ports }: At, name: string): Uint8Array {
  const folded = foldText(name).replace(/\s+/g, ' ').trim();
  return ports.vault.mac('compare', new TextEncoder().encode(folded));
}
