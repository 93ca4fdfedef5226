/** Whether the log names an event that the server did not write (`log.foreign_found`). */
import type { Kysely } from 'kysely';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import type { Tables } from '#server/db/schema.ts';

export async function foreignFound(on: Kysely<Tables>): Promise<boolean> {
  const found = await on
    .selectFrom('audit_event')
    .select('id')
    .where('code', '=', AUDIT_EVENTS['log.foreign_found'].code)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
