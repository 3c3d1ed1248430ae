import { serviceCaller } from '@ucp/kit/caller';
import { createClock } from '@ucp/kit/clock';
import { bitsOf } from '@ucp/kit/contact-bits';
import { createDatabase } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateProfile } from '../profile.ts';
import type { ProfileService } from '../service.ts';
import type { CampaignChannels, CampaignRun } from './campaign-channels.ts';
import { type Campaigns, createCampaigns } from './campaigns.ts';

/** A channel that begins campaigns, and whose answer may be lost on the way. */
const runs = new Map<string, CampaignRun>();
let answers: 'ALL' | 'LOST' | 'AWAY' = 'ALL';
const away = () => new CodedError('SUBGRAPH_UNAVAILABLE', 'email cannot answer at the moment.');
const channels: CampaignChannels = {
  names: ['EMAIL'],
  begin: async (_part, _caller, { key }) => {
    const run: CampaignRun = runs.get(key) ?? { key, state: 'RUNNING', size: 1, unqueued: 1, states: [], skipped: [] };
    runs.set(key, run);
    if (answers !== 'ALL') throw away();
    return run;
  },
  change: async (_part, _caller, change, key) => {
    if (answers === 'AWAY') throw away();
    const known = runs.get(key);
    if (known === undefined) return [{ code: 'NOT_FOUND', field: ['key'], message: 'No campaign has this key' }];
    const states = { Pause: 'PAUSED', Resume: 'RUNNING', Cancel: 'CANCELED' } as const;
    const run = { ...known, state: states[change] };
    runs.set(key, run);
    return run;
  },
  runsOf: async (_part, _caller, keys) => keys.flatMap((key) => runs.get(key) ?? []),
};
const service: Pick<ProfileService, 'membersOf' | 'segments'> = {
  membersOf: async () => bitsOf([1]),
  segments: async () => [],
};

const clock = createClock();
const log = createLog('campaigns', 'silent');
const caller = serviceCaller('test', 1);
let campaigns: Campaigns;
let close: () => Promise<void>;
beforeAll(async () => {
  const { url, drop } = await createTestDatabase({ template: 'profile', prepare: migrateProfile });
  const db = createDatabase({ url, clock, log });
  campaigns = createCampaigns({ db, clock, channels, service, log });
  close = async () => {
    await db.close();
    await drop();
  };
});
afterAll(() => close());

let next = 1;
/** A campaign that the channel has begun, and of which its gateway never heard so. */
async function begunUnheard(): Promise<string> {
  const idempotencyKey = `campaign ${next++}`;
  const audience = { filter: { field: { key: 'city', equals: 'Austin' } } };
  answers = 'LOST';
  const input = { idempotencyKey, name: 'Spring', channel: 'EMAIL', audience, template: 'spring' };
  await expect(campaigns.send(caller, input)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  answers = 'ALL';
  const id = [...runs.keys()].at(-1) ?? '';
  expect(await campaigns.byId(caller, id)).toMatchObject({ state: 'SCHEDULED' });
  expect(runs.get(id)?.state).toBe('RUNNING');
  return id;
}
const stateOf = async (id: string) => [(await campaigns.byId(caller, id))?.state, runs.get(id)?.state];

test('a campaign that is canceled after its gateway died over beginning it is canceled where it runs', async () => {
  const id = await begunUnheard();
  expect((await campaigns.change(caller, id, 'Cancel')).state).toBe('BEGUN');
  expect(await stateOf(id)).toEqual(['BEGUN', 'CANCELED']);
});

test('so it is when the channel is away at that moment, and so is one that is paused', async () => {
  const [canceled, held] = [await begunUnheard(), await begunUnheard()];
  answers = 'AWAY';
  expect((await campaigns.change(caller, canceled, 'Cancel')).state).toBe('CANCELED');
  expect((await campaigns.change(caller, held, 'Pause')).state).toBe('HELD');
  answers = 'ALL';
  clock.setOffset(clock.offset() + 61_000);
  await campaigns.beginDue();
  expect(await stateOf(canceled)).toEqual(['BEGUN', 'CANCELED']);
  expect(await stateOf(held)).toEqual(['BEGUN', 'PAUSED']);
  await campaigns.change(caller, held, 'Resume');
  expect(await stateOf(held)).toEqual(['BEGUN', 'RUNNING']);
});

test('one that was never begun stays canceled', async () => {
  const id = await begunUnheard();
  runs.delete(id);
  expect((await campaigns.change(caller, id, 'Cancel')).state).toBe('CANCELED');
  clock.setOffset(clock.offset() + 61_000);
  await campaigns.beginDue();
  await campaigns.beginDue();
  expect(await stateOf(id)).toEqual(['CANCELED', undefined]);
});
