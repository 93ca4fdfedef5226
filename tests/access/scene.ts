/**
 * Makes one stage for a suite and a scene for each call: a new request with planted values in the status the call
 * needs.
 */
import { listAuditExports, startAuditExport } from '#contract/audit-export.ts';
import { listStaff } from '#contract/staff.ts';
import type { Status } from '#domain/request/status.ts';
import type { RequestType } from '#domain/request/types.ts';
import { exportJob } from '#server/audit/export/job.ts';
import { loadRequest } from '#server/requests/facts.ts';
import { saveRequest } from '#server/requests/work/derive.ts';
import type { TestApp, TestPerson } from '#tests/server/app-harness.ts';
import { configureMail } from '#tests/server/desk.ts';
import { newSite, type Site } from '#tests/server/intake-client.ts';
import { type Planted, plant } from './canaries.ts';

export type Stage = {
  app: TestApp;
  site: Site;
  /** Id of an event in the log. */
  eventId: string;
  /** A finished export of the log and the name of one of its files. */
  exported: { id: string; name: string };
};

export type Scene = Stage & {
  caller: TestPerson | null;
  target: Planted & { type: RequestType };
  /** The version of the target. */
  version: number;
};

export async function newStage(app: TestApp): Promise<Stage> {
  const site = await newSite(app);
  // Letters are only queued, because no job runs here; so the port needs no server.
  await configureMail(app, 2525);
  await app.call(listStaff, {}, app.people.administrator);
  const { id } = await app.db.kysely
    .selectFrom('audit_event')
    .select('id')
    .where('code', '=', 'ST001')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { app, site, eventId: id, exported: await exportLog(app) };
}

/** Exports the log through the API and the job, so that the file is what production would write. */
async function exportLog(app: TestApp): Promise<Stage['exported']> {
  const { body: asked } = await app.call(startAuditExport, { body: { format: 'csv' } }, app.people.auditor);
  await exportJob.run(app.deps);
  const { body } = await app.call(listAuditExports, {}, app.people.auditor);
  const [file] = body.items.find(({ id }: { id: string }) => id === asked.id).files;
  if (!file) throw new Error(`the export was not made: ${JSON.stringify(body)}`);
  return { id: asked.id, name: file.name };
}

/** A scene whose request is of the given type and status, assigned to the caller where `assigned`. */
export async function sceneFor(
  stage: Stage,
  caller: TestPerson | null,
  given: { type: RequestType; status: Status; assigned: boolean },
): Promise<Scene> {
  const { app } = stage;
  const planted = await plant(app, given.type);
  const saved = await app.db.transaction(async (tx) => {
    const found = await loadRequest(tx, planted.id, { lock: true });
    if (!found) throw new Error('the planted request is not there');
    // Approval endpoints need a proposal by another officer, because officers may not approve their own.
    if (given.status === 'awaiting_approval') {
      await tx
        .insertInto('decision')
        .values({
          id: crypto.randomUUID(),
          request_id: planted.id,
          outcome: 'fulfilled',
          grounds: [],
          restrict_until: null,
          proposed_by: app.people.second_officer.id,
          proposed_at: app.clock.now().toString(),
          approved_by: null,
          approved_at: null,
          ended_at: null,
        })
        .execute();
    }
    return saveRequest({ tx, ports: app.deps, now: app.clock.now() }, found.row, {
      status: given.status,
      ...(given.status === 'closed'
        ? { closed_at: app.clock.now().toString(), outcome: 'no_reply_needed' as const }
        : {}),
      ...(given.assigned && caller ? { assignee_id: caller.id } : {}),
    });
  });
  return { ...stage, caller, target: { ...planted, type: given.type }, version: saved.version };
}
