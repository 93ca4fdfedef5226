/** Letters to staff about events such as a link for a colleague's new password; no request and no applicant is in them. */
export const staffNotices = {
  id: '0020-staff-notices',
  sql: [
    `create table staff_notice (id uuid primary key, person_id uuid not null references person, notice text not null, lines text[] not null, events int not null,
      state text not null, attempts int not null default 0, made_at timestamptz not null, next_at timestamptz not null, claimed_at timestamptz, last_error text)`,
    // One waiting letter a person and kind, to which further events are added.
    `create unique index staff_notice_waiting on staff_notice (person_id, notice) where state = 'queued' and attempts = 0`,
    `create index staff_notice_last on staff_notice (person_id, notice, made_at)`,
    `create index staff_notice_due on staff_notice (next_at) where state in ('queued', 'unknown')`,
    `create index staff_notice_sending on staff_notice (claimed_at) where state = 'sending'`,
    `create index staff_notice_made on staff_notice (made_at)`,
  ],
  grants: (app: string): readonly string[] => [
    `grant select, insert, update, delete on staff_notice to ${app}`,
  ],
} as const;
