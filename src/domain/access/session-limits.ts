/** How long a session lives. */
import { ZONE } from '../time/civil.ts';

export const SESSION_LIMITS = {
  /** Ends when nothing was done for so long. */
  idleSeconds: 30 * 60,
  /** Ends whatever is done. */
  absoluteSeconds: 12 * 60 * 60,
  /** The interface warns so long before. */
  warnSeconds: 120,
  /** Being here is written down at most so often, so that reading costs no write. */
  touchEverySeconds: 60,
  linkHours: 72,
  firstLinkMinutes: 15,
  zone: ZONE,
} as const;
