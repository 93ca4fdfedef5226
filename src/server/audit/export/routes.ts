/** Endpoints to request an export of the log, follow its progress and download its files. */
import {
  downloadAuditExport,
  type ExportFile,
  listAuditExports,
  startAuditExport,
} from '#contract/audit-export.ts';
import { limit } from '#server/http/rate.ts';
import { fault, notFound, Refusal } from '#server/http/refusal.ts';
import { type Route, route } from '#server/http/serve.ts';
import { namesOf } from '../read/filter-input.ts';
import { EXPORT_JOB } from './job.ts';
import { auditExports, filesOf } from './rows.ts';

/** Exports that one person may request in an hour. */
const RATE = { max: 10, seconds: 3_600 };

export const exportRoutes: readonly Route[] = [
  route(startAuditExport, async (context) => {
    const { tx, ports, actor, now, input } = context;
    const { format, from = null, to = null } = input.body;
    if (!ports.exports) throw new Refusal('not_possible', { why: 'no_place' });
    if (from !== null && to !== null && to < from) throw fault('/to', 'too_old');
    await limit(tx, ports.vault, `audit-export/${actor.id}`, RATE, now);
    const id = ports.newId();
    await tx
      .insertInto('audit_export')
      .values({
        id,
        asked_by: actor.id,
        asked_at: now.toString(),
        format,
        from_on: from,
        to_on: to,
        state: 'waiting',
        total: null,
        finished_at: null,
      })
      .execute();
    // Makes the job due now, so that the next look at the job table starts it.
    await tx.updateTable('job').set({ next_at: now.toString() }).where('name', '=', EXPORT_JOB).execute();
    const [body] = await auditExports(context, id);
    if (!body) throw notFound();
    return {
      body,
      facts: [
        {
          event: 'audit.exported',
          object: { type: 'export', id },
          data: { state: 'asked', format, filters: namesOf({ from: input.body.from, to: input.body.to }) },
        },
      ],
    };
  }),

  // Not audited as a reading of the log, because the page polls it every few seconds while a file is made.
  route(listAuditExports, async (context) => ({ body: { items: await auditExports(context) }, facts: [] })),

  route(downloadAuditExport, async ({ tx, ports, input }) => {
    const { id, name } = input.params;
    const place = ports.exports;
    const row = await tx.selectFrom('audit_export').selectAll().where('id', '=', id).executeTakeFirst();
    const file = row && filesOf(row).find((each) => each.name === name);
    const bytes = file && (await place?.size(id, name));
    if (!place || !file || bytes === null || bytes === undefined) throw notFound();
    return {
      body: { name, bytes },
      file: { name: `otinish-${name}`, type: typeOf(file), bytes, open: () => place.read(id, name) },
      facts: [
        {
          event: 'audit.export_downloaded',
          object: { type: 'export', id },
          count: file.count,
          data: { name },
        },
      ],
    };
  }),
];

function typeOf({ name }: ExportFile): string {
  return `text/${name.endsWith('.csv') ? 'csv' : 'plain'}; charset=utf-8`;
}
