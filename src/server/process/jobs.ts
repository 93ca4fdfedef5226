/** The jobs of every installation; the runner gives each a row in the job table. The embedded database adds its own. */
import { exportJob } from '#server/audit/export/job.ts';
import { retention } from '#server/audit/seal/prune-job.ts';
import { recompute } from '#server/calendar/job.ts';
import { forgottenReceipts, refusedDeliveries } from '#server/intake/jobs.ts';
import type { Job } from '#server/jobs/runner.ts';
import { release } from '#server/requests/work/release-job.ts';
import { rescan } from '#server/requests/work/rescan-job.ts';
import { keysJob } from './key-rotation-node.ts';
import { heartbeat, purge, tallies } from './upkeep-jobs.ts';

export const JOBS: readonly Job[] = [
  purge,
  heartbeat,
  tallies,
  exportJob,
  retention,
  refusedDeliveries,
  forgottenReceipts,
  recompute,
  rescan,
  release,
  keysJob,
];
