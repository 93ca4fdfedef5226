/** Statuses, the moves allowed between them, and the evidence each outcome needs. */

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

/** Whether the lifecycle knows a way from one status to the other; staying is no transition. */
export function mayBecome(from: Status, to: Status): boolean {
  return (TRANSITIONS[from] as readonly Status[]).includes(to);
}

/**
 * The evidence without which a request cannot be closed with the outcome: `answer` = a sent answer or one recorded as given outside,
 * `decision` = a proposal approved by a second officer *and* the reasoned answer (94-V art. 25(2)(7)),
 * `none` = no answer is owed, so the promise is void and a reason is written down.
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

/** Outcomes that a decision can propose, in the order the form offers them. */
export const decisionOutcomes = outcomes.filter((outcome) => OUTCOMES[outcome].evidence === 'decision');
