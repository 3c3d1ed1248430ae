import { fileURLToPath } from 'node:url';
import { type Clock, createClock } from '@ucp/kit/clock';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { testSecret } from '@ucp/kit/testing/part';
import { type Channel, createChannel } from '../channel.ts';
import type { ChannelKind } from '../channel-kind.ts';
import { heldBy } from '../domain/address-status.ts';
import type { ContactFacts } from '../domain/facts.ts';
import { parkedBy } from '../domain/parking.ts';
import { isUnsubscribed, standingOf } from '../domain/standing.ts';
import { letterChannel } from './letter-channel.ts';

/** Letters that come back: two of them hold the house. */
export const heldLetterChannel: ChannelKind = {
  ...letterChannel,
  kinds: [...letterChannel.kinds, 'HARD_BOUNCE'],
  presets: { ...letterChannel.presets, heldAfter: 2 },
};

/** As a channel that sends would tell it. */
export const statusOf = ({ addresses: [address], settings, now }: ContactFacts): string => {
  const standing = standingOf(address, now);
  if (isUnsubscribed(standing)) return 'UNSUBSCRIBED';
  if (heldBy(address, settings.heldAfter, now) !== null) return 'HELD';
  if (parkedBy(address, settings.heldAfter, now) !== null) return 'EXPIRED';
  return standing.asked && !standing.subscribed ? 'UNCONFIRMED' : 'NORMAL';
};

export interface HeldLetters {
  readonly channel: Channel;
  readonly clock: Clock;
  readonly stop: () => Promise<void>;
}

/** A channel of such letters that sends none, on a database of its own. */
export async function openHeldLetters(): Promise<HeldLetters> {
  const clock = createClock();
  const make = (databaseUrl: string) =>
    createChannel(
      heldLetterChannel,
      { databaseUrl, clock, secret: testSecret, log: createLog('test', 'silent'), publicUrl: 'https://letters.test' },
      fileURLToPath(new URL('migrations', import.meta.url)),
      [],
      null,
    );
  const database = await createTestDatabase({
    template: 'held letters',
    prepare: async (url) => (await make(url)).stop(),
  });
  const channel = await make(database.url);
  return {
    channel,
    clock,
    stop: async () => {
      await channel.stop();
      await database.drop();
    },
  };
}
