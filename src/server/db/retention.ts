/**
 * RETENTION: what ends the rows of each table. A table without a rule does not compile, so that no table grows for ever
 * unnoticed; a test compares the rules with the tables of a migrated database.
 */
import { SESSION_LIMITS } from '#domain/access/session-limits.ts';
import type { Tables } from './schema.ts';

/** The hourly purge deletes rows whose instant in one of the columns is older than its hours. */
export type Purge = {
  by: 'purge';
  /** Column → hours after its instant; a row is deleted by the first that has passed. */
  after: Readonly<Record<string, number>>;
  /** Also rows this many hours in the future, which a clock that was ahead left behind. */
  ahead?: number;
  /** Only rows that meet this condition, in the words of a partial index. */
  only?: string;
};

export type Ending =
  | Purge
  /** Deleted by the job of this name. */
  | { by: 'job'; job: string }
  /** Deleted when the personal data of its subject are destroyed. */
  | { by: 'destruction' }
  /** Kept: the skeleton of a request, which holds no personal data and is counted in the figures. */
  | { by: 'nothing'; because: 'figures' }
  /** Kept: the log is append-only; only bodies of events are deleted, by the job `retention`. */
  | { by: 'nothing'; because: 'log' }
  /** Grows with staff, sites and settings, not with requests. */
  | { by: 'nothing'; because: 'organisation' };

const DAY = 24;

/** Clients may rely on an idempotency key for a day; one more day covers a client that retries over midnight. */
const KEYS_KEPT = 2 * DAY;
/** Attempts and windows of rates are counted over a day at most. */
const COUNTERS_KEPT = 25;
/** What was sent is in the request's own rows; the operator may look a month back for what the mail server said. */
const LETTERS_KEPT = 30 * DAY;

const figures = { by: 'nothing', because: 'figures' } as const;
const log = { by: 'nothing', because: 'log' } as const;
const organisation = { by: 'nothing', because: 'organisation' } as const;
const destruction = { by: 'destruction' } as const;

export const RETENTION = {
  migration: organisation,
  setting: organisation,
  person: organisation,
  former_name: organisation,
  job: organisation,
  intake_source: organisation,
  intake_secret: organisation,

  session: { by: 'purge', after: { ends_at: 0, seen_at: SESSION_LIMITS.idleSeconds / 3600 } },
  link: { by: 'purge', after: { expires_at: 30 * DAY } },
  attempt: { by: 'purge', after: { seen_at: COUNTERS_KEPT }, ahead: COUNTERS_KEPT },
  rate: { by: 'purge', after: { window_start: COUNTERS_KEPT }, ahead: COUNTERS_KEPT },
  idempotency: { by: 'purge', after: { at: KEYS_KEPT } },
  // Budgets of a day; the day before is read by nobody.
  budget: { by: 'purge', after: { day: 3 * DAY } },
  outbox: { by: 'purge', after: { next_at: LETTERS_KEPT }, only: "state in ('sent', 'refused')" },
  // Also those that no mail server ever took: what they told is in the log.
  staff_notice: { by: 'purge', after: { made_at: LETTERS_KEPT }, ahead: LETTERS_KEPT },
  intake_receipt: { by: 'job', job: 'intake_receipts' },
  tally: { by: 'job', job: 'tallies' },
  audit_export: { by: 'job', job: 'audit-export' },

  subject: figures,
  request: figures,
  step_event: figures,
  message: figures,
  note: figures,
  former_contact: figures,
  decision: figures,

  'vault.subject_key': destruction,
  sealed_value: destruction,
  identifier: destruction,
  request_list: destruction,
  // Unsent text stays until its writer lets it go or its subject is destroyed; of a sent draft only the version is kept,
  // against late saves of the text that was sent.
  draft: { by: 'purge', after: { saved_at: 90 * DAY }, only: 'octet_length(sealed) = 0' },

  audit_event: log,
  audit_detail: destruction,
  audit_leaf: log,
  audit_node: log,
  audit_checkpoint: log,
  audit_signature: log,
  audit_epoch: log,
  audit_shard: log,
  audit_mention: log,
  audit_projection: log,
  audit_pruned: log,
} as const satisfies Record<keyof Tables, Ending>;

/** Tables that the hourly purge cleans, with their rules. */
export const PURGES: readonly (readonly [table: string, rule: Purge])[] = Object.entries<Ending>(
  RETENTION,
).flatMap(([table, rule]) => (rule.by === 'purge' ? [[table, rule] as const] : []));

/** Longest time in hours for which a table's rows are kept; null without an end by time. */
function keptHours(rule: Ending): number | null {
  return rule.by === 'purge' ? Math.max(...Object.values(rule.after)) : null;
}

/**
 * Tables that may hold very many rows, of which no query of a page or a job may read all. Counters that are purged
 * within days stay small.
 */
export const GROWING: readonly string[] = Object.entries<Ending>(RETENTION)
  .filter(([, rule]) => !(rule.by === 'nothing' && rule.because === 'organisation'))
  .filter(([, rule]) => (keptHours(rule) ?? Infinity) > 3 * DAY)
  .map(([table]) => table);
