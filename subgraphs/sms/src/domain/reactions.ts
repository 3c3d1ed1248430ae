import {
  type AddressState,
  type ChannelEvent,
  noReaction,
  type Reaction,
  type SuppressionReason,
} from '@ucp/channel/event';
import { type Keyword, type Meaning, meaningOf, readsLikeRevocation } from './keywords.ts';

/** Exactly one confirmation, with no marketing in it. */
const answers: Readonly<Record<Keyword, string>> = {
  STOP: 'You are unsubscribed and will receive no further messages. Reply START to subscribe again.',
  START: 'You are subscribed again. Reply STOP to unsubscribe, HELP for help.',
  HELP: 'Reply STOP to unsubscribe. Message and data rates may apply.',
};

const confirmation = 'You are subscribed. Reply STOP to unsubscribe, HELP for help.';

/** Reasons that are an opt-out of the person: a YES may take back these, and no others. */
const optOuts: ReadonlySet<SuppressionReason> = new Set(['KEYWORD_STOP', 'UNSUBSCRIBE', 'PROVIDER_OPT_OUT']);

/** Meanings that could grant. */
const grants: ReadonlySet<Meaning['kind']> = new Set(['START', 'YES', 'JOIN']);

/** Twilio error codes that mean the number can never receive messages: unknown, landline, not a mobile number. */
const unreachable: ReadonlySet<string> = new Set(['30005', '30006', '21211', '21614']);
/** Twilio refuses as the recipient opted out with Twilio itself. */
const optedOutAtProvider = '21610';

/** What follows from an SMS event: key words and opt-outs take effect in the commit that records them, known or stranger. */
export function reactToSms(event: ChannelEvent, state: AddressState): Reaction {
  if (event.kind === 'FAILED') return reactToFailure(event);
  if (event.kind !== 'REPLY') return noReaction;
  const body = typeof event.details.body === 'string' ? event.details.body : '';
  const atProvider = keywordAtProvider(event);
  const { settings, topics } = state;
  const meaning: Meaning | null =
    atProvider === null
      ? meaningOf(
          body,
          settings,
          topics.map(({ key }) => key),
        )
      : { kind: atProvider };
  // Consent never crosses channels: what came by WhatsApp may end SMS and grants or asks nothing of it.
  if (event.details.way !== undefined && meaning !== null && grants.has(meaning.kind)) return noReaction;
  const reaction = meaning === null ? reactToText(event, body) : reactToWord(meaning, event, body, state);
  // The provider that recognised the word has answered it already.
  return atProvider === null ? reaction : { ...reaction, answer: null };
}

function reactToWord(meaning: Meaning, event: ChannelEvent, body: string, state: AddressState): Reaction {
  switch (meaning.kind) {
    case 'STOP':
      return { ...stopped(event, body, null), answer: answers.STOP };
    case 'START':
      return { ...granted(body, [null]), answer: answers.START };
    case 'HELP':
      return { ...noReaction, answer: state.settings.helpText ?? answers.HELP };
    case 'YES':
      return confirmed(body, state);
    case 'JOIN':
      return joined(meaning.topic, body, state);
    case 'STOP_TOPIC':
      return {
        ...noReaction,
        consents: [entry(meaning.topic, 'WITHDRAWN', body)],
        also: [unsubscribed(event, body)],
        answer: `You are unsubscribed from ${nameOf(meaning.topic, state)}. Reply STOP to end all messages.`,
      };
  }
}

const entry = (topic: string | null, state: 'GRANTED' | 'WITHDRAWN' | 'PENDING', body: string) =>
  ({ topic, state, method: 'KEYWORD', statedText: body, actor: 'contact' }) as const;

const granted = (body: string, topics: readonly (string | null)[]): Reaction => ({
  ...noReaction,
  consents: topics.map((topic) => entry(topic, 'GRANTED', body)),
});

/** Confirms what is asked, each topic by itself and for as long as was asked; without a question it takes back an opt-out, and else it is just a yes. */
function confirmed(body: string, { pending, refused, suppressed }: AddressState): Reaction {
  if (pending.length > 0) {
    const consents = pending.map((asked) => ({ ...entry(asked.topic, 'GRANTED', body), validUntil: asked.grantUntil }));
    return { ...noReaction, consents, answer: confirmation };
  }
  return refused || suppressed.some((reason) => optOuts.has(reason))
    ? { ...granted(body, [null]), answer: answers.START }
    : noReaction;
}

function joined(topic: string, body: string, state: AddressState): Reaction {
  const { topics, validMs } = state.settings.doubleOptIn;
  const name = nameOf(topic, state);
  if (!topics.includes(topic)) {
    return {
      ...granted(body, [topic]),
      answer: `You are subscribed to ${name}. Reply STOP to unsubscribe, HELP for help.`,
    };
  }
  return {
    ...noReaction,
    consents: [{ ...entry(topic, 'PENDING', body), validMs }],
    answer: `Reply YES to confirm that you want messages of ${name}. Reply STOP to unsubscribe, HELP for help.`,
  };
}

const nameOf = (topic: string, { topics }: AddressState): string =>
  topics.find(({ key }) => key === topic)?.name ?? topic;

/** Free text that reads like a revocation stops at once; somebody reads it afterwards. */
function reactToText(event: ChannelEvent, body: string): Reaction {
  return readsLikeRevocation(body)
    ? { ...stopped(event, body, 'the message reads like a revocation'), review: body }
    : noReaction;
}

const unsubscribed = (event: ChannelEvent, body: string) => ({
  kind: 'UNSUBSCRIBE',
  details: { provider: event.details.provider, body },
});

function stopped(event: ChannelEvent, body: string, detail: string | null): Reaction {
  return {
    ...noReaction,
    consents: [entry(null, 'WITHDRAWN', body)],
    suppressions: [{ reason: 'KEYWORD_STOP', detail: detail ?? `“${body.trim().slice(0, 100)}”` }],
    also: [unsubscribed(event, body)],
  };
}

function keywordAtProvider({ details }: ChannelEvent): Keyword | null {
  const { optOutType } = details;
  return optOutType === 'STOP' || optOutType === 'START' || optOutType === 'HELP' ? optOutType : null;
}

function reactToFailure({ details }: ChannelEvent): Reaction {
  const code = String(details.errorCode ?? '');
  if (code === optedOutAtProvider) {
    return { ...noReaction, suppressions: [{ reason: 'PROVIDER_OPT_OUT', detail: `error ${code}` }] };
  }
  return unreachable.has(code)
    ? { ...noReaction, suppressions: [{ reason: 'INVALID', detail: `error ${code}` }] }
    : noReaction;
}
