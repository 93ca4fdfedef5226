/** From when on something is late; the same for the page and for the operator's `doctor`. */

/** The sealer works once a second, so an event that waits longer was missed by several rounds. */
export const SEALED_WITHIN_SECONDS = 10;
/** A backup is made each night; two hours for one that takes long. */
export const BACKUP_WITHIN_HOURS = 26;
/** A letter is tried again at its `next_at`; later than this, nothing sends. */
export const MAIL_WITHIN_MINUTES = 5;
/** A job that runs each minute may wait for a longer one. */
export const JOBS_WITHIN_MINUTES = 15;
