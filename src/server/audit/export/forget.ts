/** Files of exports are kept for a week: whoever asked has fetched them, and the log itself stays. */
import type { Deps } from '#server/deps.ts';
import type { ExportPlace } from './place.ts';

const KEPT = { hours: 7 * 24 };

export async function forgetOldExports({ db, now }: Deps, place: ExportPlace): Promise<void> {
  const rows = await db.kysely
    .selectFrom('audit_export')
    .select('id')
    .where('finished_at', '<', now().subtract(KEPT).toString())
    .execute();
  for (const { id } of rows) {
    await place.remove(id);
    await db.kysely.deleteFrom('audit_export').where('id', '=', id).execute();
  }
}
