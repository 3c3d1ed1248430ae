import type { Filter } from '@ucp/audience/filter';
import { type Caller, serviceCaller } from '@ucp/kit/caller';
import { type Clock, timeOf } from '@ucp/kit/clock';
import { encodeBits } from '@ucp/kit/contact-bits';
import type { Database } from '@ucp/kit/database';
import { badInput, CodedError, isUserErrorCode, notFound, type UserError } from '@ucp/kit/errors';
import { recordId, recordNoOf } from '@ucp/kit/ids';
import type { Logger } from '@ucp/kit/log';
import type { ProfileService } from '../service.ts';
import {
  type CampaignRow,
  campaignByNo,
  claimDueCampaigns,
  claimUnsureCampaigns,
  forgetCampaign,
  keepCampaign,
  moveCampaign,
  settleCampaign,
} from '../store/campaigns.ts';
import type { CampaignChange, CampaignChannels, CampaignRun } from './campaign-channels.ts';
import { type CampaignInput, campaignOf } from './campaign-input.ts';

export const campaignId = ({ accountId, campaignNo }: Pick<CampaignRow, 'accountId' | 'campaignNo'>): string =>
  recordId('cmp', accountId, campaignNo);

/** Messages to audiences: kept here until their time comes, then handed to their channel with whom they are for. */
export interface Campaigns {
  /** @throws CodedError BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_MISMATCH, SUBGRAPH_UNAVAILABLE */
  readonly send: (caller: Caller, input: CampaignInput) => Promise<CampaignRow>;
  /** @throws CodedError NOT_FOUND, BAD_USER_INPUT where it is over, SUBGRAPH_UNAVAILABLE */
  readonly change: (caller: Caller, id: string, change: CampaignChange) => Promise<CampaignRow>;
  /** Null when the account has none of this id. */
  readonly byId: (caller: Caller, id: string) => Promise<CampaignRow | null>;
  /** Begins what is due, of every account. */
  readonly beginDue: () => Promise<void>;
}

