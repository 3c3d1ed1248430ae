type MessageStatus = 'QUEUED' | 'SKIPPED' | 'SENT' | 'DELIVERED' | 'FAILED';

/** What an activity of a message says of it, and which states it goes on from: none goes backwards. */
interface Told {
  readonly status: MessageStatus;
  readonly from: readonly MessageStatus[];
}

const sent: Told = { status: 'SENT', from: ['QUEUED'] };
const delivered: Told = { status: 'DELIVERED', from: ['QUEUED', 'SENT'] };
const failed: Told = { status: 'FAILED', from: ['QUEUED', 'SENT'] };

/** By the words channels share. Whoever does something with a message has it. A hard bounce may follow what was taken for delivered. */
const toldBy: Readonly<Record<string, Told>> = {
  SKIPPED: { status: 'SKIPPED', from: ['QUEUED'] },
  SEND: sent,
  DELIVERED: delivered,
  OPEN: delivered,
  READ: delivered,
  CLICK: delivered,
  REFUSED: failed,
  CANCELED: failed,
  FAILED: failed,
  DROPPED: failed,
  HARD_BOUNCE: { status: 'FAILED', from: ['QUEUED', 'SENT', 'DELIVERED'] },
};

export interface ToldActivity {
  readonly channel: string;
  readonly activity: string;
  readonly sendId: string;
  readonly at: Date;
  readonly rule: string | null;
}

/** What is told of one message. */
export interface ToldMessage extends Told {
  readonly channel: string;
  readonly sendId: string;
  readonly skippedBecause: string | null;
  readonly sentAt: Date | null;
}

/** What a page says of messages: of each once, as far as it got. */
export function toldMessages(activities: readonly ToldActivity[]): ToldMessage[] {
  const messages = new Map<string, ToldMessage>();
  for (const { channel, activity, sendId, at, rule } of activities) {
    const told = toldBy[activity];
    if (told === undefined) continue;
    const key = `${channel} ${sendId}`;
    const known = messages.get(key);
    const goesOn = known === undefined || told.from.includes(known.status);
    const { status, from } = goesOn ? told : known;
    messages.set(key, {
      channel,
      sendId,
      status,
      from,
      skippedBecause: status === 'SKIPPED' ? (rule ?? known?.skippedBecause ?? null) : null,
      sentAt: activity === 'SEND' ? at : (known?.sentAt ?? null),
    });
  }
  return [...messages.values()];
}
