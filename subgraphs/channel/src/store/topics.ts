import type { Database, Statement, Transaction } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { wholeChannel } from '../domain/consent.ts';
import type { TopicFact } from '../domain/facts.ts';

const list: Statement = {
  name: 'topics',
  text: '/* topics */ select topic_no as "topicNo", key, name from topic where account_id = $1 order by key',
};
const lock: Statement = {
  name: 'topics_lock',
  text: "/* topics_lock */ select pg_advisory_xact_lock(hashtextextended('topics', $1))",
};
const upsert: Statement = {
  name: 'topic_upsert',
  text: `/* topic_upsert */ insert into topic (account_id, topic_no, key, name)
    select $1, coalesce(max(topic_no), 0) + 1, $2, $3 from topic where account_id = $1
    on conflict (account_id, key) do update set name = case when $4 then excluded.name else topic.name end
    returning topic_no as "topicNo", key, name`,
};

/** Topics of one account are few; this many are enough for a preference center nobody would read to its end. */
export const topicLimit = 200;

export const topicsOf = (db: Database, account: number): Promise<TopicFact[]> => db.read<TopicFact>(list, [account]);

/** The account's topics within a transaction, by key. */
export const topicsIn = (tx: Pick<Transaction, 'query'>, account: number): Promise<TopicFact[]> =>
  tx.query<TopicFact>(list, [account]);

/** Numbers of topics by key within a transaction. */
export async function topicNumbers(tx: Transaction, account: number): Promise<Map<string, number>> {
  const topics = await topicsIn(tx, account);
  return new Map(topics.map(({ key, topicNo }) => [key, topicNo]));
}

/** Makes a topic, or finds it; with `rename` its name becomes the one given. @throws CodedError when there are too many */
export async function setTopic(
  tx: Transaction,
  account: number,
  topic: { readonly key: string; readonly name: string },
  rename: boolean,
): Promise<TopicFact> {
  await tx.query(lock, [account]);
  const known = await topicNumbers(tx, account);
  if (!known.has(topic.key) && known.size >= topicLimit) {
    throw badInput(['key'], `An account may have ${topicLimit} topics on a channel, "${topic.key}" would be one more`);
  }
  const [row] = await tx.query<TopicFact>(upsert, [account, topic.key, topic.name, rename]);
  if (row === undefined) throw new Error('a topic was neither made nor found');
  return row;
}

/** Number of a topic by its key; without a key the whole channel. @throws CodedError NOT_FOUND naming the key */
export function topicNoOf(
  topics: readonly TopicFact[],
  key: string | null | undefined,
  field: readonly string[] | null,
): number {
  if (key === null || key === undefined) return wholeChannel;
  const topic = topics.find((each) => each.key === key);
  if (topic === undefined) throw notFound(field, `No topic has the key "${key}"`);
  return topic.topicNo;
}
