import { uuidOf } from './event-id.ts';

/** Ids of the activity that a message of ours leaves, the same however often it is written. */
export const queuedId = (messageNo: number): string => uuidOf(`queued:${messageNo}`);
export const skippedId = (messageNo: number): string => uuidOf(`skipped:${messageNo}`);
export const refusedId = (messageNo: number): string => uuidOf(`refused:${messageNo}`);
export const sentId = (messageNo: number): string => uuidOf(`sent:${messageNo}`);

/** What every activity of a message tells: ids and names, never what it says. Names that it has not are absent. */
export function sendDetails(told: {
  readonly sendId: string;
  readonly campaign: string | null;
  readonly template: string | null;
}): Record<string, unknown> {
  const { sendId, campaign, template } = told;
  return { sendId, ...(campaign === null ? {} : { campaign }), ...(template === null ? {} : { template }) };
}
