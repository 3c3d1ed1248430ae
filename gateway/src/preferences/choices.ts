import type { ChannelState, Choice, Person } from './person.ts';

/** One box of the page: a topic of a channel, or all else on the channel. */
export interface Box {
  /** Name of the box in the form. */
  readonly value: string;
  /** Key of the topic; null: what belongs to no topic. */
  readonly topic: string | null;
  readonly label: string;
  readonly ticked: boolean;
  /** An opt-in that the person has yet to confirm. */
  readonly asked: boolean;
}

const general = ({ topics }: ChannelState): string =>
  topics.length === 0 ? 'Messages from us' : 'Messages on anything else';

/** The boxes of one channel, topics by their names first. */
export function boxesOf(channel: ChannelState): Box[] {
  const topics = channel.topics.map(({ topic, subscribed }) => ({
    value: `${channel.part}:${topic.key}`,
    topic: topic.key,
    label: topic.name,
    ticked: subscribed,
    asked: channel.askedTopics.includes(topic.key),
  }));
  const { subscribed: ticked, asked } = channel;
  const rest = { value: `${channel.part}:`, topic: null, label: general(channel), ticked, asked };
  return [...topics.sort((a, b) => a.label.localeCompare(b.label, 'en')), rest];
}

export const intro = (accountName: string): string => `Choose what ${accountName} may send you.`;
export const endOfAll = (accountName: string): string =>
  `Unsubscribe from everything: ${accountName} sends you nothing more on any of these channels.`;

/** What a form says of each channel that it would change; what was not on the page the person saw is left alone. */
export function choicesOfForm(
  { accountName, channels }: Person,
  shown: readonly string[],
  ticked: readonly string[],
): Map<string, Choice[]> {
  const changed = channels.flatMap((channel) => {
    const boxes = boxesOf(channel).filter(({ value }) => shown.includes(value));
    if (boxes.every((box) => ticked.includes(box.value) === box.ticked)) return [];
    const choices = boxes.map(({ value, topic, label }) => ({
      topic,
      subscribed: ticked.includes(value),
      statedText: `${intro(accountName)} ${channel.title}, ${channel.address}: ${label}`,
    }));
    return [[channel.part, choices] as const];
  });
  return new Map(changed);
}

/** The end of everything, on every channel of the page. */
export const nothingMore = ({ accountName, channels }: Person): Map<string, Choice[]> =>
  new Map(channels.map(({ part }) => [part, [{ topic: null, subscribed: false, statedText: endOfAll(accountName) }]]));
