/** Lists every route of the API; each capability defines its own. */

import { exportRoutes } from './audit/export/routes.ts';
import { auditRoutes } from './audit/read/routes.ts';
import { sealRoutes } from './audit/read/seal-routes.ts';
import { yearlyRoutes } from './audit/read/yearly-routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { healthRoutes } from './health/routes.ts';
import type { Route } from './http/serve.ts';
import { intakeRoutes } from './intake/routes.ts';
import { intakeSourceRoutes } from './intake/source-routes.ts';
import { liveRoutes } from './live/routes.ts';
import { closingRoutes } from './requests/decide/close.ts';
import { decisionRoutes } from './requests/decide/decision.ts';
import { requestReadRoutes } from './requests/read/routes.ts';
import { releaseOf } from './requests/work/release-job.ts';
import { workRoutes } from './requests/work/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { systemRoutes } from './system/routes.ts';

export const ROUTES: readonly Route[] = [
  ...systemRoutes,
  ...sessionRoutes,
  ...liveRoutes,
  ...intakeRoutes,
  ...requestReadRoutes,
  ...workRoutes,
  ...closingRoutes,
  ...decisionRoutes,
  ...auditRoutes,
  ...sealRoutes,
  ...exportRoutes,
  ...yearlyRoutes,
  ...staffRoutes(releaseOf),
  ...settingsRoutes,
  ...healthRoutes,
  ...calendarRoutes,
  ...intakeSourceRoutes,
];
