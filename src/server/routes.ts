/** Every route of the API; each capability lists its own. */

import { exportRoutes } from '#server/audit/export/routes.ts';
import { auditRoutes } from '#server/audit/read/routes.ts';
import { sealRoutes } from '#server/audit/read/seal-routes.ts';
import { yearlyRoutes } from '#server/audit/read/yearly-routes.ts';
import type { Route } from '#server/http/serve.ts';
import { requestReadRoutes } from '#server/requests/read/read-routes.ts';
import { intakeRoutes } from './intake/routes.ts';
import { liveRoutes } from './live/routes.ts';
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
