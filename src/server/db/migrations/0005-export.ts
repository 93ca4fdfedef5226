/** Exports of the log requested in the browser: the request, its progress and its files. */

export const exporting = {
  id: '0005-export',
  sql: [
    `create table audit_export (
      id uuid primary key, asked_by uuid not null references person, asked_at timestamptz not null, format text not null, from_on date, to_on date,
      state text not null, done bigint not null default 0, total bigint, place text not null default '{}', files text not null default '[]',
      finished_at timestamptz)`,
    `create index audit_export_asked on audit_export (asked_at, id)`,
  ],
  grants: (app: string): readonly string[] => [
    `grant select, insert, update, delete on audit_export to ${app}`,
  ],
} as const;
