/** Destruction of a subject: a mark after which nothing is encrypted for it again, and statistics that keep no key. */

/** Tables with rows of a subject, which must get no new ones after its destruction. */
const KEPT_FOR_A_SUBJECT = [
  'vault.subject_key',
  'sealed_value',
  'request_list',
  'identifier',
  'draft',
  'audit_detail',
];

export const destruction = {
  id: '0003-destruction',
  sql: [
    `alter table subject add column destroyed_at timestamptz`,
    // A transaction that read the subject before its destruction and inserts afterwards must fail: both lock the row.
    `create function refuse_destroyed_subject() returns trigger language plpgsql as $$
      begin
        if (select destroyed_at from public.subject where id = new.subject_id for key share) is not null then
          raise exception 'the data of this subject were destroyed' using errcode = 'check_violation', constraint = 'subject_destroyed';
        end if;
        return new;
      end $$`,
    ...KEPT_FOR_A_SUBJECT.map(
      (table) =>
        `create trigger ${table.replace('vault.', '')}_not_destroyed before insert on ${table}
           for each row when (new.subject_id is not null) execute function refuse_destroyed_subject()`,
    ),
    // Without statistics, because ANALYZE copies sample values into the catalogue, where a deletion does not reach
    // them.
    `alter table vault.subject_key alter column wrapped set statistics 0`,
    ...['sealed_value', 'request_list', 'draft', 'audit_detail'].map(
      (table) => `alter table ${table} alter column sealed set statistics 0`,
    ),
  ],
  grants: (app: string): readonly string[] => [
    // The detail of an event may be deleted, never changed.
    `revoke update, truncate on audit_detail from ${app}`,
    // A new role gets all steps' grants at once, and the first step's grant on all tables then covers those of later
    // steps.
    `revoke update, delete, truncate on audit_event, audit_leaf, audit_node, audit_checkpoint, audit_epoch, audit_shard, audit_signature, audit_mention, audit_projection from ${app}`,
    `revoke insert on audit_epoch from ${app}`,
  ],
} as const;
