import type { Transaction } from '@ucp/kit/database';
import type { JournalPage, JournalWrite } from '@ucp/kit/journal';
import { z } from 'zod';
import { resolveRecords } from '../actions/resolve-records.ts';
import type { ToldContact } from '../domain/record.ts';

const introduced = z.object({
  kind: z.literal('ADDRESS_INTRODUCED'),
  identifierKind: z.string(),
  given: z.string(),
  acquisition: z.object({ kind: z.enum(['API', 'KEYWORD']), detail: z.string().nullable() }),
});

/** What identity reads of the journals of channels. */
export const channelKinds = [introduced.shape.kind.value];

/**
 * Makes a contact for each address that a channel met before identity knew it. Addresses known by now are passed over, and
 * so are those the account has blocked since. Repeatable.
 */
export const foldChannel =
  (part: string) =>
  async (tx: Transaction, account: number, page: JournalPage): Promise<readonly JournalWrite[]> => {
    const records = page.entries.flatMap((entry) => {
      const address = introduced.safeParse(entry).data;
      return address === undefined ? [] : [recordOf(part, address)];
    });
    const timed = records.map((record, place) => ({ ...record, at: tx.now, place }));
    return timed.length === 0 ? [] : (await resolveRecords(tx, account, timed)).writes;
  };

const recordOf = (part: string, { identifierKind, given, acquisition }: z.output<typeof introduced>): ToldContact => ({
  identifiers: [{ kind: identifierKind, given, path: [] }],
  fields: [],
  addTags: [],
  removeTags: [],
  acquisition: { kind: acquisition.kind, detail: acquisition.detail },
  consents: [],
  source: `channel:${part}`,
});
