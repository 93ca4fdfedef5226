/** Every route of the API; each capability lists its own. */

import type { Route } from '#server/http/serve.ts';
import { exportRoutes } from './audit/export-routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { sealRoutes } from './audit/seal-routes.ts';
import { yearlyRoutes } from './audit/yearly-routes.ts';
import { intakeRoutes } from './intake/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { requestReadRoutes } from './requests/read-routes.ts';
import { requestWriteRoutes } from './requests/write-routes.ts';
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
  ...requestWriteRoutes,
  ...auditRoutes,
  ...sealRoutes,
  ...exportRoutes,
  ...yearlyRoutes,
  ...staffRoutes,
  ...settingsRoutes,
];
