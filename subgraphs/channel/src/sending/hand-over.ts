import type { Outcome } from '../actions/record-outcomes.ts';
import { afterOutcome } from '../domain/send-state.ts';
import type { MergeView, OpenSender, SendOutcome } from '../outgoing.ts';
import { sendDeadline } from '../outgoing.ts';
import type { Outbound } from '../store/message-outcomes.ts';
import { outgoing, type Writer } from './writer.ts';

/** A provider that forgets its own deadline is given up this much later, in milliseconds. */
const grace = 500;

/** What an outcome of a provider makes of a message. */
export const outcomeOf = (
  { messageNo, version, attempts }: Pick<Outbound, 'messageNo' | 'version' | 'attempts'>,
  outcome: SendOutcome,
  details: Readonly<Record<string, unknown>> = {},
): Outcome => ({
  messageNo,
  version,
  become: (now) => afterOutcome(outcome, attempts, now),
  suppression:
    outcome.is === 'REFUSED' && outcome.suppression !== null
      ? { reason: outcome.suppression, detail: `${outcome.code} ${outcome.detail}`.trim() }
      : null,
  details,
});

/** Writes a claimed message and hands it to its provider. Never throws: whatever happens is an outcome. */
export async function handOver(options: {
  readonly account: number;
  readonly message: Outbound;
  readonly view: MergeView;
  readonly writer: Writer;
  readonly sender: OpenSender;
  readonly detailsOf: (content: unknown) => Readonly<Record<string, unknown>>;
}): Promise<Outcome> {
  const { account, message, view, writer, sender, detailsOf } = options;
  const refused = (code: string, detail: string): Outcome =>
    outcomeOf(message, { is: 'REFUSED', code, detail, suppression: null });
  let content: unknown;
  try {
    const written = writer.write(message, view, true);
    if ('missing' in written) {
      return refused('MISSING_FIELDS', `The contact has no ${written.missing.join(', ')}.`);
    }
    content = written.content;
  } catch (error) {
    return refused('NOT_WRITTEN', error instanceof Error ? error.message : 'The text cannot be written.');
  }
  const outcome = await within<SendOutcome>(sender.send(outgoing(account, message, content)), (detail) => ({
    is: 'UNKNOWN',
    detail,
  }));
  return outcomeOf(message, outcome, outcome.is === 'SENT' ? detailsOf(content) : {});
}

/** An answer of a provider, or what stands in for one that does not come or is thrown. */
export async function within<Answer>(answer: Promise<Answer>, otherwise: (detail: string) => Answer): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve(otherwise('The provider did not answer in time.')), sendDeadline + grace);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    return otherwise(error instanceof Error ? error.message : 'The provider failed.');
  } finally {
    clearTimeout(timer);
  }
}
