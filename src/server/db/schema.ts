/**
 * Types of all tables, for both databases. Dates are 'YYYY-MM-DD', instants ISO text in UTC, bytes Uint8Array
 * (values.ts parses them so). Columns named `sealed` hold values encrypted with AES-256-GCM; personal data is stored in
 * no other way.
 */
import type { ColumnType, Generated } from 'kysely';
import type { Role } from '#domain/access/roles.ts';
import type { SignInAddress } from '#domain/access/sign-in-address.ts';
import type { Language } from '#domain/privacy/language.ts';
import type { Channel, ContactField, DelayReason, Ground, Purpose } from '#domain/request/fields.ts';
import type { AnswerState, LetterState, MessageKind } from '#domain/request/message-kinds.ts';
import type { MoveCode } from '#domain/request/move.ts';
import type { Outcome, Status } from '#domain/request/status.ts';
import type { RequestType, Track } from '#domain/request/types.ts';
import type { CivilDate } from '#domain/time/civil.ts';

type Uuid = string;
type Instant = string;
type Bytes = Uint8Array;

export type Tables = {
  migration: { id: string; applied_at: Instant };
  setting: { key: string; value: string; version: number; changed_at: Instant; changed_by: Uuid | null };

  person: {
    id: Uuid;
    name: string;
    /** Written in its one spelling; rows of earlier versions may have capital letters, so look-up lowers the column. */
    email: ColumnType<string, SignInAddress, SignInAddress>;
    roles: Role[];
    ends_on: CivilDate | null;
    disabled_at: Instant | null;
    password_hash: string | null;
    last_seen_at: Instant | null;
    language: Generated<Language>;
    theme: Generated<'light' | 'dark' | 'system'>;
    keys: Generated<boolean>;
    /** Whether the person has ever chosen language or theme. */
    has_chosen: Generated<boolean>;
    /** To whom the open requests of a disabled person go; null: back to the queue. */
    hands_to: Generated<Uuid | null>;
    created_at: Instant;
    version: Generated<number>;
  };
  /** A name that a colleague bore until then. */
  former_name: { person_id: Uuid; until: Instant; sealed: Bytes };
  link: {
    id: Uuid;
    person_id: Uuid | null;
    kind: 'first_administrator' | 'invitation' | 'recovery';
    token_hash: Bytes;
    expires_at: Instant;
    used_at: Instant | null;
    revoked_at: Instant | null;
    created_at: Instant;
    created_by: Uuid | null;
    /** Not valid until a second person confirms it. */
    unconfirmed: Generated<boolean>;
    decided_by: Generated<Uuid | null>;
  };
  session: {
    id_hash: Bytes;
    person_id: Uuid;
    authenticated: 'password' | 'persona' | 'link';
    created_at: Instant;
    seen_at: Instant;
    ends_at: Instant;
  };
  /** Failed sign-ins per account and per address, counted in the database so that all processes share the count. */
  attempt: { key: Bytes; failures: number; retry_at: Instant; seen_at: Instant };

  /** `destroyed_at`: its personal data is gone, and nothing may be encrypted for it again. */
  subject: { id: Uuid; created_at: Instant; destroyed_at: Generated<Instant | null> };
  'vault.subject_key': { subject_id: Uuid; category: string; wrapped: Bytes; master_version: number };
  sealed_value: {
    row_id: Uuid;
    field: string;
    subject_id: Uuid;
    request_id: Uuid | null;
    category: string;
    sealed: Bytes;
  };
  /** Keyed index for exact look-up: HMAC of the normalised whole value. Deleted explicitly on erasure. */
  identifier: {
    request_id: Uuid;
    subject_id: Uuid;
    kind: 'email' | 'phone' | 'phone_local' | 'iin';
    mac: Bytes;
  };

  /** A replaced address or number; the value before is in `sealed_value` under this id, none where the field was empty. */
  former_contact: {
    id: Uuid;
    request_id: Uuid;
    field: ContactField;
    replaced_at: Instant;
    replaced_by: Uuid;
  };

  request: {
    id: Uuid;
    reference: string;
    type: RequestType;
    track: Track;
    status: Status;
    outcome: Outcome | null;
    channel: Channel;
    site: string | null;
    language: Language;
    policy_version: string;
    received_at: Instant;
    received_on: CivilDate;
    recorded_at: Instant;
    recorded_by: Uuid | null;
    due_on: CivilDate;
    act_by: CivilDate;
    order_on: CivilDate;
    /**
     * Last day on which it is not overdue: the promise or the earliest open confirmed step; null once answered or
     * closed.
     */
    late_after: CivilDate | null;
    target_on: CivilDate | null;
    steps: string;
    rule_version: string;
    answered_at: Instant | null;
    answered_on: CivilDate | null;
    /** Where an answer stands that has not met the promise; null when none was written or one was given. */
    answer_state: AnswerState | null;
    closed_at: Instant | null;
    assignee_id: Uuid | null;
    move: MoveCode;
    move_person: Uuid | null;
    move_role: Role | null;
    move_not_person: Uuid | null;
    delay_reason: DelayReason | null;
    expected_on: CivilDate | null;
    no_way_to_reply: boolean;
    blocked: Generated<boolean>;
    test: boolean;
    duplicate_of: Uuid | null;
    applicant_id: Uuid;
    subject_id: Uuid;
    source_id: Uuid | null;
    version: Generated<number>;
    changed_at: Instant;
  };
  /** The encrypted queue row (short name, first line), so that a page decrypts fifty small values and no message. */
  request_list: { request_id: Uuid; subject_id: Uuid; sealed: Bytes; scan_version: string };
  step_event: {
    request_id: Uuid;
    event: string;
    on_date: CivilDate;
    recorded_at: Instant;
    recorded_by: Uuid | null;
  };
  message: {
    id: Uuid;
    request_id: Uuid;
    direction: 'in' | 'out';
    channel: Channel;
    author_id: Uuid | null;
    at: Instant;
    recorded_at: Instant;
    state: LetterState;
    /** Of letters to the applicant; null of those from the applicant. */
    kind: MessageKind | null;
    /** When a letter to the applicant was delivered, or an answer given outside; null of all others. */
    arrived_at: Generated<Instant | null>;
    /** The approved decision that a letter was written on; null if none was in force. */
    decision_id: Generated<Uuid | null>;
    mail_id: string | null;
    in_reply_to: string | null;
    version: Generated<number>;
  };
  note: { id: Uuid; request_id: Uuid; kind: 'note' | 'call_note'; author_id: Uuid; at: Instant };
  draft: {
    person_id: Uuid;
    request_id: Uuid;
    kind: 'answer' | 'note';
    subject_id: Uuid;
    sealed: Bytes;
    saved_at: Instant;
    version: number;
  };
  decision: {
    id: Uuid;
    request_id: Uuid;
    outcome: Outcome;
    grounds: Ground[];
    restrict_until: CivilDate | null;
    proposed_by: Uuid;
    proposed_at: Instant;
    approved_by: Uuid | null;
    approved_at: Instant | null;
    ended_at: Instant | null;
  };
  budget: { person_id: Uuid; kind: string; day: CivilDate; scope: string; n: number };

  intake_source: {
    id: Uuid;
    name: string;
    site: string | null;
    created_at: Instant;
    /** Deliveries whose receipts were deleted. */
    forgotten: Generated<number>;
  };
  intake_secret: {
    id: Uuid;
    source_id: Uuid;
    sealed: Bytes;
    hint: string;
    created_at: Instant;
    created_by: Uuid | null;
    last_used_at: Instant | null;
    revoked_at: Instant | null;
  };
  intake_receipt: { source_id: Uuid; webhook_id: string; body_mac: Bytes; request_id: Uuid; at: Instant };
  idempotency: { key_mac: Bytes; body_mac: Bytes; resource_id: Uuid; status: number; at: Instant };
  rate: { key: Bytes; window_start: Instant; n: number };

  /** Refusals of the current minute that the log does not have yet; `fact` is JSON. */
  tally: { key: Bytes; since: Instant; fact: string; untold: number };

  outbox: {
    id: Uuid;
    message_id: Uuid;
    request_id: Uuid;
    mail_id: string;
    state: 'queued' | 'sending' | 'sent' | 'refused' | 'unknown';
    attempts: number;
    next_at: Instant;
    claimed_at: Instant | null;
    last_error: string | null;
  };
  staff_notice: {
    id: Uuid;
    person_id: Uuid;
    notice: string;
    /** Each a NoticeLine as JSON (notices/queue-notices.ts). */
    lines: string[];
    events: number;
    state: 'queued' | 'sending' | 'sent' | 'refused' | 'unknown';
    attempts: number;
    made_at: Instant;
    next_at: Instant;
    claimed_at: Instant | null;
    last_error: string | null;
  };
  job: {
    name: string;
    next_at: Instant;
    claimed_at: Instant | null;
    last_at: Instant | null;
    last_ok: boolean | null;
    last_error: string | null;
  };

  audit_event: {
    id: Uuid;
    epoch: Generated<number>;
    xid: Generated<string>;
    seq: Generated<number>;
    at: Instant;
    actor: Uuid | null;
    code: string;
    object_type: string | null;
    object_ref: string | null;
    outcome: 'success' | 'denied' | 'failure';
    purpose: Purpose | null;
    body: string | null;
  };
  audit_leaf: { ix: number; event_id: Uuid; leaf: Bytes };
  audit_node: { level: number; ix: number; h: Bytes };
  audit_checkpoint: {
    size: number;
    root: Bytes;
    cur_epoch: number;
    cur_xid: string;
    cur_seq: number;
    at: Instant;
    note: string;
  };
  audit_epoch: { epoch: number; system: string; began_at: Instant };
  audit_shard: { shard: number; origin: string; first_ix: number; began_at: Instant };
  audit_signature: { size: number; note: string; at: Instant };
  /** Requests that list views showed: leaf, actor and time, projected from the bodies. */
  audit_mention: { object_ref: Uuid; ix: number; actor: Uuid | null; at: Instant };
  /** Log size up to which `audit_mention` is complete. */
  audit_projection: { size: number };
  /** Leaves whose body was pruned, and the event that accounts for each. */
  audit_pruned: { ix: number; event_id: Uuid };
  /** Exports requested in the browser; `place` and `files` are JSON that only the job reads and writes. */
  audit_export: {
    id: Uuid;
    asked_by: Uuid;
    asked_at: Instant;
    format: 'jsonl' | 'csv';
    from_on: CivilDate | null;
    to_on: CivilDate | null;
    state: 'waiting' | 'running' | 'done' | 'failed';
    done: Generated<number>;
    /** Number of events; null until counted. */
    total: number | null;
    place: Generated<string>;
    files: Generated<string>;
    finished_at: Instant | null;
  };
  /**
   * Encrypted text that a body must not contain (reasons, addresses, free text), so that its erasure keeps the log
   * verifiable.
   */
  audit_detail: { event_id: Uuid; subject_id: Uuid | null; sealed: Bytes };
};
