/**
 * Health probes and the OpenAPI document: no sign-in, no personal data, and they must answer when the database is down.
 */
import { sql } from 'kysely';
import type { Endpoint } from '#contract/endpoint.ts';
import { healthLive, healthReady, openApi } from '#contract/system.ts';
import { schemaState } from '#server/db/migrate.ts';
import type { Deps } from '#server/deps.ts';
import { answer } from '#server/http/answer.ts';
import { problemOf } from '#server/http/problem.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import { canaryState } from './canary.ts';
import { foreignFound } from './foreign-events.ts';
import { openApiDocument } from './openapi.ts';

export const systemRoutes: readonly Route[] = [
  plain(healthLive, async ({ config }) => ({ status: 'live', version: config.version })),
  plain(healthReady, async (deps) => ({ status: 'ready', checks: await checks(deps) })),
  plain(openApi, async ({ config }) => described(config.version, config.mode)),
];

/** A route outside the request pipeline: no transaction, no session, no audit event. */
function plain<E extends Endpoint>(endpoint: E, body: (deps: Deps) => Promise<unknown>): Route {
  return {
    endpoint,
    respond: async (_request, _params, deps) => {
      const requestId = deps.newId();
      try {
        return answer(endpoint.response.parse(await body(deps)), 200, requestId);
      } catch (error) {
        const problem = problemOf(error);
        return answer({ ...problem, requestId }, problem.status, requestId, {
          retryAfter: problem.retryAfter,
        });
      }
    },
  };
}

/** Checks everything that serving needs. Throws 503 with the name of the first check that fails. */
async function checks(deps: Deps): Promise<Record<string, string>> {
  if (deps.closing?.()) throw notReady('closing');
  const database = await deps.db.health();
  if (!database.ok) throw notReady('database');
  const schema = await schemaState(deps.db);
  if (schema !== 'current') throw notReady('schema');
  if ((await canaryState(deps.db.kysely, deps.vault)) !== 'right') throw notReady('key');
  if (database.space === 'full' && !(await canWrite(deps.db))) throw notReady('storage');
  if (!(await logOpen(deps.db))) throw notReady('log');
  return {
    database: database.kind,
    log: 'open',
    storage: deps.db.space(),
    schema,
    key: 'right',
    events: (await foreignFound(deps.db.kysely)) ? 'foreign_found' : 'own',
    checkpoints: deps.publishes?.() === false ? 'not_written' : 'written',
    clock: deps.sealing?.() === 'clock_behind' ? 'behind_the_log' : 'right',
  };
}

/** Whether the audit log accepts rows without waiting: if not, every call would fail, so the process is not ready. */
async function logOpen(db: Deps['db']): Promise<boolean> {
  try {
    await db.transaction((tx) => sql`lock table audit_event in row exclusive mode nowait`.execute(tx));
    return true;
  } catch {
    return false;
  }
}

/** Whether the disk is still full: a refusal may be long ago, and without readiness no call would try again. */
async function canWrite({ kysely }: Deps['db']): Promise<boolean> {
  try {
    await kysely
      .updateTable('setting')
      .set((eb) => ({ changed_at: eb.ref('changed_at') }))
      .where('key', '=', 'canary')
      .execute();
    return true;
  } catch {
    return false;
  }
}

const notReady = (why: string) => new Refusal('unavailable', { why, retryAfter: 5 });

const documents = new Map<string, ReturnType<typeof openApiDocument>>();

/** Cached, because the document changes only with a release. */
function described(version: string, mode: 'production' | 'demo') {
  const known = documents.get(mode) ?? openApiDocument(version, mode);
  documents.set(mode, known);
  return known;
}
