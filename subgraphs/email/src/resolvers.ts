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
import { badInput, payloadOf } from '@ucp/kit/errors';
import type { Resolvers } from '@ucp/schema/generated/email.ts';
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
