import { webhookPath } from '@ucp/channel/actions/configure';
import { activityOf } from '@ucp/channel/activity-field';
import { audienceOf } from '@ucp/channel/audience-field';
import { consentToRecord } from '@ucp/channel/consent-input';
import { deliverabilityOf } from '@ucp/channel/domain/deliverability';
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
import type { Resolvers } from '@ucp/schema/generated/email.ts';
import { emailStatus } from './domain/status.ts';
import { emailChannel } from './email-channel.ts';
import { sendGridKey } from './ingest/sendgrid-signature.ts';

const heldAfter = emailChannel.heldAfter ?? Number.POSITIVE_INFINITY;

export const resolvers: Resolvers = {
  ...commonScalars,
  Contact: {
    __resolveReference: ({ id }) => ({ id }),
    email: async ({ id }, _args, { caller, load }) => {
      const contactNo = id === undefined ? null : contactNoOf(caller.account, id);
      return contactNo === null ? null : load.facts.load(contactNo);
    },
  },
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
  EmailConsent: {
    address: ({ given }) => given,
    topic: ({ topic }) => topic,
    state: ({ entry }) => entry.state,
    since: ({ entry }) => entry.occurredAt,
    method: ({ entry }) => entry.method,
    evidence: evidenceOf,
    validUntil: ({ entry }) => entry.validUntil,
  },
  EmailSource: {
    id: ({ sourceNo }, _args, { caller }) => recordId('src_email', caller.account, sourceNo),
    provider: () => 'SENDGRID',
    webhookPath: (source, _args, { caller, channel }) => webhookPath(channel.kind, caller.account, source),
  },
  LeafAudience: leafResolvers,
  Query: {
    emailAudience: (_root, { predicates, contactIds }, { caller, channel }) =>
      audienceOf(channel, caller.account, predicates, contactIds, ({ addresses, now }) =>
        emailStatus(addresses[0], now, heldAfter),
      ),
    emailSources: (_root, _args, { caller, channel }) => channel.sourcesOf(caller.account),
    emailTopics: (_root, _args, { caller, channel }) => channel.topicsOf(caller.account),
    emailActivity: (_root, args, { caller, channel }) => activityOf(channel, caller.account, args),
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
    emailTopicSet: (_root, { key, name }, { caller, channel }) =>
      payloadOf(async () => ({ topic: await channel.configure.setTopic(caller.account, key, name) })),
  },
};
