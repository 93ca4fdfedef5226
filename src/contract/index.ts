/**
 * ENDPOINTS: every endpoint of the API, gathered from the modules beside this file. The server and the tests read it; the
 * web imports single endpoints from their modules, so that a chunk carries only what it calls. The only index file,
 * because it is the table itself and re-exports nothing.
 */
import * as audit from './audit.ts';
import * as auditDays from './audit-days.ts';
import * as auditExport from './audit-export.ts';
import * as auditSeal from './audit-seal.ts';
import * as auditYearly from './audit-yearly.ts';
import * as calendar from './calendar.ts';
import { type Endpoint, endpointsIn } from './endpoint.ts';
import * as health from './health.ts';
import * as intake from './intake.ts';
import * as requestsRead from './requests-read.ts';
import * as requestsWrite from './requests-write.ts';
import * as session from './session.ts';
import * as settings from './settings.ts';
import * as staff from './staff.ts';
import * as system from './system.ts';
import * as trails from './trails.ts';

/** The modules with endpoints; the API's description takes the names of its shapes from their exports. */
export const MODULES: readonly Readonly<Record<string, unknown>>[] = [
  audit,
  auditDays,
  auditExport,
  auditSeal,
  auditYearly,
  calendar,
  health,
  intake,
  requestsRead,
  requestsWrite,
  session,
  settings,
  staff,
  system,
  trails,
];

const gathered = {
  ...endpointsIn(system),
  ...endpointsIn(session),
  ...endpointsIn(intake),
  ...endpointsIn(requestsRead),
  ...endpointsIn(trails),
  ...endpointsIn(requestsWrite),
  ...endpointsIn(audit),
  ...endpointsIn(auditDays),
  ...endpointsIn(auditSeal),
  ...endpointsIn(auditExport),
  ...endpointsIn(auditYearly),
  ...endpointsIn(staff),
  ...endpointsIn(settings),
  ...endpointsIn(health),
  ...endpointsIn(calendar),
};

export type EndpointId = keyof typeof gathered;

/** An endpoint whose `id` is not the name it is exported under does not compile here. */
export const ENDPOINTS = gathered satisfies { [Id in EndpointId]: Endpoint & { id: Id } };

export const endpoints: readonly Endpoint[] = Object.values(ENDPOINTS);
