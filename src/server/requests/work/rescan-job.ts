/**
 * Brings what was derived from texts under older rules up to the present ones: the encrypted list row, whose first line
 * hides identifiers, and the keyed index of addresses and numbers. Each batch is a transaction, so a stop loses nothing.
 */
import { SCAN_VERSION } from '#domain/privacy/text-scan.ts';
import type { RequestField } from '#domain/request/fields.ts';
import type { Deps, Ports, Tx } from '#server/deps.ts';
import { every, type Job } from '#server/jobs/runner.ts';
import { subjectCipher } from '#server/subjects/subject-cipher.ts';
import type { Category } from '#server/vault/vault.ts';
import { storeIdentifiers } from './identifier-rows.ts';
import { identifiersOf, noWayToReply } from './identifiers.ts';
import { listRow } from './list-row.ts';

/** Requests of one transaction: a tenth of a second on the embedded database, whose only connection it holds. */
const AT_ONCE = 50;
/** Named one by one, so that the index finds the few that are left. */
const OLDER = Array.from({ length: SCAN_VERSION - 1 }, (_, index) => String(index + 1));

export const rescan: Job = {
  name: 'rescan',
  next: every(5),
  leaseMinutes: 120,
  run: async (deps) => {
    const count = await rescanAll(deps);
    return count > 0 ? { count, data: { version: SCAN_VERSION } } : null;
  },
};

/** Derives every row of an older version anew; returns how many. */
export async function rescanAll(deps: Pick<Deps, 'db' | 'vault'>, atOnce = AT_ONCE): Promise<number> {
  for (let count = 0; ; ) {
    const done = await deps.db.transaction((tx) => rescanBatch({ tx, ports: deps }, atOnce));
    count += done;
    if (done < atOnce) return count;
  }
}

type ListRow = { request_id: string; subject_id: string; sealed: Uint8Array };
type Env = { tx: Tx; ports: Pick<Ports, 'vault'> };

async function rescanBatch(env: Env, atOnce: number): Promise<number> {
  const rows = await env.tx
    .selectFrom('request_list')
    .select(['request_id', 'subject_id', 'sealed'])
    .where('scan_version', 'in', OLDER)
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of rows) await rescanOne(env, row);
  return rows.length;
}

async function rescanOne({ tx, ports }: Env, row: ListRow): Promise<void> {
  const { request_id: requestId, subject_id: subjectId } = row;
  // Until the end, else the index would get an address back that a colleague replaces meanwhile.
  await tx.selectFrom('request').select('id').where('id', '=', requestId).forShare().execute();
  const cipher = await subjectCipher({ tx, ports }, subjectId);
  const place = { row: requestId, field: 'list' };
  // Encrypting would make a destroyed key anew.
  const isDestroyed = cipher.decrypt('content', place, row.sealed) === null;
  const texts = await textsOf({ tx, ports }, cipher, requestId);
  const { applicant, message = '' } = texts;
  await tx
    .updateTable('request_list')
    .set({
      sealed: isDestroyed
        ? row.sealed
        : await cipher.encrypt('content', place, listRow({ ...texts, message })),
      scan_version: String(SCAN_VERSION),
    })
    .where('request_id', '=', requestId)
    .execute();
  const identifiers = identifiersOf({ ...texts, message });
  await storeIdentifiers({ tx, ports }, { id: requestId, subject_id: subjectId }, identifiers);
  if (!noWayToReply(identifiers) && (applicant.email ?? applicant.phone) !== undefined)
    await tx
      .updateTable('request')
      .set({ no_way_to_reply: false })
      .where('id', '=', requestId)
      .where('no_way_to_reply', '=', true)
      .execute();
}

/** The texts that the list row and the index are made of; those whose key was destroyed are absent. */
async function textsOf({ tx }: Env, cipher: Awaited<ReturnType<typeof subjectCipher>>, requestId: string) {
  const first = await tx
    .selectFrom('message')
    .innerJoin('request', 'request.id', 'message.request_id')
    .select(['message.id', 'request.applicant_id'])
    .where('message.request_id', '=', requestId)
    .where('message.direction', '=', 'in')
    .orderBy('message.recorded_at')
    .orderBy('message.id')
    .limit(1)
    .executeTakeFirst();
  const owners = [requestId, ...(first ? [first.id, first.applicant_id] : [])];
  const values = await tx
    .selectFrom('sealed_value')
    .select(['row_id', 'field', 'category', 'sealed'])
    .where('request_id', '=', requestId)
    .where('row_id', 'in', owners)
    .execute();
  const text = (field: RequestField): string | undefined => {
    const value = values.find((each) => each.field === field);
    if (value === undefined) return undefined;
    return (
      cipher.decrypt(value.category as Category, { row: value.row_id, field }, value.sealed) ?? undefined
    );
  };
  const extra = text('extra');
  return {
    applicant: {
      surname: text('surname'),
      firstName: text('first_name'),
      email: text('email'),
      phone: text('phone'),
    },
    subjectLine: text('subject_line'),
    message: text('message'),
    extra: extra === undefined ? [] : (JSON.parse(extra) as { label: string; value: string }[]),
  };
}
