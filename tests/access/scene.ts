/** Sets the stage for one call: a fresh request with planted values, a colleague to manage, a secret, an event of the log. */

import type { Status } from '#domain/request/status.ts';
import type { RequestType } from '#domain/request/types.ts';
import { loadRequest } from '#server/requests/facts.ts';
import { saveRequest } from '#server/requests/work/derive.ts';
import type { TestApp, TestPerson } from '#tests/server/app-harness.ts';
import { newSite, type Site } from '#tests/server/intake-client.ts';
import { plant } from './canaries.ts';
import type { Scene } from './samples.ts';

export type Stage = { app: TestApp; site: Site; eventId: string };

export async function newStage(app: TestApp): Promise<Stage> {
  const site = await newSite(app);
  await app.call((await import('#contract/index.ts')).ENDPOINTS.listStaff, {}, app.people.administrator);
  const { id } = await app.db.kysely
    .selectFrom('audit_event')
    .select('id')
    .where('code', '=', 'ST001')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { app, site, eventId: id };
}

/** A scene whose request is of the given type and status, assigned to the caller where `assigned`. */
export async function sceneFor(
  { app, site, eventId }: Stage,
  caller: TestPerson | null,
  given: { type: RequestType; status: Status; assigned: boolean },
): Promise<Scene> {
  const planted = await plant(app, given.type);
  await app.db.transaction(async (tx) => {
    const found = await loadRequest(tx, planted.id, { lock: true });
    if (!found) throw new Error('the planted request is not there');
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
    await saveRequest({ tx, ports: app.deps, now: app.clock.now() }, found.row, {
      status: given.status,
      ...(given.status === 'closed'
        ? { closed_at: app.clock.now().toString(), outcome: 'no_reply_needed' as const }
        : {}),
      ...(given.assigned && caller ? { assignee_id: caller.id } : {}),
    });
  });
  const { version } = await app.db.kysely
    .selectFrom('request')
    .select('version')
    .where('id', '=', planted.id)
    .executeTakeFirstOrThrow();
  const colleague = await app.person(['support']);
  const extra = await newSite(app, { sourceId: site.sourceId });
  return {
    app,
    caller,
    target: planted,
    version,
    staff: { ...colleague, version: 1 },
    secretId: extra.secretId,
    eventId,
    site,
  };
}
