import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '@ucp/kit/database';
import { badInput, CodedError, notFound, type UserErrorCode } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import type { AddressHistory } from '../domain/facts.ts';
import type { ChannelSettings } from '../domain/settings.ts';
import { changeTo, type TargetStatus } from '../domain/status-change.ts';
import { settingsOf } from '../store/settings.ts';
import { historiesOf, lockByValue, type NewStatus, statusWrite } from '../store/status-ledger.ts';

export interface ByHand {
  readonly reason: string;
  readonly actor: string;
}

/** An address with what decides its status, at the moment of a change. */
export interface AddressAsOf {
  readonly facts: AddressHistory & { readonly given: string };
  readonly settings: ChannelSettings;
  readonly now: Date;
}

/** What became of one address of a bulk change. */
export interface BulkOutcome {
  /** As the caller wrote it. */
  readonly address: string;
  readonly changed: boolean;
  /** Why it was left as it was; null when it has the status now. */
  readonly error: { readonly code: UserErrorCode; readonly message: string } | null;
}

export interface StatusChanges {
  /** @throws CodedError BAD_USER_INPUT, NOT_FOUND, CONSENT_REQUIRED, SUPPRESSED */
  readonly one: (
    account: number,
    address: string,
    field: string,
    target: TargetStatus,
    by: ByHand,
  ) => Promise<AddressAsOf>;
  /** Each address by itself: those that may not be changed are told and left. @throws CodedError BAD_USER_INPUT */
  readonly many: (
    account: number,
    addresses: readonly string[],
    target: TargetStatus,
    by: ByHand,
  ) => Promise<BulkOutcome[]>;
}

/** Addresses of one bulk change. */
export const bulkLimit = 1_000;
/** Longest reason, in characters. */
const reasonLimit = 500;

/** @throws CodedError BAD_USER_INPUT when nothing, or too much, is said */
export function demandReason(reason: string): string {
  const text = reason.trim();
  if (text === '' || text.length > reasonLimit) {
    throw badInput(['input', 'reason'], `"reason" must say in 1 to ${reasonLimit} characters why, got ${text.length}`);
  }
  return text;
}

export function createStatusChanges(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly announce: () => void;
}): StatusChanges {
  const { db, channel, announce } = options;

  const change = async (
    tx: Transaction,
    account: number,
    values: readonly string[],
    target: TargetStatus,
    by: ByHand,
    bulk: boolean,
  ) => {
    const { settings } = await settingsOf(tx, channel.presets, account);
    const known = await lockByValue(tx, account, values);
    const historyOf = await historiesOf(
      tx,
      channel,
      account,
      known.map(({ addressNo }) => addressNo),
    );
    const changes = known.map((address) => {
      const history = historyOf(address.addressNo);
      const decided = changeTo(target, bulk, history, settings.heldAfter, tx.now);
      const entries = 'refused' in decided ? [] : decided.entries;
      const statuses = entries.map(
        (status): NewStatus => ({
          addressNo: address.addressNo,
          entryId: randomUUID(),
          status,
          occurredAt: tx.now,
          reason: by.reason,
          actor: by.actor,
          bulk,
        }),
      );
      return { address, history, decided, statuses };
    });
    const written = changes.flatMap(({ statuses }) => statuses);
    if (written.length > 0) await appendToJournal(tx, account, [statusWrite(account, tx.now, written)]);
    return { changes, settings, now: tx.now };
  };

  return {
    one: async (account, text, field, target, { reason, actor }) => {
      const by = { reason: demandReason(reason), actor };
      const result = await db.transaction(async (tx): Promise<AddressAsOf> => {
        const value = await normalised(tx, channel, account, text, field);
        const { changes, settings, now } = await change(tx, account, [value], target, by, false);
        const [made] = changes;
        if (made === undefined) throw notFound(['input', field], `No address is known as "${value}"`);
        if ('refused' in made.decided) {
          throw new CodedError(made.decided.refused.code, made.decided.refused.message, ['input', 'status']);
        }
        const statuses = [...made.history.statuses, ...made.statuses];
        return { facts: { ...made.history, statuses, given: made.address.given }, settings, now };
      });
      announce();
      return result;
    },
    many: async (account, addresses, target, { reason, actor }) => {
      const by = { reason: demandReason(reason), actor };
      if (addresses.length === 0 || addresses.length > bulkLimit) {
        throw badInput(['input', 'addresses'], `"addresses" takes 1 to ${bulkLimit}, got ${addresses.length}`);
      }
      if (target === 'HELD') {
        throw badInput(['input', 'status'], 'A bulk change is to NORMAL or EXPIRED, got HELD');
      }
      const outcomes = await db.transaction(async (tx) => {
        const { account: own } = await settingsOf(tx, channel.presets, account);
        const given = addresses.map((text) => ({ text, address: channel.normalise(text, own.defaultRegion) }));
        const values = given.flatMap(({ address }) => ('refused' in address ? [] : address.value));
        const { changes } = await change(tx, account, [...new Set(values)], target, by, true);
        const byValue = new Map(changes.map((made) => [made.address.value, made]));
        return given.map(({ text, address }): BulkOutcome => {
          const left = (code: UserErrorCode, message: string): BulkOutcome => ({
            address: text,
            changed: false,
            error: { code, message },
          });
          if ('refused' in address) return left('BAD_USER_INPUT', address.refused);
          const made = byValue.get(address.value);
          if (made === undefined) return left('NOT_FOUND', `No address is known as "${address.value}"`);
          if ('refused' in made.decided) return left(made.decided.refused.code, made.decided.refused.message);
          return { address: text, changed: made.statuses.length > 0, error: null };
        });
      });
      announce();
      return outcomes;
    },
  };
}

/** An address as it is matched in the account. @throws CodedError BAD_USER_INPUT */
export async function normalised(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  text: string,
  field: string,
): Promise<string> {
  const { account: own } = await settingsOf(tx, channel.presets, account);
  const address = channel.normalise(text, own.defaultRegion);
  if ('refused' in address) throw badInput(['input', field], address.refused);
  return address.value;
}
