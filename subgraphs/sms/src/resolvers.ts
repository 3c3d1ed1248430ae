import { webhookPath } from '@ucp/channel/actions/configure';
import { activityOf } from '@ucp/channel/activity-field';
import { audienceOf } from '@ucp/channel/audience-field';
import { consentToRecord } from '@ucp/channel/consent-input';
import {
  canSend,
  consentHistory,
  consentsAt,
  countOf,
  countOfAll,
  evidenceOf,
  lastEngagedAt,
  preferences,
} from '@ucp/channel/profile-fields';
import { badInput, payloadOf } from '@ucp/kit/errors';
import { contactNoOf, recordId } from '@ucp/kit/ids';
import { leafResolvers } from '@ucp/kit/leaf';
import { commonScalars } from '@ucp/kit/scalars';
import type { Resolvers } from '@ucp/schema/generated/sms.ts';
import { smsStatus } from './domain/status.ts';
import { smsChannel } from './sms-channel.ts';

export const resolvers: Resolvers = {
  ...commonScalars,
  Contact: {
    __resolveReference: ({ id }) => ({ id }),
    sms: async ({ id }, _args, { caller, load }) => {
      const contactNo = id === undefined ? null : contactNoOf(caller.account, id);
      return contactNo === null ? null : load.facts.load(contactNo);
    },
  },
  SmsProfile: {
    channel: () => smsChannel.name,
    number: ({ addresses }) => addresses[0].value,
    status: ({ addresses, now }) => smsStatus(addresses[0], now),
    numbers: ({ addresses, now }) => addresses.map((facts) => ({ facts, now })),
    canSend: (facts, args) => canSend(smsChannel, facts, args),
    consents: (facts, { at }) => consentsAt(facts, at),
    consentHistory: (facts, page) => consentHistory(facts, page),
    preferences,
    engagement: async ({ rootNo }, { within }, { load }) => {
      const counts = await load.counts(rootNo, within ?? null);
      return {
        sends: countOfAll(counts, ['SEND']),
        deliveries: countOfAll(counts, ['DELIVERED']),
        failures: countOfAll(counts, ['FAILED']),
        clicks: countOf(counts, ['CLICK']),
        replies: countOf(counts, ['REPLY']),
        unsubscribes: countOfAll(counts, ['UNSUBSCRIBE']),
        lastEngagedAt: lastEngagedAt(smsChannel, counts),
      };
    },
    lastEngagedAt: async ({ rootNo }, _args, { load }) => lastEngagedAt(smsChannel, await load.counts(rootNo, null)),
  },
  SmsNumber: {
    number: ({ facts }) => facts.value,
    status: ({ facts, now }) => smsStatus(facts, now),
  },
  SmsConsent: {
    number: ({ address }) => address,
    topic: ({ topic }) => topic,
    state: ({ entry }) => entry.state,
    since: ({ entry }) => entry.occurredAt,
    method: ({ entry }) => entry.method,
    evidence: evidenceOf,
    validUntil: ({ entry }) => entry.validUntil,
  },
  SmsSource: {
    id: ({ sourceNo }, _args, { caller }) => recordId('src_sms', caller.account, sourceNo),
    provider: () => 'TWILIO',
    webhookPath: (source, _args, { caller, channel }) => webhookPath(channel.kind, caller.account, source),
  },
  LeafAudience: leafResolvers,
  Query: {
    smsAudience: (_root, { predicates, contactIds }, { caller, channel }) =>
      audienceOf(channel, caller.account, predicates, contactIds, ({ addresses, now }) => smsStatus(addresses[0], now)),
    smsSources: (_root, _args, { caller, channel }) => channel.sourcesOf(caller.account),
    smsTopics: (_root, _args, { caller, channel }) => channel.topicsOf(caller.account),
    smsActivity: (_root, args, { caller, channel }) => activityOf(channel, caller.account, args),
  },
  Mutation: {
    smsConsentRecord: (_root, { input }, { caller, channel }) =>
      payloadOf(async () => ({
        consent: await channel.recordConsent(caller.account, consentToRecord(input.number, 'number', input, caller)),
      })),
    smsSourceCreate: (_root, { input }, { caller, channel }) =>
      payloadOf(async () => {
        const { authToken } = input.secret;
        if (typeof authToken !== 'string' || authToken.trim() === '') {
          throw badInput(
            ['input', 'secret', 'authToken'],
            'TWILIO needs "authToken": the auth token of the account, which signs its webhooks',
          );
        }
        const secret = JSON.stringify({ authToken });
        return {
          source: await channel.configure.createSource(caller.account, {
            name: input.name,
            provider: input.provider,
            secret,
          }),
        };
      }),
    smsTopicSet: (_root, { key, name }, { caller, channel }) =>
      payloadOf(async () => ({ topic: await channel.configure.setTopic(caller.account, key, name) })),
  },
};
