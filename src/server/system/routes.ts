/** Probes and the API's description. They need no sign-in, read nothing about anybody and must answer without a database. */
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
import { openApiDocument } from './openapi.ts';

export const systemRoutes: readonly Route[] = [
  plain(healthLive, async ({ config }) => ({ status: 'live', version: config.version })),
  plain(healthReady, async (deps) => ({ status: 'ready', checks: await checks(deps) })),
  plain(openApi, async ({ config }) => described(config.version, config.mode)),
];

/** Answers from the process alone: no transaction, no session, no event. */
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

/** Everything serving needs; the refusal names the first thing that is missing. */
async function checks(deps: Deps): Promise<Record<string, string>> {
  if (deps.closing?.()) throw notReady('closing');
  const database = await deps.db.health();
  if (!database.ok) throw notReady('database');
  const schema = await schemaState(deps.db);
  if (schema !== 'current') throw notReady('schema');
  if ((await canaryState(deps.db.kysely, deps.vault)) !== 'right') throw notReady('key');
  if (!(await logOpen(deps.db))) throw notReady('log');
  return {
    database: database.kind,
    log: 'open',
    storage: database.readOnly ? 'low' : 'ok',
    schema,
    key: 'right',
  };
}

/** Nothing leaves that cannot be logged: where the log takes no row at once, there is nothing to be had here. */
async function logOpen(db: Deps['db']): Promise<boolean> {
  try {
    await db.transaction((tx) => sql`lock table audit_event in row exclusive mode nowait`.execute(tx));
    return true;
  } catch {
    return false;
  }
}

const notReady = (why: string) => new Refusal('unavailable', { why, retryAfter: 5 });

const documents = new Map<string, ReturnType<typeof openApiDocument>>();

/** Made once: it changes with the release only. */
function described(version: string, mode: 'production' | 'demo') {
  const known = documents.get(mode) ?? openApiDocument(version, mode);
  documents.set(mode, known);
  return known;
}