export function createCampaigns(options: {
  readonly db: Database;
  readonly clock: Clock;
  readonly channels: CampaignChannels;
  readonly service: Pick<ProfileService, 'membersOf' | 'segments'>;
  readonly log: Logger;
}): Campaigns {
  const { db, clock, channels, service, log } = options;

  const byId = async ({ account }: Caller, id: string): Promise<CampaignRow | null> => {
    const campaignNo = recordNoOf('cmp', account, id);
    return campaignNo === null ? null : campaignByNo(db, account, campaignNo);
  };

  const filterOf = async (caller: Caller, { filter, segmentNo }: CampaignRow): Promise<Filter> => {
    const segments = filter === null ? await service.segments(caller) : [];
    const found = filter ?? segments.find((segment) => segment.segmentNo === segmentNo)?.filter;
    if (found === undefined) throw notFound(['input', 'audience', 'segment'], 'The account has no segment of this id');
    return found;
  };

  /** Hands a campaign that was claimed to its channel. @returns why the channel did not take it; empty where it did */
  const begin = async (caller: Caller, campaign: CampaignRow): Promise<readonly UserError[]> => {
    const contacts = encodeBits(await service.membersOf(caller, await filterOf(caller, campaign), false));
    const key = campaignId(campaign);
    const asking = { ...caller, actor: campaign.createdBy };
    const begun = await channels.begin(campaign.part, asking, {
      key,
      name: campaign.name,
      ...campaign.message,
      contacts,
    });
    // Begun before by a process that died over it; who is in the audience was settled then.
    const refused = isRun(begun) ? [] : begun.filter(({ code }) => code !== 'IDEMPOTENCY_MISMATCH');
    if (refused.length > 0) return refused;
    const moved = await moveCampaign(db, campaign, ['SCHEDULED', 'BEGUN'], 'BEGUN');
    // Canceled or held while it began.
    if (moved === null) await follow(asking, campaign);
    return [];
  };

  /** Tells the channel what was decided here while it was begun there. @returns false where the channel has not begun it */
  const follow = async (caller: Caller, campaign: CampaignRow): Promise<boolean> => {
    const now = await campaignByNo(db, campaign.accountId, campaign.campaignNo);
    if (now === null || (now.state !== 'HELD' && now.state !== 'CANCELED')) return true;
    const how = now.state === 'HELD' ? 'Pause' : 'Cancel';
    const changed = await channels.change(campaign.part, caller, how, campaignId(campaign));
    if (!isRun(changed) && changed.some(({ code }) => code === 'NOT_FOUND')) return false;
    await moveCampaign(db, campaign, [now.state], 'BEGUN');
    return true;
  };

  /** What was held or canceled while somebody began it who has died over it: it is begun, or it never was. */
  const settleUnsure = async (): Promise<void> => {
    for (const campaign of await claimUnsureCampaigns(db)) {
      try {
        if (!(await follow(serviceCaller('profile', campaign.accountId), campaign))) await settleCampaign(db, campaign);
      } catch (error) {
        log.warn({ err: error, campaign: campaignId(campaign) }, 'a channel was not told of a campaign, trying again');
      }
    }
  };

  return {
    byId,
    send: async (caller, input) => {
      const asked = campaignOf(caller.account, input, channels.names, timeOf(clock));
      const { campaign, made, isDue } = await db.transaction((tx) =>
        keepCampaign(tx, caller.account, { ...asked, startAt: asked.startAt ?? tx.now, createdBy: caller.actor }),
      );
      if (!campaign.digest.equals(asked.digest))
        throw new CodedError(
          'IDEMPOTENCY_MISMATCH',
          `Under the key "${input.idempotencyKey}" another campaign was asked for`,
          ['input', 'idempotencyKey'],
        );
      if (!made) return campaign;
      try {
        if (isDue) {
          const [refused] = await begin(caller, campaign);
          if (refused !== undefined) throw new CodedError(refused.code, refused.message, refused.field);
        } else {
          // Refused now rather than when nobody looks any more.
          await service.membersOf(caller, await filterOf(caller, campaign), false);
        }
      } catch (error) {
        // What its caller was told is refused must not go out later, nor keep the key from what was meant.
        if (error instanceof CodedError && isUserErrorCode(error.code)) await forgetCampaign(db, campaign);
        throw error;
      }
      return (await campaignByNo(db, campaign.accountId, campaign.campaignNo)) ?? campaign;
    },
    change: async (caller, id, change) => {
      const campaign = await byId(caller, id);
      if (campaign === null) throw notFound(['id'], 'The account has no campaign of this id');
      const { from, to } = before[change];
      const moved = await moveCampaign(db, campaign, from, to);
      if (moved !== null) {
        if (moved.claimedUntil === null || change === 'Resume') return moved;
        // Somebody is at beginning it, or died over it. Who cannot be told now is told later.
        await follow(caller, moved).catch((error: unknown) =>
          log.warn({ err: error, campaign: id }, 'a channel was not told of a campaign, trying again'),
        );
        return (await byId(caller, id)) ?? moved;
      }
      if (campaign.state === 'CANCELED' && change === 'Cancel') return campaign;
      if (campaign.state === 'CANCELED' || campaign.state === 'FAILED')
        throw badInput(['id'], `The campaign is over: it is ${campaign.state}`);
      const changed = await channels.change(campaign.part, caller, change, campaignId(campaign));
      if (isRun(changed)) return { ...campaign, state: 'BEGUN' };
      const [error] = changed;
      throw new CodedError(error?.code ?? 'BAD_USER_INPUT', error?.message ?? 'It cannot be changed', ['id']);
    },
    beginDue: async () => {
      await settleUnsure();
      for (const campaign of await claimDueCampaigns(db)) {
        const caller = serviceCaller('profile', campaign.accountId);
        try {
          const [refused] = await begin(caller, campaign);
          if (refused !== undefined) await moveCampaign(db, campaign, ['SCHEDULED'], 'FAILED', refused.message);
        } catch (error) {
          if (error instanceof CodedError && isUserErrorCode(error.code))
            await moveCampaign(db, campaign, ['SCHEDULED'], 'FAILED', error.message);
          // A part that is away comes back: it is tried again after the minute for which it is claimed.
          else log.warn({ err: error, campaign: campaignId(campaign) }, 'a campaign could not begin, trying again');
        }
      }
    },
  };
}

const isRun = (outcome: CampaignRun | readonly UserError[]): outcome is CampaignRun => 'state' in outcome;

/** Before it has begun nobody but we know of it. */
const before = {
  Pause: { from: ['SCHEDULED', 'HELD'], to: 'HELD' },
  Resume: { from: ['SCHEDULED', 'HELD'], to: 'SCHEDULED' },
  Cancel: { from: ['SCHEDULED', 'HELD'], to: 'CANCELED' },
} as const;
