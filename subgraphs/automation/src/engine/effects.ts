import { groupBy } from '@ucp/kit/align';
import { recordId } from '@ucp/kit/ids';
import type { Effect } from '../domain/step-outcome.ts';
import type { Peers, SendAnswer } from '../peers/peers.ts';
import type { Attempt } from './outages.ts';
import type { Batch, Run } from './run.ts';

/** A message that leaves within these milliseconds leaves at once, and the log tells nothing of when. */
const later = 60_000;

interface Wanted<Kind extends Effect = Effect> {
  readonly run: Run;
  readonly effect: Kind;
}
type EffectOf<Kind extends Effect['is']> = Extract<Effect, { is: Kind }>;

/** Has the other parts do what steps ask for, many at once, each part by itself. The same again does nothing more. @throws LeaseLost */
export async function answerEffects(
  peers: Peers,
  attempt: Attempt,
  batch: Batch,
  wanted: readonly Wanted[],
): Promise<void> {
  const { account } = batch;
  const sends = groupBy(wanted.flatMap(ofKind('SEND')), ({ effect }) => effect.message.channel);
  const workflow = ({ run }: Wanted): string => recordId('wf', account, run.way.standing.workflowNo);
  const fields = groupBy(wanted.flatMap(ofKind('SET_FIELD')), workflow);
  const tags = groupBy(wanted.flatMap(ofKind('TAGS')), workflow);
  await Promise.all([
    ...[...sends].map(([channel, all]) =>
      attempt(batch, `SEND ${channel}`, all, (own) => send(peers, batch, channel, own)),
    ),
    ...[...fields].map(([id, all]) =>
      attempt(batch, 'SET_FIELD', all, async (own) => {
        const changes = own.map(({ run, effect: { field, value } }) => ({ contactNo: run.shownNo, field, value }));
        changed(own, await peers.people.setFields(account, id, changes));
      }),
    ),
    ...[...tags].map(([id, all]) =>
      attempt(batch, 'TAGS', all, async (own) => {
        const changes = own.map(({ run, effect: { add, remove } }) => ({ contactNo: run.shownNo, add, remove }));
        changed(own, await peers.people.setTags(account, id, changes));
      }),
    ),
  ]);
}

const ofKind =
  <Kind extends Effect['is']>(kind: Kind) =>
  ({ run, effect }: Wanted): Wanted<EffectOf<Kind>>[] =>
    isOf(effect, kind) ? [{ run, effect }] : [];

const isOf = <Kind extends Effect['is']>(effect: Effect, kind: Kind): effect is EffectOf<Kind> => effect.is === kind;

const changed = (wanted: readonly Wanted[], problems: readonly (string | null)[]): void =>
  wanted.forEach(({ run }, i) => {
    run.way.answer = { is: 'CHANGE', problem: problems[i] ?? null };
  });

async function send(
  peers: Peers,
  { account, now }: Pick<Batch, 'account' | 'now'>,
  channel: string,
  wanted: readonly Wanted<EffectOf<'SEND'>>[],
): Promise<void> {
  // By the contact who entered, whoever it is shown as by now: asked for again, it must be the same message.
  const asked = wanted.map(({ run, effect: { key, message } }) => ({
    contactNo: run.way.standing.contactNo,
    idempotencyKey: key,
    message,
  }));
  const answers = await peers.channels.sendEach(account, channel, asked);
  if (answers.length !== asked.length)
    throw new Error(`${channel} answered ${answers.length} of ${asked.length} messages`);
  answers.forEach((given, i) => {
    const way = wanted[i]?.run.way;
    if (way === undefined) return;
    const answer = sendAnswer(given, now);
    way.answer = answer;
    way.messages.push({
      step: way.standing.step,
      channel,
      answer,
      sendId: given.is === 'ASKED' ? given.sendId : null,
      sentAt: given.is === 'ASKED' ? given.sentAt : null,
    });
  });
}

function sendAnswer(given: SendAnswer, now: Date) {
  if (given.is === 'REFUSED')
    return { is: 'SEND', status: 'FAILED', skippedBecause: null, detail: given.because } as const;
  const { status, skippedBecause, dueAt } = given;
  const detail =
    status === 'QUEUED' && dueAt !== null && dueAt.getTime() > now.getTime() + later
      ? `Not before ${dueAt.toISOString()}.`
      : null;
  return { is: 'SEND', status, skippedBecause, detail } as const;
}
