/** The program's operational log: one JSON line per entry on standard output. */
import { pino } from 'pino';
import type { Log } from '#server/deps.ts';

export function jsonLog(level: 'info' | 'warn'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
