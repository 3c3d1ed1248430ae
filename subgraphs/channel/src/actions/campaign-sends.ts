import { countBits, decodeBits } from '@ucp/kit/contact-bits';
import type { Database, Transaction } from '@ucp/kit/database';
import { badInput, CodedError, notFound } from '@ucp/kit/errors';
import type { ChannelKind } from '../channel-kind.ts';
import { digestOf } from '../domain/idempotency.ts';
import {
  type CampaignSend,
  type CampaignState,
  campaignCounts,
  campaignSendsByKey,
  insertCampaign,
  lockCampaign,
  lockCampaigns,
  setCampaignState,
} from '../store/campaign-sends.ts';
import { templateByKey } from '../store/contents.ts';
import { addLaneJob } from '../store/lanes.ts';
import { topicNoOf, topicsIn } from '../store/topics.ts';
import type { Senders } from './configure-senders.ts';
import { asVariables, type Given, sendLimits } from './send-input.ts';

/** A message to an audience that is settled, as `<channel>CampaignBegin` takes it. */
export interface CampaignInput {
  readonly key: string;
  readonly name: string;
  readonly template: string;
  readonly topic?: Given<string>;
  readonly sender?: Given<string>;
  readonly variables?: unknown;
  readonly perMinute?: Given<number>;
  /** As `encodeBits` writes them. */
  readonly contacts: string;
}

export interface CampaignProgress {
  readonly key: string;
  readonly name: string;
  readonly state: CampaignState;
  readonly size: number;
  readonly unqueued: number;
  readonly states: readonly { readonly state: string; readonly count: number }[];
  readonly skipped: readonly { readonly rule: string; readonly count: number }[];
}

/** All of them throw CodedError. */
export interface CampaignSends {
  /** The same again under its key gives the campaign of the first time. */
  readonly begin: (account: number, input: CampaignInput, actor: string) => Promise<CampaignProgress>;
  readonly pause: (account: number, key: string) => Promise<CampaignProgress>;
  readonly resume: (account: number, key: string) => Promise<CampaignProgress>;
  /** What waits is canceled by the lane, a thousand at a time: nothing of it is claimed from here on. */
  readonly cancel: (account: number, key: string) => Promise<CampaignProgress>;
  /** No order; keys nobody began are absent. */
  readonly progress: (account: number, keys: readonly string[]) => Promise<CampaignProgress[]>;
}

export function createCampaignSends(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly senders: Senders;
}): CampaignSends {
  const { db, senders } = options;
  const progress: CampaignSends['progress'] = async (account, keys) => {
    const campaigns = await campaignSendsByKey({ query: db.readAside }, account, keys);
    const counts = await campaignCounts(
      db,
      account,
      campaigns.map(({ campaignNo }) => campaignNo),
    );
    return campaigns.map((campaign) =>
      progressOf(
        campaign,
        counts.filter(({ campaignNo }) => campaignNo === campaign.campaignNo),
      ),
    );
  };
  const progressAt = async (account: number, key: string): Promise<CampaignProgress> => {
    const [found] = await progress(account, [key]);
    if (found === undefined) throw notFound(['key'], `No campaign was begun with the key "${key.slice(0, 100)}"`);
    return found;
  };
  const turn = async (account: number, key: string, from: readonly CampaignState[], to: CampaignState) => {
    await db.transaction(async (tx) => {
      const campaign = await locked(tx, account, key);
      if (campaign.state === to) return;
      if (!from.includes(campaign.state)) {
        throw badInput(
          ['key'],
          `The campaign is ${campaign.state.toLowerCase()} and cannot become ${to.toLowerCase()}`,
        );
      }
      await setCampaignState(tx, account, campaign.campaignNo, to);
      await addLaneJob(tx, { account, senderNo: campaign.senderNo, campaignNo: campaign.campaignNo }, 0, 'replace');
    });
    return progressAt(account, key);
  };
  return {
    begin: async (account, input, actor) => {
      checkLengths(input);
      const variables = asVariables(input.variables, ['input', 'variables']);
      const digest = digestOf({ ...input, variables });
      const isKnown = async (reader: Pick<Transaction, 'query'>): Promise<boolean> => {
        const [known] = await campaignSendsByKey(reader, account, [input.key]);
        if (known !== undefined && !known.digest.equals(digest)) throw mismatch();
        return known !== undefined;
      };
      if (await isKnown({ query: db.read })) return progressAt(account, input.key);
      const senderNo = await senders.chosen(account, input.sender ?? null);
      await db.transaction(async (tx) => {
        await lockCampaigns(tx, account);
        if (await isKnown(tx)) return;
        const template = await templateByKey(tx, account, input.template);
        if (template === null) {
          throw notFound(['input', 'template'], `No template has the key "${input.template.slice(0, 100)}"`);
        }
        const topicNo = topicNoOf(await topicsIn(tx, account), input.topic, ['input', 'topic']);
        const campaign = await insertCampaign(tx, account, {
          key: input.key,
          name: input.name,
          senderNo,
          contentNo: template.contentNo,
          topicNo,
          variables,
          digest,
          perMinute: input.perMinute ?? null,
          contacts: Buffer.from(input.contacts, 'base64'),
          size: countBits(decodeBits(input.contacts)),
          createdBy: actor,
        });
        await addLaneJob(tx, { account, senderNo, campaignNo: campaign.campaignNo }, 0, 'replace');
      });
      return progressAt(account, input.key);
    },
    pause: (account, key) => turn(account, key, ['RUNNING'], 'PAUSED'),
    resume: (account, key) => turn(account, key, ['PAUSED'], 'RUNNING'),
    cancel: (account, key) => turn(account, key, ['RUNNING', 'PAUSED'], 'CANCELED'),
    progress,
  };
}

async function locked(tx: Transaction, account: number, key: string): Promise<CampaignSend> {
  const [known] = await campaignSendsByKey(tx, account, [key]);
  const campaign = known === undefined ? null : await lockCampaign(tx, account, known.campaignNo);
  if (campaign === null) throw notFound(['key'], `No campaign was begun with the key "${key.slice(0, 100)}"`);
  return campaign;
}

function checkLengths({ key, name, perMinute }: CampaignInput): void {
  for (const [field, text] of [['key', key] as const, ['name', name] as const]) {
    if (text.trim() === '' || text.length > sendLimits.text)
      throw badInput(['input', field], `"${field}" must have 1 to ${sendLimits.text} characters, got ${text.length}`);
  }
  if (perMinute !== null && perMinute !== undefined && (perMinute < 1 || perMinute > sendLimits.perMinute)) {
    throw badInput(
      ['input', 'perMinute'],
      `"perMinute" must be between 1 and ${sendLimits.perMinute}, got ${perMinute}`,
    );
  }
}

const mismatch = (): CodedError =>
  new CodedError('IDEMPOTENCY_MISMATCH', 'A campaign was begun with this key and another input', ['input', 'key']);

type Counts = Awaited<ReturnType<typeof campaignCounts>>;

/** Everybody it is for is counted once: in the state of their message, or among those who have none. */
function progressOf({ key, name, state, size }: CampaignSend, counts: Counts): CampaignProgress {
  const states = new Map<string, number>();
  for (const each of counts) states.set(each.state, (states.get(each.state) ?? 0) + each.count);
  const messages = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    key,
    name,
    state,
    size,
    unqueued: size - messages,
    states: [...states].map(([each, count]) => ({ state: each, count })),
    skipped: counts.flatMap(({ state: each, rule, count }) =>
      each === 'SKIPPED' && rule !== null ? [{ rule, count }] : [],
    ),
  };
}
