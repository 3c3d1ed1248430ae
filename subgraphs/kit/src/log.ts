import { type Logger, pino } from 'pino';

export type { Logger };

/** Structured log to standard output. Log ids and counts; never addresses, names, bodies, keys or whole requests. */
export function createLog(part: string, level: string = 'info'): Logger {
  return pino({ level, base: { part }, redact: ['*.authorization', '*.secret', '*.key', '*.token'] });
}
