/** Work that goes on while the process serves. */

export type Repeated = {
  /** Ms between the end of a run and the next. */
  pauseMs: number;
  run: () => Promise<unknown>;
  /** Told when a run fails, once until one succeeds. */
  onFailing: (error: string) => void;
};

/** One run after another with a pause between. The function it returns ends it and resolves when the run under way has. */
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
