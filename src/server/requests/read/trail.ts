/**
 * Who has seen a request: openings, reveals and changes one by one, listings as counts. Covers one request, or all of
 * one person, found from one of them or by an address or number. The answer contains references and events, and no
 * personal data of the applicant.
 */
import { CompiledQuery } from 'kysely';
import type { requestTrail } from '#contract/requests-read.ts';
import type { findPersonTrail, PersonTrail, personTrail } from '#contract/trails.ts';
import type { Fact } from '#server/audit/record/record.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { limit } from '#server/http/rate.ts';
import { fault, notFound } from '#server/http/refusal.ts';
import type { Handler } from '#server/http/serve.ts';
import { loadRequest } from '../facts.ts';
import { KEYED } from '../search-keys.ts';
import { countMiss, holdGuesses } from './oracle-budget.ts';
import { reachedRequest } from './reached.ts';
import { SEARCH_RATE } from './search.ts';
import { trailEntries } from './trail-entries.ts';
import { listingsOf } from './trail-listings.ts';

export const trail: Handler<typeof requestTrail> = async (context) => {
  const found = await loadRequest(context.tx, context.input.params.id);
  if (!found) throw notFound();
  const { row, facts } = found;
  context.mayOrRefuse('request.trail', { id: row.id, facts });
  const { entries, truncated } = await trailEntries(context, [row.id]);
  const listed = await listingsOf(context, [row.id]);
  return {
    body: {
      reference: row.reference,
      entries: entries.map(({ objectRef: _, ...entry }) => entry),
      truncated,
      listed,
    },
    facts: [{ event: 'request.trail_read', object: { type: 'request', id: row.id }, count: entries.length }],
  };
};

export const personTrailOfRequest: Handler<typeof personTrail> = async (context) => {
  const row = await reachedRequest(context, 'audit.person_trail', context.input.params.id);
  const body = await trailOf(context, await sameSender(context.tx, row.id));
  return { body, facts: [readFact(body, { object: { type: 'request', id: row.id } })] };
};

export const personTrailByValue: Handler<typeof findPersonTrail> = async (context) => {
  const { actor, tx, ports, now, input } = context;
  const { kind, value } = input.body;
  const normalised = KEYED[kind](value);
  if (normalised === null) throw fault('/value', 'bad_format');
  await limit(tx, ports.vault, `search/${actor.id}`, SEARCH_RATE, now);
  await holdGuesses(context, 'person_trail');
  const found = await withIdentifier(tx, kind, ports.vault.blindIndex(kind, normalised));
  if (found.length === 0) await countMiss(context, 'person_trail');
  const body = await trailOf({ tx, ports }, found);
  // Only the kind is logged, because the value is personal data.
  return { body, facts: [readFact(body, { data: { kind } })] };
};

type Env = { tx: Tx; ports: Pick<Ports, 'vault'> };
type Found = readonly { id: string; reference: string }[];

/** The most requests a person's trail covers, far more than one person sends. */
const MOST_REQUESTS = 200;
const LATEST_FIRST = `order by r.received_at desc, r.id limit ${MOST_REQUESTS}`;

/** The request itself and all that share an address or number with it. UNION, because OR would scan all requests. */
async function sameSender(tx: Tx, requestId: string): Promise<Found> {
  const statement = `select r.id, r.reference from request r
    where r.id in (
      select $1::uuid
      union select other.request_id from identifier mine
      join identifier other on other.kind = mine.kind and other.mac = mine.mac
      where mine.request_id = $1 and mine.kind in ('email', 'phone')) ${LATEST_FIRST}`;
  return (await tx.executeQuery<Found[number]>(CompiledQuery.raw(statement, [requestId]))).rows;
}

async function withIdentifier(tx: Tx, kind: string, mac: Uint8Array): Promise<Found> {
  const statement = `select r.id, r.reference from request r
    where not r.test and r.id in (select request_id from identifier where kind = $1 and mac = $2) ${LATEST_FIRST}`;
  return (await tx.executeQuery<Found[number]>(CompiledQuery.raw(statement, [kind, mac]))).rows;
}

async function trailOf(env: Env, found: Found): Promise<PersonTrail> {
  const ids = found.map(({ id }) => id);
  const references = new Map(found.map(({ id, reference }) => [id, reference]));
  const { entries, truncated } = await trailEntries(env, ids);
  return {
    references: found.map(({ reference }) => reference),
    entries: entries.map(({ objectRef, ...entry }) => ({
      ...entry,
      reference: references.get(objectRef) ?? '',
    })),
    truncated,
    listed: await listingsOf(env, ids),
  };
}

function readFact({ references, entries }: PersonTrail, more: Partial<Fact>): Fact {
  return {
    event: 'audit.person_trail_read',
    count: entries.length,
    ...more,
    data: { ...more.data, requests: references.length },
  };
}
