/** Is the role that serves requests weak enough for the log to be worth anything? */
import { sql } from 'kysely';
import type { Database } from './database.ts';

export type RoleFlaw = 'superuser' | 'owns-the-log' | 'may-change-the-log' | 'may-become-the-owner';

/** What the serving role could do that it must not; empty is right. Needs a current schema. */
export async function roleFlaws(db: Database): Promise<readonly RoleFlaw[]> {
  const { rows } = await sql<Record<RoleFlaw, boolean>>`
    select r.rolsuper as superuser,
           c.relowner = r.oid as "owns-the-log",
           has_table_privilege('audit_event', 'update') or has_table_privilege('audit_event', 'delete')
             or has_table_privilege('audit_event', 'truncate') as "may-change-the-log",
           pg_has_role(c.relowner, 'member') as "may-become-the-owner"
    from pg_roles r, pg_class c
    where r.rolname = current_user and c.oid = 'audit_event'::regclass`.execute(db.kysely);
  const row = rows[0];
  if (!row) return [];
  const flaws: readonly RoleFlaw[] = [
    'superuser',
    'owns-the-log',
    'may-change-the-log',
    'may-become-the-owner',
  ];
  return flaws.filter((flaw) => row[flaw]);
}
