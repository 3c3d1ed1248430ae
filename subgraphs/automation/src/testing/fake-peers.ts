import { bitsOf } from '@ucp/kit/contact-bits';
import { CodedError } from '@ucp/kit/errors';
import type { Filter } from '../domain/definition.ts';
import { absentPeers } from '../peers/absent-peers.ts';
import type { Peers, Send, SendAnswer } from '../peers/peers.ts';

export interface Person {
  readonly fields: Record<string, unknown>;
  readonly tags: Set<string>;
  timeZone: string;
  isGone: boolean;
}

/** The other parts, in memory: they do what they are asked once for each key, and note what that was. */
export interface FakePeers extends Peers {
  /** Made where it is asked for. */
  readonly person: (contactNo: number) => Person;
  /** Messages by key, in the order in which they were asked for first. */
  readonly sent: Map<string, Send>;
  /** Calls of each kind. */
  readonly calls: { matches: number; sendEach: number; facts: number; set: number };
  /** What a channel says of a message; asked each time. */
  answers: (send: Send) => SendAnswer;
  /** Fails a message that is asked for, with all that are asked for together with it. */
  refuses: (send: Send) => boolean;
  /** Runs before each call: to fail it, or to do something to the worker that makes it. */
  before: (call: 'matches' | 'sendEach' | 'facts' | 'set') => Promise<void> | void;
  /** Runs when a call has had its effect and is not answered yet. */
  after: (call: 'matches' | 'sendEach' | 'facts' | 'set') => Promise<void> | void;
}

export const queued = ({ idempotencyKey }: Send): SendAnswer => ({
  is: 'ASKED',
  sendId: `snd ${idempotencyKey}`,
  status: 'QUEUED',
  skippedBecause: null,
  dueAt: null,
  sentAt: null,
});

export function createFakePeers(): FakePeers {
  const people = new Map<number, Person>();
  const person = (contactNo: number): Person => {
    const known = people.get(contactNo) ?? { fields: {}, tags: new Set(), timeZone: 'UTC', isGone: false };
    people.set(contactNo, known);
    return known;
  };
  const calls = { matches: 0, sendEach: 0, facts: 0, set: 0 };
  const call = async <Result>(name: keyof typeof calls, work: () => Result): Promise<Result> => {
    calls[name] += 1;
    await peers.before(name);
    const result = work();
    await peers.after(name);
    return result;
  };
  const peers: FakePeers = {
    ...absentPeers,
    person,
    calls,
    sent: new Map(),
    answers: queued,
    refuses: () => false,
    before: () => {},
    after: () => {},
    filters: {
      ...absentPeers.filters,
      matches: (_account, filters, contactNos) =>
        call('matches', () =>
          filters.map((filter) =>
            filter.gone === true
              ? null
              : bitsOf([...(contactNos ?? people.keys())].filter((no) => isSo(filter, person(no)))),
          ),
        ),
    },
    channels: {
      ...absentPeers.channels,
      sendEach: (_account, _channel, sends) =>
        call('sendEach', () => {
          if (sends.some((send) => peers.refuses(send)))
            throw new CodedError('SUBGRAPH_UNAVAILABLE', 'A channel cannot answer at the moment.');
          for (const send of sends) if (!peers.sent.has(send.idempotencyKey)) peers.sent.set(send.idempotencyKey, send);
          return sends.map((send) => peers.answers(send));
        }),
    },
    people: {
      ...absentPeers.people,
      factsOf: (_account, contactNos) =>
        call('facts', () => {
          const there = contactNos.map((no) => [no, person(no)] as const).filter(([, { isGone }]) => !isGone);
          return new Map(there.map(([no, { fields, timeZone }]) => [no, { fields: { ...fields }, timeZone }]));
        }),
      setFields: (_account, _workflow, changes) =>
        call('set', () => {
          for (const { contactNo, field, value } of changes) person(contactNo).fields[field] = value;
          return changes.map(() => null);
        }),
      setTags: (_account, _workflow, changes) =>
        call('set', () => {
          for (const { contactNo, add, remove } of changes) {
            for (const tag of add) person(contactNo).tags.add(tag);
            for (const tag of remove) person(contactNo).tags.delete(tag);
          }
          return changes.map(() => null);
        }),
    },
  };
  return peers;
}

/** `{ field: { key, equals } }` or `{ tag: name }`. */
const isSo = (filter: Filter, { fields, tags, isGone }: Person): boolean => {
  if (isGone) return false;
  if (typeof filter.tag === 'string') return tags.has(filter.tag);
  const { key, equals } = Object(filter.field);
  return fields[key] === equals;
};
