import { channelResolvers } from '@ucp/channel/channel-resolvers';
import { consentToRecord } from '@ucp/channel/consent-input';
import { consentResolvers, reviewResolvers } from '@ucp/channel/consent-resolvers';
import { detailOf, timesOf } from '@ucp/channel/domain/message';
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
import type { Resolvers } from '@ucp/schema/generated/sms.ts';
import { isInbound, smsMessageStatus } from './domain/conversation.ts';
import { isBuiltIn, plainWord } from './domain/keywords.ts';
import { smsStatus } from './domain/status.ts';
import { smsChannel } from './sms-channel.ts';

const common = channelResolvers(({ addresses, now }) => smsStatus(addresses[0], now));
const consent = consentResolvers('number', { plain: plainWord, isBuiltIn });

export const resolvers: Resolvers = {
  ...common.scalars,
  Contact: { __resolveReference: common.reference, sms: common.profile },
  SmsProfile: {
    channel: () => smsChannel.name,
    number: ({ addresses }) => addresses[0].value,
    status: ({ addresses, now }) => smsStatus(addresses[0], now),
    numbers: ({ addresses, now }) => addresses.map((facts) => ({ facts, now })),
    canSend,
    consents: (facts, { at }) => consentsAt(facts, at),
    consentHistory: (facts, page) => consentHistory(facts, page),
    preferences,
    preferencesUrl: preferenceResolvers.preferencesUrl,
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
    conversation: ({ rootNo }, page, { load }) => messagePage('conversation', rootNo, page, load),
    sends: sendResolvers.profileSends,
  },
  SmsSender: sendResolvers.sender,
  SmsTemplate: sendResolvers.template,
  SmsSend: sendResolvers.send,
  SmsOutboxMessage: sendResolvers.outboxMessage,
  SmsMessage: {
    id: ({ messageId }) => messageId,
    direction: ({ facts }) => (isInbound(facts) ? 'INBOUND' : 'OUTBOUND'),
    number: ({ given }) => given,
    body: ({ facts }) => detailOf(facts, 'body'),
    at: ({ firstAt }) => firstAt,
    status: ({ facts }) => smsMessageStatus(facts),
    errorCode: ({ facts }) => detailOf(facts, 'errorCode'),
    clicks: ({ facts }) => timesOf(facts, 'CLICK', false),
  },
  SmsNumber: {
    number: ({ facts }) => facts.value,
    status: ({ facts, now }) => smsStatus(facts, now),
  },
  SmsConsent: { ...common.consent, number: ({ address }) => address },
  SmsSource: { ...common.source, provider: () => 'TWILIO' },
  SourceCounts: common.sourceCounts,
  LeafAudience: common.leaf,
  SmsRevocationReview: { id: reviewResolvers.id, number: ({ value }) => value },
  Query: {
    smsSettings: consent.settings,
    smsRevocationReviews: reviewResolvers.waiting,
    smsSources: common.sources,
    smsTopics: common.topics,
    smsActivity: common.activity,
    smsAudience: common.audience,
    smsLastEngaged: common.lastEngaged,
    smsPreferences: preferenceResolvers.read,
    smsConsentQuestion: preferenceResolvers.question,
    smsSenders: sendResolvers.query.senders,
    smsTemplates: sendResolvers.query.templates,
    smsTemplate: sendResolvers.query.template,
    smsTemplatePreview: sendResolvers.query.preview,
    smsSend: sendResolvers.query.send,
    smsSends: sendResolvers.query.sends,
    smsTimeZones: common.timeZones,
    smsSendProblems: sendResolvers.query.sendProblems,
    smsOutbox: sendResolvers.query.outbox,
    smsCampaignProgress: sendResolvers.query.campaignProgress,
  },
  Mutation: {
    smsConsentRecord: (_root, { input }, { caller, channel }) =>
      payloadOf(() => channel.recordConsent(caller.account, consentToRecord(input.number, 'number', input, caller))),
    smsSettingsUpdate: consent.updateSettings,
    smsSuppressionAdd: consent.suppress,
    smsSuppressionEnd: consent.release,
    smsTimeZoneSet: consent.setTimeZone,
    smsRevocationReviewDecide: reviewResolvers.decide,
    smsSourceCreate: common.createSource,
    smsSourceRotate: common.rotateSource,
    smsSourceRetireSecret: common.retireSecret,
    smsSourceArchive: common.archiveSource,
    smsTopicSet: common.setTopic,
    smsPreferencesSet: preferenceResolvers.set,
    smsConsentConfirm: preferenceResolvers.confirm,
    smsSend: sendResolvers.mutation.send,
    smsSendEach: sendResolvers.mutation.sendEach,
    smsSendCancel: sendResolvers.mutation.cancel,
    smsSendReviewDecide: sendResolvers.mutation.decideReview,
    smsTemplateSet: sendResolvers.mutation.setTemplate,
    smsSenderCreate: sendResolvers.mutation.createSender,
    smsSenderUpdate: sendResolvers.mutation.updateSender,
    smsSenderArchive: sendResolvers.mutation.archiveSender,
    smsCampaignBegin: sendResolvers.mutation.beginCampaign,
    smsCampaignPause: sendResolvers.mutation.pauseCampaign,
    smsCampaignResume: sendResolvers.mutation.resumeCampaign,
    smsCampaignCancel: sendResolvers.mutation.cancelCampaign,
  },
};
