/**
 * Replacements of an applicant's address or number. The value before is in `sealed_value` under the row's id, so it is
 * destroyed with the rest of its subject; none where the field was empty.
 */
export const formerContacts = {
  id: '0018-former-contacts',
  sql: [
    `create table former_contact (
      id uuid primary key, request_id uuid not null references request, field text not null,
      replaced_at timestamptz not null, replaced_by uuid not null references person)`,
    `create index former_contact_request on former_contact (request_id, replaced_at)`,
    // A letter that waits is looked for by its request, too.
    `create index outbox_open on outbox (request_id) where state in ('queued', 'unknown', 'sending')`,
  ],
  grants: (app: string): readonly string[] => [`grant select, insert on former_contact to ${app}`],
} as const;
