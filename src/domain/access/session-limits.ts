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
  /** Validity of a link that an administrator makes for a colleague. */
  linkHours: 72,
  /** Validity of an administrator's link made on the machine itself, at first start or by `admin-link`. */
  firstLinkMinutes: 15,
  zone: ZONE,
} as const;
