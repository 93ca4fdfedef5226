/** What destroying a subject needs: a mark that nothing is sealed for it again, and statistics that keep no keys. */

/** Everything that is kept under a subject's name and must not come back once it was destroyed. */
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
    // Whoever read the subject before it was destroyed and writes after must fail: the row is locked by both.
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
    // ANALYZE copies sample values into the catalogue, where no deletion would find them.
    `alter table vault.subject_key alter column wrapped set statistics 0`,
    ...['sealed_value', 'request_list', 'draft', 'audit_detail'].map(
      (table) => `alter table ${table} alter column sealed set statistics 0`,
    ),
  ],
  grants: (app: string): readonly string[] => [
    // What was said once about an event is destroyed or kept, never reworded.
    `revoke update, truncate on audit_detail from ${app}`,
    // The first step's grant reaches tables of later steps when a new role is let in.
    `revoke update, delete, truncate on audit_event, audit_leaf, audit_node, audit_checkpoint, audit_epoch, audit_shard, audit_signature, audit_mention, audit_projection from ${app}`,
    `revoke insert on audit_epoch from ${app}`,
  ],
} as const;
