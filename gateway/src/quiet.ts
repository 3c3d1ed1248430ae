import type { Logger } from '@ucp/kit/log';

/** Apollo's own words only when something is wrong. */
export const quiet = (log: Logger) => ({
  debug: () => {},
  info: () => {},
  warn: (message?: string) => log.warn(message ?? ''),
  error: (message?: string) => log.error(message ?? ''),
});
