import type { ConsentMethod, ConsentState } from '../event.ts';

/** Topic number that stands for the whole channel. */
export const wholeChannel = 0;

/** One entry of the ledger of an address. */
export interface ConsentEntry {
  readonly entryId: string;
  readonly topicNo: number;
  readonly state: ConsentState;
  readonly method: ConsentMethod;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly actor: string;
  readonly statedText: string | null;
  readonly statedTextVersion: string | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** A grant ends with it; a question left unanswered until then is asked no more. */
  readonly validUntil: Date | null;
  /** Of a question: when the grant that answers it ends by itself; null: never. Null for every other entry. */
  readonly grantUntil: Date | null;
  /** When somebody found the entry mistaken: from then on it counts for nothing. */
  readonly retractedAt: Date | null;
}

/** At equal times the more restrictive entry is folded last and so holds: a tie is an opt-out. */
const restrictiveness: Readonly<Record<ConsentState, number>> = { PENDING: 0, GRANTED: 1, DENIED: 2, WITHDRAWN: 3 };

/** Entries in the order in which they happened, whatever the order in which they came. */
export const inOrder = (entries: readonly ConsentEntry[]): ConsentEntry[] =>
  [...entries].sort(
    (a, b) =>
      a.occurredAt.getTime() - b.occurredAt.getTime() ||
      restrictiveness[a.state] - restrictiveness[b.state] ||
      (a.entryId < b.entryId ? -1 : 1),
  );

/**
 * The entry that holds for each topic of one address at a moment. `PENDING` never takes the place of a grant, but of one that
 * a refusal of the whole channel ended: whoever left may be asked again.
 */
export function currentConsents(entries: readonly ConsentEntry[], at: Date): Map<number, ConsentEntry> {
  const current = new Map<number, ConsentEntry>();
  let refused: ConsentEntry | null = null;
  for (const entry of inOrder(entries)) {
    if (entry.occurredAt > at) break;
    if (isRetracted(entry.retractedAt, at)) continue;
    if (entry.topicNo === wholeChannel && isRefusal(entry)) refused = entry;
    const held = current.get(entry.topicNo);
    const holds = held !== undefined && isGranted(held, entry.occurredAt) && !isEndedBy(refused, held);
    if (entry.state === 'PENDING' && holds) continue;
    current.set(entry.topicNo, entry);
  }
  return current;
}

/** Whether an answer ended what was said before it, as a refusal of the whole channel does whatever was said of it since. */
const isEndedBy = (answer: ConsentEntry | null, { occurredAt }: ConsentEntry): boolean =>
  answer !== null && answer.occurredAt >= occurredAt;

/** Whether an entry of a ledger counts no more at a moment. */
export const isRetracted = (retractedAt: Date | null, at: Date): boolean => retractedAt !== null && retractedAt <= at;

/** A grant that has not run out. */
export const isGranted = (entry: ConsentEntry, at: Date): boolean =>
  entry.state === 'GRANTED' && (entry.validUntil === null || entry.validUntil > at);

/** A question that still waits for its answer. */
const isPending = (entry: ConsentEntry, at: Date): boolean =>
  entry.state === 'PENDING' && (entry.validUntil === null || entry.validUntil > at);

export const isRefusal = (entry: ConsentEntry): boolean => entry.state === 'WITHDRAWN' || entry.state === 'DENIED';

/**
 * The entry that decides for a topic. A refusal of the whole channel ends the grants of topics made before it for good: when
 * the channel is granted again, that grant decides for them, and they end with it. A grant of the whole channel never revives
 * a topic that was refused, and a question about a topic that was never answered takes nothing from it. Without a topic only
 * entries of the whole channel count.
 */
export function decisiveConsent(entries: readonly ConsentEntry[], topicNo: number, at: Date): ConsentEntry | null {
  const current = currentConsents(entries, at);
  const channel = current.get(wholeChannel) ?? null;
  if (topicNo === wholeChannel) return channel;
  const topic = current.get(topicNo) ?? null;
  if (topic === null) return channel;
  const refused = refusalOfChannel(entries, at);
  if (refused !== null && isEndedBy(refused, topic)) return refused;
  const answer = lastAnswer(entries, topicNo, at);
  const isOver = answer?.state === 'GRANTED' && isEndedBy(newestRefusal(entries, at), answer);
  if (topic.state === 'GRANTED' && isOver) return channel;
  const onlyAsked = topic.state === 'PENDING' && (answer === null || isOver);
  return onlyAsked && channel !== null && isGranted(channel, at) ? channel : topic;
}

/** The refusal that was last said of the whole channel, also while a new opt-in is asked for. Null when it was granted since. */
export function refusalOfChannel(entries: readonly ConsentEntry[], at: Date): ConsentEntry | null {
  const answered = lastAnswer(entries, wholeChannel, at);
  return answered !== null && isRefusal(answered) ? answered : null;
}

/**
 * Questions that wait for their answer, the newest of each topic: an answer of the topic and a refusal of the whole channel end
 * those asked before it, for good. What is granted may be asked for all the same, and the answer is then to that question.
 */
export function openQuestions(entries: readonly ConsentEntry[], at: Date): ConsentEntry[] {
  const refused = newestRefusal(entries, at);
  const asked = currentConsents(
    entries.filter(({ state }) => state === 'PENDING'),
    at,
  );
  return [...asked.values()].filter(
    (entry) =>
      isPending(entry, at) && !isEndedBy(refused, entry) && !isEndedBy(lastAnswer(entries, entry.topicNo, at), entry),
  );
}

/** The newest refusal of the whole channel, also when the channel was granted since. */
function newestRefusal(entries: readonly ConsentEntry[], at: Date): ConsentEntry | null {
  const refusals = entries.filter((entry) => entry.topicNo === wholeChannel && isRefusal(entry));
  return currentConsents(refusals, at).get(wholeChannel) ?? null;
}

/** What was last said of a topic. A question that waits for its answer says nothing: it never widens. */
function lastAnswer(entries: readonly ConsentEntry[], topicNo: number, at: Date): ConsentEntry | null {
  const answers = entries.filter((entry) => entry.topicNo === topicNo && entry.state !== 'PENDING');
  return currentConsents(answers, at).get(topicNo) ?? null;
}
