/** An outcome is evidence, not a claim: what there is to prove it, or what is missing. */
import { OUTCOMES, type Outcome } from '#domain/request/status.ts';
import type { Tx } from '#server/deps.ts';
import type { StoredRequest } from '../facts.ts';
import { hasAnswer } from '../work/derive.ts';

export type Proof =
  | { ok: true; by: 'none' }
  /** `on_its_way`: closed in good faith; only its arrival meets the promise, and a refusal opens the request again. */
  | { ok: true; by: 'answer' | 'decision'; answer: 'arrived' | 'on_its_way' }
  | { ok: false; fault: 'no_evidence' | 'mismatch' };

export async function proofOf(tx: Tx, row: StoredRequest, outcome: Outcome): Promise<Proof> {
  const { evidence } = OUTCOMES[outcome];
  if (evidence === 'none') return { ok: true, by: evidence };
  const answer = row.answered_at ? 'arrived' : (await hasAnswer(tx, row.id)) ? 'on_its_way' : null;
  if (!answer) return { ok: false, fault: 'no_evidence' };
  if (evidence === 'answer') return { ok: true, by: evidence, answer };
  const decision = await tx
    .selectFrom('decision')
    .select('outcome')
    .where('request_id', '=', row.id)
    .where('ended_at', 'is', null)
    .where('approved_by', 'is not', null)
    .executeTakeFirst();
  if (!decision) return { ok: false, fault: 'no_evidence' };
  if (decision.outcome !== outcome) return { ok: false, fault: 'mismatch' };
  return { ok: true, by: evidence, answer };
}
