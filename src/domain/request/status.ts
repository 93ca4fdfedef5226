/** Statuses, the transitions allowed between them, and the evidence that each outcome requires. */

const TRANSITIONS = {
  new: ['in_progress', 'waiting_applicant', 'awaiting_approval', 'closed'],
  in_progress: ['new', 'waiting_applicant', 'awaiting_approval', 'closed'],
  waiting_applicant: ['new', 'in_progress', 'awaiting_approval', 'closed'],
  awaiting_approval: ['in_progress', 'executing', 'closed'],
  executing: ['in_progress', 'closed'],
  closed: ['in_progress'],
} as const satisfies Record<string, readonly string[]>;

export type Status = keyof typeof TRANSITIONS;

export const statuses = Object.keys(TRANSITIONS) as readonly Status[];

export const openStatuses = statuses.filter((status) => status !== 'closed');

/** Whether the table allows the transition; staying in a status is not one. */
export function mayBecome(from: Status, to: Status): boolean {
  return (TRANSITIONS[from] as readonly Status[]).includes(to);
}

/**
 * The evidence an outcome requires: `answer` = an answer that was sent or recorded as given outside the system,
 * `decision` = a proposal approved by a second officer *and* the reasoned answer (94-V art. 25(2)(7)),
 * `none` = no answer is owed, so the promise is void and a reason is recorded.
 */
export const OUTCOMES = {
  answered: { evidence: 'answer', reason: false },
  fulfilled: { evidence: 'decision', reason: false },
  partly_fulfilled: { evidence: 'decision', reason: false },
  restricted: { evidence: 'decision', reason: false },
  refused: { evidence: 'decision', reason: false },
  withdrawn: { evidence: 'none', reason: true },
  duplicate: { evidence: 'none', reason: true },
  no_reply_needed: { evidence: 'none', reason: true },
} as const satisfies Record<string, { evidence: 'answer' | 'decision' | 'none'; reason: boolean }>;

export type Outcome = keyof typeof OUTCOMES;

export const outcomes = Object.keys(OUTCOMES) as readonly Outcome[];

/** Outcomes that a decision can propose, in the order of the form. */
export const decisionOutcomes = outcomes.filter((outcome) => OUTCOMES[outcome].evidence === 'decision');
