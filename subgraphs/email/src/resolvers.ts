import { addressesIn, campaignNamed, campaignPage, timesIn } from '@ucp/channel/campaigns-field';
import { channelResolvers } from '@ucp/channel/channel-resolvers';
import { consentToRecord } from '@ucp/channel/consent-input';
import { deliverabilityOf } from '@ucp/channel/domain/deliverability';
import { detailOf, firstOf, linksOf, timesOf } from '@ucp/channel/domain/message';
import { messagePage } from '@ucp/channel/messages-field';
import {
  canSend,
  consentHistory,
  consentsAt,
  countOf,
  countOfAll,
  lastEngagedAt,
  preferences,
} from '@ucp/channel/profile-fields';
import { badInput, payloadOf } from '@ucp/kit/errors';
import type { Resolvers } from '@ucp/schema/generated/email.ts';
import { bounceOf, emailMessageStatus } from './domain/message.ts';
import { emailStatus } from './domain/status.ts';
import { emailChannel } from './email-channel.ts';
import { sendGridKey } from './ingest/sendgrid-signature.ts';

const heldAfter = emailChannel.heldAfter ?? Number.POSITIVE_INFINITY;

const common = channelResolvers(({ addresses, now }) => emailStatus(addresses[0], now, heldAfter));

export const resolvers: Resolvers = {
  ...common.scalars,
  Contact: { __resolveReference: common.reference, email: common.profile },
  EmailProfile: {
    channel: () => emailChannel.name,
    address: ({ addresses }) => addresses[0].given,
    status: ({ addresses, now }) => emailStatus(addresses[0], now, heldAfter),
    addresses: ({ addresses, now }) => addresses.map((facts) => ({ facts, now })),
    canSend: (facts, args) => canSend(emailChannel, facts, args),
    consents: (facts, { at }) => consentsAt(facts, at),
    consentHistory: (facts, page) => consentHistory(facts, page),
    preferences,
    engagement: async ({ rootNo }, { within }, { load }) => {
      const counts = await load.counts(rootNo, within ?? null);
      return {
        sends: countOfAll(counts, ['SEND']),
        deliveries: countOfAll(counts, ['DELIVERED']),
        opens: countOf(counts, ['OPEN']),
        clicks: countOf(counts, ['CLICK']),
        bounces: countOfAll(counts, ['HARD_BOUNCE', 'SOFT_BOUNCE']),
        complaints: countOfAll(counts, ['COMPLAINT']),
        unsubscribes: countOfAll(counts, ['UNSUBSCRIBE']),
        machineOpens: countOf(counts, ['OPEN'], true),
        machineClicks: countOf(counts, ['CLICK'], true),
        lastEngagedAt: lastEngagedAt(emailChannel, counts),
      };
    },
    lastEngagedAt: async ({ rootNo }, _args, { load }) => lastEngagedAt(emailChannel, await load.counts(rootNo, null)),
    messages: ({ rootNo }, page, { load }) => messagePage('emailMessages', rootNo, page, load),
  },
  EmailMessage: {
    id: ({ messageId }) => messageId,
    address: ({ given }) => given,
    subject: ({ facts }) => detailOf(facts, 'subject'),
    campaign: ({ facts }) => detailOf(facts, 'campaign'),
    status: ({ facts }) => emailMessageStatus(facts),
    sentAt: ({ facts }) => firstOf(facts, ['SEND'])?.at ?? null,
    deliveredAt: ({ facts }) => firstOf(facts, ['DELIVERED'])?.at ?? null,
    opens: ({ facts }) => timesOf(facts, 'OPEN', false),
    firstOpenedAt: ({ facts }) => firstOf(facts, ['OPEN'], 'people only')?.at ?? null,
    clicks: ({ facts }) => timesOf(facts, 'CLICK', false),
    links: ({ facts }) => linksOf(facts),
    machineOpens: ({ facts }) => timesOf(facts, 'OPEN', true),
    machineClicks: ({ facts }) => timesOf(facts, 'CLICK', true),
    bounce: ({ facts }) => bounceOf(facts),
    complainedAt: ({ facts }) => firstOf(facts, ['COMPLAINT'])?.at ?? null,
    unsubscribedAt: ({ facts }) => firstOf(facts, ['UNSUBSCRIBE'])?.at ?? null,
  },
  EmailCampaign: { engagement: ({ name }, _args, { load }) => load.campaign.load(name) },
  EmailCampaignEngagement: {
    sends: (activity) => timesIn(activity, 'SEND', false),
    deliveries: (activity) => timesIn(activity, 'DELIVERED', false),
    opens: (activity) => timesIn(activity, 'OPEN', false),
    uniqueOpens: (activity) => addressesIn(activity, 'OPEN'),
    clicks: (activity) => timesIn(activity, 'CLICK', false),
    uniqueClicks: (activity) => addressesIn(activity, 'CLICK'),
    hardBounces: (activity) => timesIn(activity, 'HARD_BOUNCE', false),
    softBounces: (activity) => timesIn(activity, 'SOFT_BOUNCE', false),
    complaints: (activity) => timesIn(activity, 'COMPLAINT', false),
    unsubscribes: (activity) => timesIn(activity, 'UNSUBSCRIBE', false),
    machineOpens: (activity) => timesIn(activity, 'OPEN', true),
    machineClicks: (activity) => timesIn(activity, 'CLICK', true),
  },
  EmailAddress: {
    address: ({ facts }) => facts.given,
    status: ({ facts, now }) => emailStatus(facts, now, heldAfter),
    consecutiveHardBounces: ({ facts, now }) => deliverabilityOf(facts.outcomes, heldAfter, now).consecutive,
  },
  EmailConsent: { ...common.consent, address: ({ given }) => given },
  EmailSource: { ...common.source, provider: () => 'SENDGRID' },
  LeafAudience: common.leaf,
  Query: {
    emailSources: common.sources,
    emailTopics: common.topics,
    emailCampaigns: (_root, page, { caller, channel }) => campaignPage(channel, caller.account, page),
    emailCampaign: (_root, { name }, { caller, channel }) => campaignNamed(channel, caller.account, name),
    emailActivity: common.activity,
    emailAudience: common.audience,
  },
  Mutation: {
    emailConsentRecord: (_root, { input }, { caller, channel }) =>
      payloadOf(async () => ({
        consent: await channel.recordConsent(caller.account, consentToRecord(input.address, 'address', input, caller)),
      })),
    emailSourceCreate: (_root, { input }, { caller, channel }) =>
      payloadOf(async () => {
        const { publicKey } = input.secret;
        if (typeof publicKey !== 'string' || sendGridKey(publicKey) === null) {
          throw badInput(
            ['input', 'secret', 'publicKey'],
            'SENDGRID needs "publicKey": the base64 of an SPKI DER key on the curve P-256, as its settings page shows it',
          );
        }
        const secret = JSON.stringify({ publicKey });
        return {
          source: await channel.configure.createSource(caller.account, {
            name: input.name,
            provider: input.provider,
            secret,
          }),
        };
      }),
    emailTopicSet: common.setTopic,
  },
};
