import { groupBy } from '@ucp/kit/align';
import { endOf, type Follower } from './follow.ts';

/** What a workflow would have done. */
export interface Rehearsal {
  readonly from: Date;
  readonly to: Date;
  readonly entered: number;
  readonly keptOut: number;
  readonly followed: number;
  readonly messages: readonly RehearsedMessages[];
  readonly ends: readonly RehearsedEnd[];
}

interface RehearsedMessages {
  readonly channel: string;
  readonly wouldSend: number;
  readonly wouldSkip: number;
  readonly skippedBecause: readonly { readonly rule: string; readonly count: number }[];
}

interface RehearsedEnd {
  readonly step: string;
  readonly state: ReturnType<typeof endOf>['state'];
  readonly count: number;
}

/** What those who were followed would have got, and where they would have come to. */
export function summaryOf(followers: readonly Follower[]): Pick<Rehearsal, 'followed' | 'messages' | 'ends'> {
  const byChannel = groupBy(
    followers.flatMap(({ messages }) => messages),
    ({ channel }) => channel,
  );
  const byEnd = groupBy(followers.map(endOf), ({ step, state }) => `${state} ${step}`);
  return {
    followed: followers.length,
    messages: [...byChannel]
      .map(([channel, messages]) => {
        const skipped = messages.flatMap(({ rule }) => rule ?? []);
        const rules = [...groupBy(skipped, (rule) => rule)].map(([rule, all]) => ({ rule, count: all.length }));
        return {
          channel,
          wouldSend: messages.length - skipped.length,
          wouldSkip: skipped.length,
          skippedBecause: mostFirst(rules),
        };
      })
      .sort((a, b) => (a.channel < b.channel ? -1 : 1)),
    ends: mostFirst(
      [...byEnd.values()].flatMap((ends) => {
        const [first] = ends;
        return first === undefined ? [] : [{ ...first, count: ends.length }];
      }),
    ),
  };
}

const mostFirst = <Counted extends { readonly count: number }>(list: readonly Counted[]): Counted[] =>
  [...list].sort((a, b) => b.count - a.count);
