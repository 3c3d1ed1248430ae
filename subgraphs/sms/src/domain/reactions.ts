import { type AddressState, type ChannelEvent, noReaction, type Reaction } from '@ucp/channel/event';
import { type Keyword, keywordOf, readsLikeRevocation } from './keywords.ts';

/** Exactly one confirmation, with no marketing in it. */
const answers: Readonly<Record<Keyword, string>> = {
  STOP: 'You are unsubscribed and will receive no further messages. Reply START to subscribe again.',
  START: 'You are subscribed again. Reply STOP to unsubscribe, HELP for help.',
  HELP: 'Reply STOP to unsubscribe. Message and data rates may apply.',
};

/** Twilio error codes that mean the number can never receive messages: unknown, landline, not a mobile number. */
const unreachable: ReadonlySet<string> = new Set(['30005', '30006', '21211', '21614']);
/** Twilio refuses as the recipient opted out with Twilio itself. */
const optedOutAtProvider = '21610';

/** What follows from an SMS event: key words and opt-outs take effect in the commit that records them, known or stranger. */
export function reactToSms(event: ChannelEvent, state: AddressState): Reaction {
  if (event.kind === 'FAILED') return reactToFailure(event);
  if (event.kind !== 'REPLY') return noReaction;
  const body = typeof event.details.body === 'string' ? event.details.body : '';
  const optedOut = state.consent === 'PENDING' || state.consent === 'WITHDRAWN' || state.suppressed.length > 0;
  const keyword = keywordAtProvider(event) ?? keywordOf(body, optedOut);
  // The provider that recognised the word has answered it already.
  const answer = keyword === null || keywordAtProvider(event) !== null ? null : answers[keyword];
  if (keyword === 'STOP') return { ...stopped(event, body, null), answer };
  if (keyword === 'START') {
    return {
      ...noReaction,
      consents: [{ topic: null, state: 'GRANTED', method: 'KEYWORD', statedText: body, actor: 'contact' }],
      answer,
    };
  }
  if (keyword === 'HELP') return { ...noReaction, answer };
  return readsLikeRevocation(body) ? stopped(event, body, 'the message reads like a revocation') : noReaction;
}

function stopped(event: ChannelEvent, body: string, detail: string | null): Reaction {
  return {
    ...noReaction,
    consents: [{ topic: null, state: 'WITHDRAWN', method: 'KEYWORD', statedText: body, actor: 'contact' }],
    suppressions: [{ reason: 'KEYWORD_STOP', detail: detail ?? `“${body.trim().slice(0, 100)}”` }],
    also: [{ kind: 'UNSUBSCRIBE', details: { provider: event.details.provider, body } }],
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
