import { addressesIn, campaignNamed, campaignPage, timesIn } from '@ucp/channel/campaigns-field';
import { channelResolvers } from '@ucp/channel/channel-resolvers';
import { consentToRecord } from '@ucp/channel/consent-input';
import { consentResolvers } from '@ucp/channel/consent-resolvers';
import { outcomesAfterRelease } from '@ucp/channel/domain/address-status';
import { deliverabilityOf } from '@ucp/channel/domain/deliverability';
import { detailOf, firstOf, linksOf, timesOf } from '@ucp/channel/domain/message';
import { messagePage } from '@ucp/channel/messages-field';
import { preferenceResolvers } from '@ucp/channel/preference-resolvers';
import {
  canSend,
  consentHistory,
  consentsAt,
  countOf,
  countOfAll,
  lastEngagedAt,
  preferences,
} from '@ucp/channel/profile-fields';
import { sendResolvers } from '@ucp/channel/send-resolvers';
import { payloadOf } from '@ucp/kit/errors';
import type { EmailProvider, Resolvers } from '@ucp/schema/generated/email.ts';
import { bounceOf, emailMessageStatus } from './domain/message.ts';
import { emailStatus } from './domain/status.ts';
import { emailChannel } from './email-channel.ts';

const common = channelResolvers(({ addresses, settings, now }) => emailStatus(addresses[0], settings, now));
const consent = consentResolvers('address', null);

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
    status: ({ addresses, settings, now }) => emailStatus(addresses[0], settings, now),
    addresses: ({ addresses, settings, now }) => addresses.map((facts) => ({ facts, settings, now })),
    canSend,
    consents: (facts, { at }) => consentsAt(facts, at),
    consentHistory: (facts, page) => consentHistory(facts, page),
    preferences,
    unsubscribeUrl: preferenceResolvers.unsubscribeUrl,
    preferencesUrl: preferenceResolvers.preferencesUrl,
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
    messages: ({ rootNo }, page, { load }) => messagePage('emailMessages', rootNo, page, load),
    sends: sendResolvers.profileSends,
  },
  EmailSender: sendResolvers.sender,
  EmailTemplate: sendResolvers.template,
  EmailSend: sendResolvers.send,
  EmailOutboxMessage: sendResolvers.outboxMessage,
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
    status: ({ facts, settings, now }) => emailStatus(facts, settings, now),
    consecutiveHardBounces: ({ facts, now }) =>
      deliverabilityOf(outcomesAfterRelease(facts.outcomes, facts.statuses, now), Number.POSITIVE_INFINITY, now)
        .consecutive,
  },
  EmailConsent: { ...common.consent, address: ({ given }) => given },
  EmailSource: { ...common.source, provider: ({ provider }) => providerOf(provider) },
  SourceCounts: common.sourceCounts,
  LeafAudience: common.leaf,
  Query: {
    emailSettings: consent.settings,
    emailSources: common.sources,
    emailTopics: common.topics,
    emailCampaigns: (_root, page, { caller, channel }) => campaignPage(channel, caller.account, page),
    emailCampaign: (_root, { name }, { caller, channel }) => campaignNamed(channel, caller.account, name),
    emailActivity: common.activity,
    emailAudience: common.audience,
    emailLastEngaged: common.lastEngaged,
    emailPreferences: preferenceResolvers.read,
    emailConsentQuestion: preferenceResolvers.question,
    emailSenders: sendResolvers.query.senders,
    emailTemplates: sendResolvers.query.templates,
    emailTemplate: sendResolvers.query.template,
    emailTemplatePreview: sendResolvers.query.preview,
    emailSend: sendResolvers.query.send,
    emailSends: sendResolvers.query.sends,
    emailTimeZones: common.timeZones,
    emailSendProblems: sendResolvers.query.sendProblems,
    emailOutbox: sendResolvers.query.outbox,
    emailCampaignProgress: sendResolvers.query.campaignProgress,
  },
  Mutation: {
    emailConsentRecord: (_root, { input }, { caller, channel }) =>
      payloadOf(() => channel.recordConsent(caller.account, consentToRecord(input.address, 'address', input, caller))),
    emailSettingsUpdate: consent.updateSettings,
    emailSuppressionAdd: consent.suppress,
    emailSuppressionEnd: consent.release,
    emailTimeZoneSet: consent.setTimeZone,
    emailStatusChange: (_root, { input: { address, status, reason } }, { caller, channel }) =>
      payloadOf(async () => {
        const by = { reason, actor: caller.actor };
        return { address: await channel.status.one(caller.account, address, 'address', status, by) };
      }),
    emailStatusChangeBulk: (_root, { input: { addresses, status, reason } }, { caller, channel }) =>
      payloadOf(async () => {
        const by = { reason, actor: caller.actor };
        const outcomes = await channel.status.many(caller.account, addresses, status, by);
        return {
          outcomes: outcomes.map(({ error, ...outcome }, i) => ({
            ...outcome,
            error: error === null ? null : { ...error, field: ['input', 'addresses', String(i)] },
          })),
        };
      }),
    emailSourceCreate: common.createSource,
    emailSourceRotate: common.rotateSource,
    emailSourceRetireSecret: common.retireSecret,
    emailSourceArchive: common.archiveSource,
    emailTopicSet: common.setTopic,
    emailPreferencesSet: preferenceResolvers.set,
    emailConsentConfirm: preferenceResolvers.confirm,
    emailSend: sendResolvers.mutation.send,
    emailSendEach: sendResolvers.mutation.sendEach,
    emailSendCancel: sendResolvers.mutation.cancel,
    emailSendReviewDecide: sendResolvers.mutation.decideReview,
    emailTemplateSet: sendResolvers.mutation.setTemplate,
    emailSenderCreate: sendResolvers.mutation.createSender,
    emailSenderUpdate: sendResolvers.mutation.updateSender,
    emailSenderArchive: sendResolvers.mutation.archiveSender,
    emailCampaignBegin: sendResolvers.mutation.beginCampaign,
    emailCampaignPause: sendResolvers.mutation.pauseCampaign,
    emailCampaignResume: sendResolvers.mutation.resumeCampaign,
    emailCampaignCancel: sendResolvers.mutation.cancelCampaign,
  },
};
