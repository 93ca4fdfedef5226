/** A request is closed with an outcome only on evidence for it: finds that evidence, or says what is missing. */
import { OUTCOMES, type Outcome } from '#domain/request/status.ts';
import type { Tx } from '#server/deps.ts';
import type { StoredRequest } from '../facts.ts';
import { hasAnswer } from '../work/derive.ts';

export type Evidence =
  | { ok: true; by: 'none' }
  /** `on_its_way`: the letter is queued; the promise is met when it arrives, and if it is refused the request opens again. */
  | { ok: true; by: 'answer' | 'decision'; answer: 'arrived' | 'on_its_way' }
  | { ok: false; fault: 'no_evidence' | 'mismatch' };

export async function evidenceOf(tx: Tx, row: StoredRequest, outcome: Outcome): Promise<Evidence> {
  const { evidence: needed } = OUTCOMES[outcome];
  if (needed === 'none') return { ok: true, by: needed };
  const answer = row.answered_at ? 'arrived' : (await hasAnswer(tx, row.id)) ? 'on_its_way' : null;
  if (!answer) return { ok: false, fault: 'no_evidence' };
  if (needed === 'answer') return { ok: true, by: needed, answer };
  const decision = await tx
    .selectFrom('decision')
    .select('outcome')
    .where('request_id', '=', row.id)
    .where('ended_at', 'is', null)
    .where('approved_by', 'is not', null)
    .executeTakeFirst();
  if (!decision) return { ok: false, fault: 'no_evidence' };
  if (decision.outcome !== outcome) return { ok: false, fault: 'mismatch' };
  return { ok: true, by: needed, answer };
}
