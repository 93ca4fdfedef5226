/** Reads the encrypted text beside an event, for verification: it must have the hash that the event contains. */
import type { FoundDetail } from '#domain/audit/detail-check.ts';
import { hashOfDetail } from '#domain/audit/detail-commitment.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { type Category, type Vault, VaultError } from '#server/vault/vault.ts';

export type DetailVault = Pick<Vault, 'unwrapSubjectKey' | 'decrypt' | 'decryptForOrganisation' | 'mac'>;

export type DetailRow = {
  detail_subject: string | null;
  sealed: Uint8Array | null;
  wrapped: Uint8Array | null;
  master_version: number | null;
  /** The body of an unsealed event that destroyed the data of the subject. */
  detail_waiting: string | null;
};

const DETAIL: Category = 'detail';
const DESTROYED = AUDIT_EVENTS['subject.destroyed'].code;

/** Added to the query of events `e` in log-source.ts. The id is cut out of the body, because a forged one need not parse. */
export const DETAIL_SQL = {
  columns: `, d.subject_id as detail_subject, d.sealed, k.wrapped, k.master_version,
    case when e.body like '%"detail":{%' and (d.event_id is null or d.subject_id is not null and k.subject_id is null)
      then (select x.body from audit_event x left join audit_leaf y on y.event_id = x.id
        where x.code = '${DESTROYED}' and y.ix is null and x.object_ref = substring(e.body from '"detail":\\{"subject":"([0-9a-f-]{36})"')
        order by x.seq limit 1) end as detail_waiting`,
  joins: `
    left join audit_detail d on d.event_id = e.id
    left join vault.subject_key k on k.subject_id = d.subject_id and k.category = '${DETAIL}'`,
} as const;

type Stored = { id: string | null; at: string } & Partial<DetailRow>;

/** Returns what is beside the event; `gone` when there is no row, or the subject's key was destroyed. */
export function foundDetail(
  vault: DetailVault,
  { id, at, detail_subject: subject, sealed, wrapped, master_version: version }: Stored,
): FoundDetail {
  if (!sealed || id === null) return 'gone';
  const place = { row: id, field: DETAIL };
  try {
    // As session-facts.ts encrypts a text about no subject: under the organisation's key of the month.
    if (subject === null)
      return hashed(vault.decryptForOrganisation(`detail/${at.slice(0, 7)}`, sealed, place));
    if (!wrapped || version === null || version === undefined) return 'gone';
    return hashed(vault.decrypt(vault.unwrapSubjectKey(wrapped, version), sealed, place));
  } catch (error) {
    if (error instanceof VaultError) return 'unreadable';
    throw error;
  }
}

const hashed = (text: string): FoundDetail => ({ hash: hashOfDetail(text) });
