/** The first schema: staff, sealed subjects, requests, intake, mail, jobs and the append-only log. */

export const foundation = {
  id: '0001-foundation',
  sql: [
    `create schema vault`,
    `create table setting (key text primary key, value text not null, version int not null default 1, changed_at timestamptz not null, changed_by uuid)`,

    `create table person (
      id uuid primary key, name text not null, email text not null, roles text[] not null, ends_on date, disabled_at timestamptz,
      password_hash text, last_seen_at timestamptz,
      language text not null default 'kk', theme text not null default 'system', keys boolean not null default true,
      created_at timestamptz not null, version int not null default 1)`,
    `create unique index person_email on person (lower(email))`,
    `create table link (
      id uuid primary key, person_id uuid references person, kind text not null, token_hash bytea not null unique, expires_at timestamptz not null,
      used_at timestamptz, revoked_at timestamptz, created_at timestamptz not null, created_by uuid references person)`,
    `create index link_person on link (person_id)`,
    `create table session (id_hash bytea primary key, person_id uuid not null references person, authenticated text not null, created_at timestamptz not null, seen_at timestamptz not null, ends_at timestamptz not null)`,
    `create index session_person on session (person_id)`,
    `create table attempt (key bytea primary key, failures int not null, retry_at timestamptz not null, seen_at timestamptz not null)`,

    `create table subject (id uuid primary key, created_at timestamptz not null)`,
    `create table vault.subject_key (subject_id uuid not null references subject, category text not null, wrapped bytea not null, master_version int not null, primary key (subject_id, category))`,

    `create sequence request_number`,
    `create table intake_source (id uuid primary key, name text not null unique, site text, created_at timestamptz not null)`,
    `create table request (
      id uuid primary key, reference text not null unique, type text not null, track text not null, status text not null, outcome text, channel text not null, site text,
      language text not null, policy_version text not null, received_at timestamptz not null, received_on date not null, recorded_at timestamptz not null, recorded_by uuid references person,
      due_on date not null, act_by date not null, order_on date not null, late_after date, target_on date, steps text not null, rule_version text not null,
      answered_at timestamptz, answered_on date, closed_at timestamptz, assignee_id uuid references person,
      move text not null, move_person uuid references person, move_role text, move_not_person uuid references person,
      delay_reason text, expected_on date, no_way_to_reply boolean not null, blocked boolean not null default false, test boolean not null,
      duplicate_of uuid references request, applicant_id uuid not null references subject, subject_id uuid not null references subject, source_id uuid references intake_source,
      version int not null default 1, changed_at timestamptz not null,
      check ((status = 'closed') = (closed_at is not null)), check ((status = 'closed') = (outcome is not null)), check (act_by <= due_on), check (order_on <= act_by))`,
    // The queue's indexes hold open requests only, so that they stay small however many requests are closed.
    `create index request_queue on request (order_on, received_at, id) where status <> 'closed' and not test`,
    `create index request_queue_track on request (track, order_on, received_at, id) where status <> 'closed' and not test`,
    `create index request_assignee on request (assignee_id, order_on, received_at, id) where status <> 'closed' and not test`,
    `create index request_move_person on request (move_person, order_on, received_at, id) where status <> 'closed' and not test`,
    `create index request_move_role on request (move_role, order_on, received_at, id) where status <> 'closed' and not test`,
    `create index request_due on request (due_on) where late_after is not null and not test`,
    `create index request_received on request (received_at, id) where not test`,
    `create index request_closed on request (closed_at, id) where status = 'closed' and not test`,
    `create index request_subject on request (subject_id)`,

    `create table sealed_value (row_id uuid not null, field text not null, subject_id uuid not null references subject, request_id uuid references request, category text not null, sealed bytea not null, primary key (row_id, field))`,
    `create index sealed_value_request on sealed_value (request_id)`,
    `create index sealed_value_subject on sealed_value (subject_id)`,
    `create table request_list (request_id uuid primary key references request, subject_id uuid not null references subject, sealed bytea not null, scan_version text not null)`,
    `create table identifier (request_id uuid not null references request, subject_id uuid not null references subject, kind text not null, mac bytea not null, primary key (request_id, kind, mac))`,
    `create index identifier_mac on identifier (kind, mac)`,
    `create table step_event (request_id uuid not null references request, event text not null, on_date date not null, recorded_at timestamptz not null, recorded_by uuid references person, primary key (request_id, event))`,
    `create table message (
      id uuid primary key, request_id uuid not null references request, direction text not null, channel text not null, author_id uuid references person,
      at timestamptz not null, recorded_at timestamptz not null, state text not null, mail_id text, in_reply_to text, version int not null default 1)`,
    `create index message_request on message (request_id, at)`,
    `create table note (id uuid primary key, request_id uuid not null references request, kind text not null, author_id uuid not null references person, at timestamptz not null)`,
    `create index note_request on note (request_id, at)`,
    `create table draft (person_id uuid not null references person, request_id uuid not null references request, kind text not null, subject_id uuid not null references subject, sealed bytea not null, saved_at timestamptz not null, version int not null, primary key (person_id, request_id, kind))`,
    `create table decision (
      id uuid primary key, request_id uuid not null references request, outcome text not null, grounds text[] not null, restrict_until date,
      proposed_by uuid not null references person, proposed_at timestamptz not null, approved_by uuid references person, approved_at timestamptz, ended_at timestamptz,
      check (approved_by is null or approved_by <> proposed_by))`,
    `create unique index decision_current on decision (request_id) where ended_at is null`,
    `create table budget (person_id uuid not null references person, kind text not null, day date not null, scope text not null, n int not null, primary key (person_id, kind, day, scope))`,

    `create table intake_secret (id uuid primary key, source_id uuid not null references intake_source, sealed bytea not null, hint text not null, created_at timestamptz not null, created_by uuid references person, last_used_at timestamptz, revoked_at timestamptz)`,
    `create table intake_receipt (source_id uuid not null references intake_source, webhook_id text not null, body_mac bytea not null, request_id uuid not null references request, at timestamptz not null, primary key (source_id, webhook_id))`,
    `create table idempotency (key_mac bytea primary key, body_mac bytea not null, resource_id uuid not null, status int not null, at timestamptz not null)`,
    `create table rate (key bytea primary key, window_start timestamptz not null, n int not null)`,

    `create table outbox (id uuid primary key, message_id uuid not null references message, request_id uuid not null references request, mail_id text not null, state text not null, attempts int not null default 0, next_at timestamptz not null, claimed_at timestamptz, last_error text)`,
    `create index outbox_due on outbox (next_at) where state = 'queued'`,
    `create table job (name text primary key, next_at timestamptz not null, claimed_at timestamptz, last_at timestamptz, last_ok boolean, last_error text)`,

    `create table audit_event (
      id uuid primary key, epoch int not null default 1, xid xid8 not null default pg_current_xact_id(), seq bigint generated always as identity,
      at timestamptz not null, actor uuid, code text not null, object_type text, object_ref text, outcome text not null, purpose text, body text)`,
    `create index audit_event_seq on audit_event (seq)`,
    `create index audit_event_order on audit_event (epoch, xid, seq)`,
    // Every filter of the log has an index in time order, so that each page is an index scan, also far in the past.
    `create index audit_event_at on audit_event (at, seq)`,
    `create index audit_event_object on audit_event (object_ref, at, seq) where object_ref is not null`,
    `create index audit_event_actor on audit_event (actor, at, seq)`,
    `create index audit_event_actor_code on audit_event (actor, code, at, seq)`,
    `create index audit_event_code on audit_event (code, at, seq)`,
    `create index audit_event_outcome on audit_event (outcome, at, seq) where outcome <> 'success'`,
    `create index audit_event_purpose on audit_event (purpose, at, seq) where purpose is not null`,
    `create table audit_leaf (ix bigint primary key, event_id uuid not null unique references audit_event, leaf bytea not null)`,
    `create table audit_node (level int not null, ix bigint not null, h bytea not null, primary key (level, ix))`,
    `create table audit_checkpoint (size bigint primary key, root bytea not null, cur_epoch int not null, cur_xid xid8 not null, cur_seq bigint not null, at timestamptz not null, note text not null)`,
    `create table audit_detail (event_id uuid primary key references audit_event, subject_id uuid references subject, sealed bytea not null)`,
    `create index audit_detail_subject on audit_detail (subject_id)`,

    `create function refuse_log_change() returns trigger language plpgsql as $$ begin raise exception 'the log is append-only' using errcode = 'insufficient_privilege'; end $$`,
    ...['audit_event', 'audit_leaf', 'audit_node', 'audit_checkpoint'].map(
      (table) =>
        `create trigger ${table}_append_only before update or delete or truncate on ${table} for each statement execute function refuse_log_change()`,
    ),
  ],
  /** Rights of the serving role; `app` is its quoted name, passed by migrate.ts. */
  grants: (app: string): readonly string[] => [
    `grant usage on schema public to ${app}`,
    `grant usage on schema vault to ${app}`,
    `grant select, insert, update, delete on all tables in schema public to ${app}`,
    `grant select, insert, update, delete on vault.subject_key to ${app}`,
    `grant usage on all sequences in schema public to ${app}`,
    `revoke update, delete, truncate on audit_event, audit_leaf, audit_node, audit_checkpoint from ${app}`,
    `revoke insert, update, delete on migration from ${app}`,
  ],
} as const;
