import type { Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { type Click, type Delivery, machineClicks, neighbourhood } from '../domain/machine.ts';
import type { ActivityInsert } from '../store/activity-log.ts';
import { clickNeighbours, machineMarkWrite } from '../store/machine-marks.ts';

/**
 * Marks the clicks that are a machine's now that these activities are known, be they of this batch or of earlier ones. Only what
 * happened around the batch is read. Null when there is nothing to mark.
 */
export async function marksOf(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  rows: readonly ActivityInsert[],
): Promise<JournalWrite | null> {
  const rule = channel.clicks;
  if (rule === null) return null;
  const clicks = rows.flatMap((row) => (row.kind === rule.clicked ? clickOf(row) : []));
  const deliveries = rows.flatMap((row) => (row.kind === rule.delivered ? deliveryOf(row) : []));
  if (clicks.length + deliveries.length === 0) return null;
  const times = [...clicks, ...deliveries].map(({ at }) => at.getTime());
  const first = times.reduce((a, b) => Math.min(a, b)) - neighbourhood;
  const last = times.reduce((a, b) => Math.max(a, b)) + neighbourhood;
  const around = { clicks, deliveries };
  const stored = await clickNeighbours(tx, channel, rule, account, around, [new Date(first), new Date(last)]);
  const known = new Map([...stored.clicks, ...clicks].map((click) => [click.eventId, click]));
  const marks = machineClicks([...known.values()], [...stored.deliveries, ...deliveries], rule.isSuspect);
  if (marks.size === 0) return null;
  return machineMarkWrite(
    account,
    [...known.values()].filter(({ eventId }) => marks.has(eventId)),
  );
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function clickOf({ eventId, addressNo, messageId, at, details, machine }: ActivityInsert): Click[] {
  const { url, userAgent } = details;
  return messageId === null
    ? []
    : [{ eventId, addressNo, messageId, at, machine, url: textOrNull(url), userAgent: textOrNull(userAgent) }];
}

const deliveryOf = ({ addressNo, messageId, at }: ActivityInsert): Delivery[] =>
  messageId === null ? [] : [{ addressNo, messageId, at }];
