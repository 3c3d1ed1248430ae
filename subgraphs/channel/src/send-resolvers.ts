import { serviceScope } from '@ucp/kit/caller';
import { CodedError, isUserErrorCode, payloadOf } from '@ucp/kit/errors';
import { contactId } from '@ucp/kit/ids';
import type { PageArguments } from '@ucp/kit/page';
import type { CampaignInput } from './actions/campaign-sends.ts';
import type { SenderInput, SenderUpdateInput } from './actions/configure-senders.ts';
import { messageId, messageNoOf, senderId } from './actions/message-ids.ts';
import type { SendInput } from './actions/resolve-send.ts';
import type { TemplateInput } from './actions/set-template.ts';
import type { Channel } from './channel.ts';
import type { ChannelContext } from './channel-resolvers.ts';
import type { ContactFacts } from './domain/facts.ts';
import type { SendReviewDecision } from './domain/send-state.ts';
import type { PreviewInput } from './sending/preview.ts';
import type { Sending } from './sending/sending.ts';
import { contactSendPage, outboxPage, sendPage } from './sends-field.ts';
import type { ContentRow } from './store/contents.ts';
import type { MessageRow } from './store/messages.ts';
import type { OutboxRow } from './store/outbox.ts';
import type { SenderRow } from './store/senders.ts';

/** @throws Error for a channel that was made without: its graph names what it cannot do */
function sendingOf({ sending, kind }: Channel): Sending {
  if (sending === null) throw new Error(`${kind.name} has no way to send`);
  return sending;
}

type Id = { readonly id: string };
type Key = { readonly key: string };
type With<Input> = { readonly input: Input };
type WithMany<Input> = { readonly inputs: readonly Input[] };

/** The payload of one of many inputs: its errors name it by its place. */
const refused = ({ code, message, field }: CodedError, place: number) => ({
  send: null,
  userErrors: [
    {
      code: isUserErrorCode(code) ? code : ('BAD_USER_INPUT' as const),
      message,
      field: ['inputs', String(place), ...(field?.slice(1) ?? [])],
    },
  ],
});

