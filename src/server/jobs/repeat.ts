/** Runs background work again and again while the process serves. */

export type Repeated = {
  /** Ms between the end of a run and the next. */
  pauseMs: number;
  run: () => Promise<unknown>;
  /** Called when a run fails; not again until a run has succeeded, so that an outage does not fill the log. */
  onFailing: (error: string) => void;
};

/**
 * Runs one after another with a pause between. Returns a function that stops it and resolves when the current run has
 * ended.
 */
export function repeat({ pauseMs, run, onFailing }: Repeated): () => Promise<void> {
  let stopped = false;
  let fails = false;
  let wake: () => void = () => undefined;
  const loop = async () => {
    while (!stopped) {
      try {
        await run();
        fails = false;
      } catch (error) {
        if (!fails) onFailing(String(error));
        fails = true;
      }
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const ended = loop();
  return () => {
    stopped = true;
    wake();
    return ended;
  };
}
