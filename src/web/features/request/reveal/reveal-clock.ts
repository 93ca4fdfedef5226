/** When a shown value goes away: its time is over, or the machine slept and somebody else may sit there now. */

/** Between two looks at the clock there is a second; a gap of this length means that nobody looked. */
const SLEEP_GAP_MS = 15_000;

/** A tab in the background still looks about once a second for as long as a value is shown, so that gap is no tab switch. */
export function isOver({ last, now, until }: { last: number; now: number; until: number }): boolean {
  return now >= until || now - last > SLEEP_GAP_MS || now < last - SLEEP_GAP_MS;
}
