import { randomUUID } from 'node:crypto';
import type { Database } from '@ucp/kit/database';
import { badInput, CodedError, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { wholeChannel } from '../domain/consent.ts';
import { isTimeZone } from '../domain/sending-hours.ts';
import { activeSuppressions } from '../domain/suppression.ts';
import type { SuppressionReason } from '../event.ts';
import { findAddresses, lockInOrder, numberAddresses } from '../store/address-book.ts';
import { ledgersOf, retractionWrite, suppressionWrite } from '../store/ledger.ts';
import { settingsOf } from '../store/settings.ts';
import { lockByValue, setTimeZone } from '../store/status-ledger.ts';
import { type ByHand, demandReason, normalised } from './change-status.ts';

/** What staff sets on one address beside its status. */
export interface AddressEdits {
  /** Suppresses an address, known or not, until it is ended by hand. Idempotent while it holds. @throws CodedError BAD_USER_INPUT */
  readonly suppress: (account: number, address: string, field: string, by: ByHand) => Promise<void>;
  /** Ends what was suppressed by hand or as invalid. @throws CodedError BAD_USER_INPUT, NOT_FOUND, SUPPRESSED where another reason holds */
  readonly release: (account: number, address: string, field: string, by: ByHand) => Promise<void>;
  /** @param timeZone IANA name; null: derived again. @throws CodedError BAD_USER_INPUT, NOT_FOUND */
  readonly setTimeZone: (account: number, address: string, field: string, timeZone: string | null) => Promise<void>;
}

/** Reasons that a member of staff may end. The others end by the person: consent, START, or never. */
const endedByHand: ReadonlySet<SuppressionReason> = new Set(['MANUAL', 'INVALID']);

export function createAddressEdits(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly announce: () => void;
}): AddressEdits {
  const { db, channel, announce } = options;
  return {
    suppress: async (account, text, field, { reason, actor }) => {
      const detail = `${demandReason(reason)} (${actor})`;
      await db.transaction(async (tx) => {
        const { account: own } = await settingsOf(tx, channel.presets, account);
        const address = channel.normalise(text, own.defaultRegion);
        if ('refused' in address) throw badInput(['input', field], address.refused);
        const found = await findAddresses(tx, account, [address.value]);
        const { numbers, write } = await numberAddresses(tx, account, found, [address], () => ({
          ...address,
          introducedAt: tx.now,
          acquisition: { kind: 'API', detail: 'suppression' },
        }));
        const addressNo = numbers.get(address.value) ?? 0;
        await lockInOrder(tx, account, [addressNo]);
        const { suppressions } = await ledgersOf(tx, account, [addressNo]);
        const holds = activeSuppressions(suppressions, [], wholeChannel, tx.now);
        if (holds.some((entry) => entry.reason === 'MANUAL' && entry.detail === detail)) return;
        const entry = { addressNo, entryId: randomUUID(), reason: 'MANUAL', occurredAt: tx.now, detail } as const;
        await appendToJournal(tx, account, [
          ...(write === null ? [] : [write]),
          suppressionWrite(account, tx.now, [entry]),
        ]);
      });
      announce();
    },
    release: async (account, text, field, { reason, actor }) => {
      const why = demandReason(reason);
      await db.transaction(async (tx) => {
        const value = await normalised(tx, channel, account, text, field);
        const [address] = await lockByValue(tx, account, [value]);
        if (address === undefined) throw notFound(['input', field], `No address is known as "${value}"`);
        const { addressNo } = address;
        const { consents, suppressions } = await ledgersOf(tx, account, [addressNo]);
        const active = activeSuppressions(suppressions, consents, wholeChannel, tx.now);
        const ending = active.filter((entry) => endedByHand.has(entry.reason));
        if (ending.length === 0 && active.length > 0) {
          const reasons = active.map((entry) => entry.reason).join(', ');
          throw new CodedError('SUPPRESSED', `By hand only MANUAL and INVALID are ended, this is ${reasons}`, [
            'input',
            field,
          ]);
        }
        if (ending.length === 0) return;
        const retractions = ending.map(({ entryId }) => ({
          addressNo,
          entryId,
          retractedAt: tx.now,
          reason: why,
          actor,
        }));
        await appendToJournal(tx, account, [retractionWrite(account, retractions)]);
      });
      announce();
    },
    setTimeZone: (account, text, field, timeZone) =>
      db.transaction(async (tx) => {
        if (timeZone !== null && !isTimeZone(timeZone)) {
          throw badInput(
            ['input', 'timeZone'],
            `A time zone is an IANA name, for example "America/Chicago", got "${timeZone.slice(0, 50)}"`,
          );
        }
        const value = await normalised(tx, channel, account, text, field);
        if (!(await setTimeZone(tx, account, value, timeZone)))
          throw notFound(['input', field], `No address is known as "${value}"`);
      }),
  };
}
