import { groupBy } from '@ucp/kit/align';
import { numbersIn } from '@ucp/kit/contact-bits';
import type { Database } from '@ucp/kit/database';
import type { Logger } from '@ucp/kit/log';
import type { Definitions } from '../definitions.ts';
import { dayAfter, momentOfDay } from '../domain/days.ts';
import { limits } from '../domain/limits.ts';
import type { People } from '../peers/peers.ts';
import { dateTriggers, enterOnDay, isDone, momentNow } from '../store/date-triggers.ts';

export interface DateTriggerOptions {
  readonly db: Database;
  readonly definitions: Definitions;
  readonly people: Pick<People, 'contactsOfDays' | 'timeZoneOf'>;
  /** Folds what identity knows by now. */
  readonly foldContacts: (account: number) => Promise<void>;
  readonly log: Logger;
}

/**
 * Has those enter whose day has come, once for each day and workflow however often and by how many it is looked at. Days that passed
 * while nobody looked are made up for, as far as the workflow was live.
 */
export function createDateTriggers({
  db,
  definitions,
  people,
  foldContacts,
  log,
}: DateTriggerOptions): () => Promise<void> {
  const lookAt = async (account: number, own: Awaited<ReturnType<typeof dateTriggers>>): Promise<void> => {
    const [now, timeZone] = await Promise.all([momentNow(db), people.timeZoneOf(account)]);
    for (const { workflowNo, version, publishedAt } of own) {
      const trigger = (await definitions.of(account, workflowNo, version))?.trigger;
      if (trigger?.is !== 'DATE') continue;
      const { field, daysBefore, at } = trigger.date;
      for (let back = limits.daysMadeUp; back >= 0; back--) {
        const { day, moment } = momentOfDay(now, timeZone, -back, at);
        if (moment > now || moment < publishedAt || (await isDone(db, account, workflowNo, day))) continue;
        const days = { field, days: [dayAfter(day, daysBefore)], yearly: trigger.yearly };
        const contactNos = numbersIn(await people.contactsOfDays(account, days));
        await foldContacts(account);
        const cause = `The day of "${field}" at ${moment.toISOString()}`;
        await enterOnDay(db, account, { workflowNo, day, cause, at: moment }, contactNos);
      }
    }
  };
  return async () => {
    const accounts = groupBy(await dateTriggers(db), ({ account }) => account);
    for (const [account, own] of accounts) {
      try {
        await lookAt(account, own);
      } catch (error) {
        // A part that is away comes back.
        log.warn({ err: error, account }, 'days could not be looked at, trying again');
      }
    }
  };
}
