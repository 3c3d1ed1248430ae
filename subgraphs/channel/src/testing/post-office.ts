import type { LookupOutcome, OutgoingMessage, SenderProvider, SendOutcome } from '../outgoing.ts';
import type { Letter } from './letter-channel.ts';

/** A provider that keeps what it was handed, and fails as it is told to. */
export interface PostOffice {
  readonly provider: SenderProvider<object, Letter>;
  /** What was handed over, in order, as often as it was. */
  readonly taken: OutgoingMessage<Letter>[];
  /** Decides of each call; default: taken. Without `taken` in the answer the letter is not kept. */
  answers: (message: OutgoingMessage<Letter>) => Promise<PostAnswer> | PostAnswer;
  /** Default: as the truth is. */
  lookups: (message: OutgoingMessage<Letter>) => Promise<LookupOutcome> | LookupOutcome;
}

export interface PostAnswer {
  readonly keeps: boolean;
  readonly says: SendOutcome;
}

export const postId = ({ messageNo }: Pick<OutgoingMessage, 'messageNo'>): string => `post-${messageNo}`;

export const takes = (message: OutgoingMessage<Letter>): PostAnswer => ({
  keeps: true,
  says: { is: 'SENT', providerMessageId: postId(message) },
});

export function createPostOffice(): PostOffice {
  const taken: OutgoingMessage<Letter>[] = [];
  const post: PostOffice = {
    taken,
    answers: takes,
    lookups: (message) =>
      taken.some(({ messageNo }) => messageNo === message.messageNo)
        ? { is: 'FOUND', providerMessageId: postId(message) }
        : { is: 'ABSENT' },
    provider: {
      name: 'POST',
      readSettings: (given) => given,
      perSecond: 100,
      open: () => ({
        send: async (message) => {
          const { keeps, says } = await post.answers(message);
          if (keeps) taken.push(message);
          return says;
        },
        lookUp: async (message) => post.lookups(message),
        close: async () => {},
      }),
    },
  };
  return post;
}
