import type { ConfirmationEvidence } from './actions/confirm-consent.ts';
import type { ChoiceEvidence, StatedChoice } from './actions/preference-entries.ts';
import type { PreferencesOf } from './actions/set-preferences.ts';
import type { ChannelContext } from './channel-resolvers.ts';
import type { ContactFacts } from './domain/facts.ts';
import { topicNoOf } from './store/topics.ts';

type Given<Value> = Value | null | undefined;

interface ConfirmArguments {
  readonly token: string;
  readonly statedText: string;
  readonly statedTextVersion: string;
  readonly ip?: Given<string>;
  readonly userAgent?: Given<string>;
}

/** Whole addresses of our pages; null where the caller came by none, as parts among themselves do. */
const absolute = (origin: string | null, path: string): string | null => (origin === null ? null : `${origin}${path}`);

/** Fields behind the pages on which people see and change what they receive; every channel answers them alike. */
export const preferenceResolvers = {
  read: (_root: object, { of }: { readonly of: PreferencesOf }, { caller, channel }: ChannelContext) =>
    channel.preferences.read(caller.account, of),
  set: (
    _root: object,
    args: { readonly of: PreferencesOf; readonly choices: readonly StatedChoice[]; readonly evidence: ChoiceEvidence },
    { caller, channel }: ChannelContext,
  ) => channel.preferences.set(caller.account, args.of, args.choices, args.evidence),
  /** The token says of which account it is. */
  question: (_root: object, { token }: { readonly token: string }, { channel }: ChannelContext) =>
    channel.confirmations.question(token),
  confirm: (_root: object, { token, ...given }: ConfirmArguments, { channel }: ChannelContext) => {
    const { statedText, statedTextVersion, ip = null, userAgent = null } = given;
    const evidence: ConfirmationEvidence = { statedText, statedTextVersion, ip, userAgent };
    return channel.confirmations.confirm(token, evidence);
  },
  /** @throws CodedError NOT_FOUND for an unknown topic */
  unsubscribeUrl: (
    { addresses, topics }: ContactFacts,
    { topic = null, messageId = null }: { readonly topic?: Given<string>; readonly messageId?: Given<string> },
    { caller, channel }: ChannelContext,
  ) => {
    topicNoOf(topics, topic, ['topic']);
    const { addressNo } = addresses[0];
    const link = { account: caller.account, channel: channel.kind.name, addressNo, topic, messageId };
    return absolute(caller.origin, channel.links.unsubscribePath(link));
  },
  preferencesUrl: ({ addresses, now }: ContactFacts, _args: object, { caller, channel }: ChannelContext) => {
    const of = { channel: channel.kind.name, addressNo: addresses[0].addressNo };
    return absolute(caller.origin, channel.links.preferencesPath(caller.account, of, now));
  },
};
