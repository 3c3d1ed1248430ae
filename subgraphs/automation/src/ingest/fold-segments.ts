import type { Transaction } from '@ucp/kit/database';
import type { JournalPage, JournalWrite } from '@ucp/kit/journal';
import { z } from 'zod';
import type { Definitions } from '../definitions.ts';
import { limits } from '../domain/limits.ts';
import { entriesOfOutsideWrite, type NewEntry } from '../store/entries.ts';
import { movedByMerge } from '../store/known-contacts.ts';
import { laneWrite } from '../store/lanes.ts';
import { listenersOf } from '../store/listeners.ts';

/** What automation reads of the journal of segments. */
export const segmentKinds = ['SEGMENT_ENTERED', 'SEGMENT_LEFT'];

const entry = z.object({
  kind: z.enum(['SEGMENT_ENTERED', 'SEGMENT_LEFT']),
  segmentNo: z.number().int(),
  contactNo: z.number().int(),
  at: z.string().transform((text) => new Date(text)),
});

/** Who came into segments and who left them enters what listens to that. What a merge or a parting brought about triggers nothing. */
export const foldSegments =
  (definitions: Definitions) =>
  async (tx: Transaction, account: number, page: JournalPage): Promise<readonly JournalWrite[]> => {
    const listening = (await listenersOf(tx, account)).filter(({ kind }) => kind === 'SEGMENT');
    if (listening.length === 0) return [];
    const triggers = await Promise.all(
      listening.map(async ({ workflowNo, version, listensTo }) => {
        const trigger = (await definitions.of(account, workflowNo, version))?.trigger;
        const kind = trigger?.is === 'SEGMENT' ? `SEGMENT_${trigger.on}` : null;
        return { workflowNo, segmentNo: Number(listensTo), kind };
      }),
    );
    const moves = page.entries.map((each) => entry.parse(each)).filter(({ at }) => isYoung(at, tx.now));
    const heard = moves.flatMap((move) =>
      triggers.flatMap(({ workflowNo, segmentNo, kind }) =>
        segmentNo === move.segmentNo && kind === move.kind ? [{ ...move, workflowNo }] : [],
      ),
    );
    if (heard.length === 0) return [];
    const merged = await movedByMerge(tx, account, heard);
    const entries = heard.flatMap(({ kind, workflowNo, contactNo, at }, i): NewEntry[] => {
      const cause = `${kind === 'SEGMENT_ENTERED' ? 'Entered' : 'Left'} the segment at ${at.toISOString()}`;
      return merged.has(i) ? [] : [{ workflowNo, contactNo, cause, at }];
    });
    return entries.length === 0 ? [] : [entriesOfOutsideWrite(account, entries), laneWrite(account, entries.length)];
  };

const isYoung = (at: Date, now: Date): boolean => at.getTime() >= now.getTime() - limits.triggerAge;
