import { z } from 'zod';

const topic = z.object({ key: z.string(), name: z.string() });
export const channelState = z.object({
  title: z.string(),
  contactId: z.string().nullable(),
  address: z.string(),
  subscribed: z.boolean(),
  topics: z.array(z.object({ topic, subscribed: z.boolean() })),
  suppressed: z.boolean(),
  asked: z.boolean(),
  askedTopics: z.array(z.string()),
});
export const question = z.object({
  account: z.number(),
  title: z.string(),
  address: z.string(),
  topic: topic.nullable(),
  state: z.enum(['OPEN', 'CONFIRMED', 'OVER']),
});

/** One channel of a person, as the page shows it. */
export interface ChannelState extends z.output<typeof channelState> {
  readonly part: string;
}

export type Question = z.output<typeof question> & { readonly accountName: string };

export interface Person {
  readonly accountName: string;
  /** Channels on which there is an address. */
  readonly channels: readonly ChannelState[];
  /** Names of channels that cannot answer at the moment. */
  readonly unavailable: readonly string[];
}

export interface Unsubscription {
  /** Null while identity, which knows it, cannot answer: whoever leaves does not wait for a name. */
  readonly accountName: string | null;
  readonly title: string;
  readonly address: string;
  /** Name of the topic; null: everything on the channel. */
  readonly topic: string | null;
}

export interface Choice {
  readonly topic: string | null;
  readonly subscribed: boolean;
  readonly statedText: string;
}

/** Where a request of a person comes from, as far as it tells. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string | null;
}
