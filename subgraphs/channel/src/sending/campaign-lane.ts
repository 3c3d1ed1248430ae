import { numbersIn } from '@ucp/kit/contact-bits';
import type { Database } from '@ucp/kit/database';
import { campaignChunk, type ExpandCampaign } from '../actions/expand-campaign.ts';
import { campaignState, contactsOfCampaign } from '../store/campaign-sends.ts';
import type { Lane } from '../store/lanes.ts';
import { countDue } from '../store/message-claims.ts';
import { demandIdentity, type IdentityPeer } from './merge-fields.ts';

/** Fewer messages due than this, and the next are made. */
const least = 500;

/** A message to an audience as its lane is run. */
export interface CampaignLane {
  /** Makes messages where few are due. @returns whether there are more to make */
  readonly fill: () => Promise<boolean>;
  /** Cancels what waits of a canceled campaign; ends one of which nothing is left. */
  readonly finish: () => Promise<void>;
}

export interface CampaignLanes {
  readonly open: (lane: Lane) => Promise<CampaignLane>;
}

export function createCampaignLanes(options: {
  readonly db: Database;
  readonly expand: ExpandCampaign;
  readonly identity: () => IdentityPeer | null;
}): CampaignLanes {
  const { db, expand, identity } = options;
  return {
    open: async (lane) => {
      const contacts = await contactsOfCampaign(db, lane.account, lane.campaignNo);
      const last = numbersIn(contacts).at(-1) ?? -1;
      let reached = -1;
      return {
        fill: async () => {
          if (reached >= last) return false;
          if ((await countDue(db, lane, least)) >= least) return true;
          // Whom nobody here knows yet would be taken for somebody without an address.
          await demandIdentity(identity()).follower.refresh(lane.account);
          const before = reached;
          reached = await expand.expand(lane, (behind) => numbersIn(contacts, behind, campaignChunk));
          // A campaign that is held makes none.
          return reached > before && reached < last;
        },
        finish: async () => {
          if ((await campaignState(db, lane.account, lane.campaignNo)) === 'CANCELED')
            while ((await expand.cancelSome(lane)) > 0);
          else await expand.finish(lane, last);
        },
      };
    },
  };
}
