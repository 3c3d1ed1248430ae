import { badInput } from '@ucp/kit/errors';
import { type ChannelKind, nowhere } from '../channel-kind.ts';
import { presets } from '../domain/settings.ts';
import { noReaction } from '../event.ts';
import type { ContentKind } from '../outgoing.ts';

/** Letters to houses, as a channel that sends would be written by somebody outside. */
export const letterChannel: ChannelKind = {
  name: 'LETTER',
  title: 'Letters',
  identifierKind: 'LETTER',
  normalise: (text) =>
    text.trim() === ''
      ? { refused: 'An address is a house' }
      : { value: text.trim().toLowerCase(), given: text.trim() },
  kinds: ['SEND', 'DELIVERED', 'REPLY', 'QUEUED', 'SKIPPED', 'REFUSED'],
  engaged: ['REPLY'],
  answers: ['REPLY'],
  reactsTo: ['REPLY'],
  react: ({ details }) =>
    details.body === 'STOP'
      ? {
          ...noReaction,
          consents: [{ topic: null, state: 'WITHDRAWN', method: 'KEYWORD', statedText: 'STOP', actor: 'contact' }],
          suppressions: [{ reason: 'KEYWORD_STOP', detail: null }],
        }
      : noReaction,
  summarise: (kind) => kind,
  presets,
  placeOf: () => nowhere,
  clicks: null,
  assignsByMessage: true,
};

export interface Letter {
  readonly to: string;
  readonly text: string;
}

/** `{name}` is merged, and `link:word` is a link of the letter's own. */
export const letterContent: ContentKind<{ readonly text: string }, Letter> = {
  readParts: ({ text }, field) => {
    if (typeof text !== 'string') throw badInput([...field, 'text'], 'A letter has a text');
    return { text };
  },
  fieldsOf: ({ text }) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort(),
  write: (parts, whenMissing, { to, view, messageNo }) => {
    const missing = letterContent.fieldsOf(parts).filter((name) => view[name] === undefined);
    if (missing.length > 0 && whenMissing === 'FAIL') return { missing };
    return {
      content: { to, text: parts.text.replaceAll(/\{(\w+)\}/g, (_, name) => String(view[name] ?? '')) },
      links: [...parts.text.matchAll(/link:(\w+)/g)].map(([, word = '']) => ({
        code: `${word}${messageNo}`,
        url: `https://letters.test/${word}`,
      })),
    };
  },
  detailsOf: ({ text }) => ({ text }),
};
