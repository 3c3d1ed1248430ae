import type { Database, Transaction } from '@ucp/kit/database';
import { appendToJournal } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { hasOpenMessages, lockCampaign, lockWaiting, setCampaignState, setQueuedTo } from '../store/campaign-sends.ts';
import type { Lane } from '../store/lanes.ts';
import { changeWrite } from '../store/message-outcomes.ts';
import type { ProfileStore } from '../store/profile.ts';
import { queueing } from './queue-messages.ts';

/** Messages that are made, or canceled, in one transaction. */
export const campaignChunk = 1_000;

export interface ExpandCampaign {
  /**
   * Makes the messages of the next contacts of a campaign that runs; what was made meanwhile by somebody else is passed over.
   * @param next numbers of contacts, ascending, at most `campaignChunk`; empty: there are no more @returns up to which contact it is
   */
  readonly expand: (lane: Lane, next: (behind: number) => readonly number[]) => Promise<number>;
  /** Ends a campaign that runs and of which nothing is left to do. @param last the last contact it is for */
  readonly finish: (lane: Lane, last: number) => Promise<void>;
  /** Cancels messages that wait, at most `campaignChunk`. @returns how many */
  readonly cancelSome: (lane: Lane) => Promise<number>;
}

export function createExpandCampaign(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly profiles: ProfileStore;
  readonly announce: () => void;
}): ExpandCampaign {
  const { db, announce } = options;
  const within = async <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> => {
    const result = await db.transaction(work);
    announce();
    return result;
  };
  return {
    expand: ({ account, campaignNo }, next) =>
      within(async (tx) => {
        const campaign = await lockCampaign(tx, account, campaignNo);
        if (campaign === null) throw new Error(`campaign ${campaignNo} is gone`);
        const contactNos = campaign.state === 'RUNNING' ? next(campaign.queuedTo) : [];
        const last = contactNos.at(-1);
        if (last === undefined) return campaign.queuedTo;
        const { senderNo, contentNo, topicNo, variables, createdBy } = campaign;
        const common = { senderNo, campaignNo, contentNo, topicNo, variables, idempotencyKey: null, digest: null };
        const { writes } = await queueing(
          tx,
          options,
          account,
          contactNos.map((contactNo) => ({ ...common, contactNo, template: null, notBefore: null })),
          { actor: createdBy, campaign: campaign.name },
        );
        await setQueuedTo(tx, account, campaignNo, last);
        await appendToJournal(tx, account, writes);
        return last;
      }),
    finish: ({ account, campaignNo }, last) =>
      db.transaction(async (tx) => {
        const campaign = await lockCampaign(tx, account, campaignNo);
        if (campaign?.state !== 'RUNNING' || campaign.queuedTo < last) return;
        if (!(await hasOpenMessages(tx, account, campaignNo))) await setCampaignState(tx, account, campaignNo, 'DONE');
      }),
    cancelSome: ({ account, campaignNo }) =>
      within(async (tx) => {
        const waiting = await lockWaiting(tx, account, campaignNo, campaignChunk);
        if (waiting.length === 0) return 0;
        const canceled = waiting.map(({ messageNo, attempts }) => ({
          messageNo,
          change: {
            state: 'CANCELED',
            dueAt: null,
            attempts,
            providerMessageId: null,
            errorCode: null,
            errorDetail: null,
          },
        }));
        await appendToJournal(tx, account, [changeWrite(account, tx.now, canceled)]);
        return waiting.length;
      }),
  };
}
