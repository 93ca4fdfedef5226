/** The instant that met the promise: that of the first answer that arrived; a later letter does not move it. */
export function earlierOf(known: string | null, arrived: Temporal.Instant): string {
  return known !== null && Temporal.Instant.compare(Temporal.Instant.from(known), arrived) <= 0
    ? known
    : arrived.toString();
}
