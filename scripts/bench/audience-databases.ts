import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readContract } from '@ucp/gateway/contract';
import { mountParts } from '@ucp/gateway/in-process';
import { createClock } from '@ucp/kit/clock';
import { createLog } from '@ucp/kit/log';
import type { EmbeddedPostgres } from '@ucp/kit/postgres/embedded';
import { createSecret } from '@ucp/kit/secret';
import { z } from 'zod';
import { kindNo } from '../../subgraphs/channel/src/channel-kind.ts';
import { emailChannel } from '../../subgraphs/email/src/email-channel.ts';
import { smsChannel } from '../../subgraphs/sms/src/sms-channel.ts';
import {
  type Extent,
  fillChannel,
  fillFold,
  fillIdentity,
  fillPeer,
  openAccount,
  withClient,
} from './audience-data.ts';

export const secretText = 'of benches only, long enough to be one';
const databaseNames = ['identity', 'email', 'sms', 'automation', 'profile', 'peer'];

/** Channels, with the kinds of what happens on them in the order of their shares. */
const channels = [
  ['email', emailChannel, ['DELIVERED', 'OPEN', 'CLICK', 'HARD_BOUNCE', 'UNSUBSCRIBE', 'COMPLAINT']],
  ['sms', smsChannel, ['DELIVERED', 'CLICK', 'REPLY', 'FAILED', 'UNSUBSCRIBE']],
] as const;

/** What a run needs to know of databases that are filled; it stands as the comment of the peer's, which is written last. */
const filling = z.object({
  /** Of the code that made them: what other code made is made again. */
  madeBy: z.string(),
  account: z.number(),
  key: z.string(),
  /** The newest event is as old as this. */
  until: z.coerce.date(),
});
type Filling = z.infer<typeof filling>;

/** The databases of one account, filled. */
export interface Databases extends Filling {
  readonly urlOf: (part: string) => string;
  readonly drop: () => Promise<void>;
}

/**
 * The databases of an account of so many contacts, with thirty email events and ten texts for each.
 * @param keep whether they are named by their size and found by the next run, which then makes none
 */
export async function fillDatabases(postgres: EmbeddedPostgres, contacts: number, keep: boolean): Promise<Databases> {
  const run = keep ? `of_${contacts}` : Date.now();
  const names = new Map(databaseNames.map((part) => [part, `bench_${run}_${part}`]));
  const urlOf = (part: string) => postgres.urlFor(names.get(part) ?? part);
  const drop = () =>
    withClient(postgres.urlFor('postgres'), async (client) => {
      for (const name of names.values()) await client.query(`drop database if exists ${name} with (force)`);
    });
  const kept = await fillingOf(postgres, names.get('peer') ?? '');
  if (kept !== null) return { ...kept, urlOf, drop };
  await drop();
  for (const name of names.values()) await postgres.ensureDatabase(name);
  const until = new Date();
  const opened = await fillAll(urlOf, { contacts, emailEvents: 30 * contacts, smsEvents: 10 * contacts, until });
  const made: Filling = { madeBy: maker(), ...opened, until };
  await withClient(postgres.urlFor('postgres'), (client) =>
    client.query(`comment on database ${names.get('peer')} is ${client.escapeLiteral(JSON.stringify(made))}`),
  );
  return { ...made, urlOf, drop };
}

const maker = (): string =>
  createHash('sha256')
    .update(readFileSync(new URL('audience-data.ts', import.meta.url)))
    .digest('hex')
    .slice(0, 16);

/** @returns null where there is no such database, or one that other code filled or nobody to the end */
async function fillingOf(postgres: EmbeddedPostgres, name: string): Promise<Filling | null> {
  const { rows } = await withClient(postgres.urlFor('postgres'), (client) =>
    client.query<{ comment: string | null }>(
      `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
      [name],
    ),
  );
  const comment = rows[0]?.comment ?? null;
  if (comment === null) return null;
  const found = filling.parse(JSON.parse(comment));
  return found.madeBy === maker() ? found : null;
}

/** Fills every part's database as its own events and files would have, and the peer's beside them. */
async function fillAll(urlOf: (part: string) => string, extent: Extent): Promise<{ account: number; key: string }> {
  const { parts, stop } = await mountParts({
    ...readContract(),
    databaseUrlOf: urlOf,
    clock: createClock(),
    log: createLog('bench', 'warn'),
    secret: createSecret(secretText),
    publicUrl: 'http://127.0.0.1',
  });
  const identity = parts.find(({ name }) => name === 'identity');
  if (identity === undefined) throw new Error('identity is not mounted');
  const opened = await openAccount(identity);
  await stop();
  const { account } = opened;
  const fillParts = async () => {
    const rev = await fillIdentity(urlOf('identity'), account, extent);
    await fillFold(urlOf('automation'), account, rev);
    for (const [name, kind, kinds] of channels) {
      await fillChannel(urlOf(name), account, rev, extent, { name, kinds: kinds.map((each) => kindNo(kind, each)) });
    }
  };
  await Promise.all([fillParts(), fillPeer(urlOf('peer'), extent)]);
  return opened;
}