/** Fields about messages that were asked for, which every channel that sends answers alike. */
export const sendResolvers = {
  sender: {
    id: ({ senderNo }: SenderRow, _args: object, { caller, channel }: ChannelContext) =>
      senderId(channel.kind, caller.account, senderNo),
  },
  template: {
    key: ({ key }: ContentRow) => key ?? '',
    content: ({ parts }: ContentRow) => parts,
    fields: ({ parts }: ContentRow, _args: object, { channel }: ChannelContext) => [
      ...sendingOf(channel).fieldsOf(parts),
    ],
  },
  send: {
    id: ({ messageNo }: MessageRow, _args: object, { caller, channel }: ChannelContext) =>
      messageId(channel.kind, caller.account, messageNo),
    contact: ({ contactNo }: MessageRow, _args: object, { caller }: ChannelContext) => ({
      id: contactId(caller.account, contactNo),
    }),
    dueAt: ({ state, dueAt }: MessageRow) => (state === 'QUEUED' ? dueAt : null),
    address: ({ given }: MessageRow) => given,
    template: ({ templateKey, templateVersion }: MessageRow) =>
      templateKey === null ? null : { key: templateKey, version: templateVersion },
    topic: ({ topicNo }: MessageRow, _args: object, { load }: ChannelContext) => load.topic(topicNo),
    campaign: ({ campaignName }: MessageRow) => campaignName,
    message: ({ addressNo, providerMessageId: id }: MessageRow, _args: object, { load }: ChannelContext) =>
      addressNo === null || id === null ? null : load.sentMessage.load({ addressNo, messageId: id }),
  },
  outboxMessage: {
    send: async ({ messageNo }: OutboxRow, _args: object, { load }: ChannelContext) => {
      const send = await load.send.load(messageNo);
      if (send === null) throw new Error(`message ${messageNo} of the outbox is gone`);
      return send;
    },
  },
  profileSends: ({ rootNo }: ContactFacts, page: PageArguments, { channel, load }: ChannelContext) =>
    contactSendPage(channel, rootNo, page, load),
  query: {
    senders: (_root: object, { archived }: { readonly archived: boolean }, { caller, channel }: ChannelContext) =>
      sendingOf(channel).senders.list(caller.account, archived),
    templates: (_root: object, _args: object, { caller, channel }: ChannelContext) =>
      sendingOf(channel).templates.list(caller.account),
    template: (
      _root: object,
      { key, version }: Key & { readonly version?: number | null | undefined },
      { caller, channel }: ChannelContext,
    ) => sendingOf(channel).templates.byKey(caller.account, key, version ?? null),
    preview: (_root: object, input: PreviewInput, { caller, channel }: ChannelContext) =>
      sendingOf(channel).preview(caller.account, input),
    send: (_root: object, { id }: Id, { caller, channel, load }: ChannelContext) => {
      const no = messageNoOf(channel.kind, caller.account, id);
      return no === null ? null : load.send.load(no);
    },
    sends: (_root: object, args: Parameters<typeof sendPage>[2], { caller, channel }: ChannelContext) =>
      sendPage(channel, caller.account, args),
    sendProblems: (_root: object, { inputs }: WithMany<SendInput>, { caller, channel }: ChannelContext) =>
      sendingOf(channel).ask.problems(caller.account, inputs),
    outbox: (_root: object, page: PageArguments, { caller, channel }: ChannelContext) =>
      outboxPage(channel, caller.account, page),
    campaignProgress: (
      _root: object,
      { keys }: { readonly keys: readonly string[] },
      { caller, channel }: ChannelContext,
    ) => sendingOf(channel).campaigns.progress(caller.account, keys),
  },
  mutation: {
    send: (_root: object, { input }: With<SendInput>, { caller, channel }: ChannelContext) =>
      payloadOf(async () => ({ send: await sendingOf(channel).ask.one(caller.account, input, caller.actor) })),
    sendEach: async (_root: object, { inputs }: WithMany<SendInput>, { caller, channel }: ChannelContext) => {
      const isPart = caller.scopes.includes(serviceScope);
      const answers = await sendingOf(channel).ask.each(caller.account, inputs, caller.actor, isPart);
      return answers.map((answer, i) =>
        answer instanceof CodedError ? refused(answer, i) : { send: answer, userErrors: [] },
      );
    },
    cancel: (_root: object, { id }: Id, { caller, channel }: ChannelContext) =>
      payloadOf(async () => ({ send: await sendingOf(channel).messages.cancel(caller.account, id) })),
    decideReview: (
      _root: object,
      { id, decision }: Id & { readonly decision: SendReviewDecision },
      { caller, channel }: ChannelContext,
    ) =>
      payloadOf(async () => ({ send: await sendingOf(channel).messages.decideReview(caller.account, id, decision) })),
    setTemplate: (_root: object, { input }: With<TemplateInput>, { caller, channel }: ChannelContext) =>
      payloadOf(async () => ({
        template: await sendingOf(channel).templates.set(caller.account, input, caller.actor),
      })),
    createSender: (_root: object, { input }: With<SenderInput>, { caller, channel }: ChannelContext) =>
      payloadOf(async () => ({ sender: await sendingOf(channel).senders.create(caller.account, input) })),
    updateSender: (_root: object, { input }: With<SenderUpdateInput>, { caller, channel }: ChannelContext) =>
      payloadOf(async () => ({ sender: await sendingOf(channel).senders.update(caller.account, input) })),
    archiveSender: (_root: object, { id }: Id, { caller, channel }: ChannelContext) =>
      payloadOf(async () => ({ sender: await sendingOf(channel).senders.archive(caller.account, id) })),
    beginCampaign: (_root: object, { input }: With<CampaignInput>, { caller, channel }: ChannelContext) =>
      payloadOf(async () => ({
        progress: await sendingOf(channel).campaigns.begin(caller.account, input, caller.actor),
      })),
    pauseCampaign: (_root: object, { key }: Key, { caller, channel }: ChannelContext) =>
      payloadOf(async () => ({ progress: await sendingOf(channel).campaigns.pause(caller.account, key) })),
    resumeCampaign: (_root: object, { key }: Key, { caller, channel }: ChannelContext) =>
      payloadOf(async () => ({ progress: await sendingOf(channel).campaigns.resume(caller.account, key) })),
    cancelCampaign: (_root: object, { key }: Key, { caller, channel }: ChannelContext) =>
      payloadOf(async () => ({ progress: await sendingOf(channel).campaigns.cancel(caller.account, key) })),
  },
};
