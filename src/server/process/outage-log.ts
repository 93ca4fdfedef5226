/**
 * Makes two lines of a database outage: that it is away, and that it is back. Otherwise every call, loop and stream that
 * fails meanwhile writes its own, hundreds a second, and the one line that matters is lost among them.
 */
import type { Log } from '#server/deps.ts';

export type OutageLog = {
  log: Log;
  /** Begins to recognise outages; `healthy` asks the database. Before that every line passes. */
  watch(healthy: () => Promise<boolean>): void;
  stop(): void;
};

/** Ms between two questions while the database is away. */
const PROBE_MS = 500;
/** The errors that callers get while it is away, as they appear in a line. */
const OUTAGE = /^(?:DatabaseUnavailable|CommitUnknown)\b/;

type Line = { level: keyof Log; fields: Record<string, unknown>; message: string };

export function outageLog(inner: Log): OutageLog {
  let healthy: (() => Promise<boolean>) | null = null;
  let since: number | null = null;
  /** The first line of what may be an outage, until the database has been asked. */
  let suspect: Line | null = null;
  let held = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const probe = async (): Promise<void> => {
    const isWell = await healthy?.().catch(() => false);
    if (isWell === undefined) return;
    if (isWell) settle();
    else {
      if (suspect) {
        const { error, cause } = suspect.fields as { error?: unknown; cause?: unknown };
        inner.error({ error: firstLine(error ?? cause) }, 'the database is away');
        since = performance.now();
        suspect = null;
      }
      timer = setTimeout(() => void probe(), PROBE_MS).unref();
    }
  };
  const settle = () => {
    // A single session broke, or a single statement: the line itself is the news. Others that came meanwhile are counted.
    if (suspect)
      inner[suspect.level]({ ...suspect.fields, ...(held > 1 ? { failed: held } : {}) }, suspect.message);
    else if (since !== null)
      inner.info(
        { seconds: Math.round((performance.now() - since) / 1_000), failed: held },
        'the database is back',
      );
    suspect = null;
    since = null;
    held = 0;
    timer = undefined;
  };

  const pass =
    (level: keyof Log): Log['info'] =>
    (fields, message) => {
      const { error, cause } = fields as { error?: unknown; cause?: unknown };
      if (healthy === null || !OUTAGE.test(String(error ?? cause ?? ''))) {
        inner[level](fields, message);
        return;
      }
      held += 1;
      if (suspect || since !== null) return;
      suspect = { level, fields, message };
      void probe();
    };

  return {
    log: { info: pass('info'), warn: pass('warn'), error: pass('error') },
    watch: (given) => {
      healthy = given;
    },
    stop: () => {
      healthy = null;
      clearTimeout(timer);
    },
  };
}

function firstLine(error: unknown): string {
  return String(error ?? '').split('\n')[0] ?? '';
}
