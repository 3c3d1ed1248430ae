import { channelResolvers } from '@ucp/channel/channel-resolvers';
import { consentToRecord } from '@ucp/channel/consent-input';
import { deliverabilityOf } from '@ucp/channel/domain/deliverability';
import {
  canSend,
  consentHistory,
  consentsAt,
  countOf,
  countOfAll,
  lastEngagedAt,
  preferences,
} from '@ucp/channel/profile-fields';
import { payloadOf } from '@ucp/kit/errors';
import type { EmailProvider, Resolvers } from '@ucp/schema/generated/email.ts';
import { emailStatus } from './domain/status.ts';
import { emailChannel } from './email-channel.ts';

const heldAfter = emailChannel.heldAfter ?? Number.POSITIVE_INFINITY;

const common = channelResolvers(({ addresses, now }) => emailStatus(addresses[0], now, heldAfter));

const providers: readonly EmailProvider[] = ['SENDGRID', 'SES', 'POSTMARK', 'MAILGUN'];

function providerOf(name: string): EmailProvider {
  const provider = providers.find((each) => each === name);
  if (provider === undefined) throw new Error(`${name} is no provider of email`);
  return provider;
}

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
    engagement: async ({ rootNo }, { within, includeMachine }, { load }) => {
      const counts = await load.counts(rootNo, within ?? null);
      return {
        sends: countOfAll(counts, ['SEND']),
        deliveries: countOfAll(counts, ['DELIVERED']),
        opens: includeMachine ? countOfAll(counts, ['OPEN']) : countOf(counts, ['OPEN']),
        clicks: includeMachine ? countOfAll(counts, ['CLICK']) : countOf(counts, ['CLICK']),
        bounces: countOfAll(counts, ['HARD_BOUNCE', 'SOFT_BOUNCE']),
        complaints: countOfAll(counts, ['COMPLAINT']),
        unsubscribes: countOfAll(counts, ['UNSUBSCRIBE']),
        machineOpens: countOf(counts, ['OPEN'], true),
        machineClicks: countOf(counts, ['CLICK'], true),
        lastEngagedAt: lastEngagedAt(emailChannel, counts),
      };
    },
    lastEngagedAt: async ({ rootNo }, _args, { load }) => lastEngagedAt(emailChannel, await load.counts(rootNo, null)),
  },
  EmailAddress: {
    address: ({ facts }) => facts.given,
    status: ({ facts, now }) => emailStatus(facts, now, heldAfter),
    consecutiveHardBounces: ({ facts, now }) => deliverabilityOf(facts.outcomes, heldAfter, now).consecutive,
  },
  EmailConsent: { ...common.consent, address: ({ given }) => given },
  EmailSource: { ...common.source, provider: ({ provider }) => providerOf(provider) },
  SourceCounts: common.sourceCounts,
  LeafAudience: common.leaf,
  Query: {
    emailSources: common.sources,
    emailTopics: common.topics,
    emailActivity: common.activity,
    emailAudience: common.audience,
  },
  Mutation: {
    emailConsentRecord: (_root, { input }, { caller, channel }) =>
      payloadOf(async () => ({
        consent: await channel.recordConsent(caller.account, consentToRecord(input.address, 'address', input, caller)),
      })),
    emailSourceCreate: common.createSource,
    emailSourceRotate: common.rotateSource,
    emailSourceRetireSecret: common.retireSecret,
    emailSourceArchive: common.archiveSource,
    emailTopicSet: common.setTopic,
  },
};
