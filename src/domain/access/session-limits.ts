/** How long sessions and sign-in links are valid. */
import { ZONE } from '../time/civil.ts';

export const SESSION_LIMITS = {
  /** A session ends after this long without activity. */
  idleSeconds: 30 * 60,
  /** A session ends this long after sign-in, even with activity. */
  absoluteSeconds: 12 * 60 * 60,
  /** The interface warns this long before a session ends. */
  warnSeconds: 120,
  /** The last activity is stored at most this often, else every read would cost a write. */
  touchEverySeconds: 60,
  /** A link sent by an administrator: an invitation has to reach its person first. */
  linkHours: 72,
  /** An administrator's link made on the machine: the operator opens it at once. */
  firstLinkMinutes: 15,
  zone: ZONE,
} as const;
