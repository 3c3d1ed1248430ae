import { groupBy } from '@ucp/kit/align';
import { contactId } from '@ucp/kit/ids';
import { z } from 'zod';
import { askPart, inPortions, type MetParts } from './ask-part.ts';
import type { AskedSend, Past, PastDecision } from './past.ts';

/** Moments of one question. */
const momentsAtOnce = 25;

const decision = z.object({
  allowed: z.boolean(),
  decidedBy: z.string().nullable(),
  retryAt: z.coerce.date().nullable(),
});
const contacts = z.array(z.record(z.string(), z.object({ canSend: decision }).nullable()));

/** Whether channels would have sent: `canSend` of the contact, asked as of then, those of one moment together. */
export const createPastDecisions = (parts: MetParts): Pick<Past, 'decisions'> => ({
  decisions: async (account, channel, sends) => {
    const part = channel.toLowerCase();
    const together = [...groupBy(sends, ({ topic, at }) => `${at.getTime()} ${topic}`).values()];
    const answered = new Map<AskedSend, PastDecision>();
    await inPortions(together, momentsAtOnce, async (groups) => {
      const answer = await askPart(parts, part, account, {
        query: documentOf(part, groups.length),
        variables: Object.assign({}, ...groups.map((group, i) => variablesOf(account, group, i))),
        scopes: ['contacts:read'],
      });
      for (const [i, group] of groups.entries()) {
        const rows = contacts.parse(Object(answer)[`g${i}`]);
        for (const [place, send] of group.entries()) answered.set(send, rows[place]?.[part]?.canSend ?? noAddress);
      }
      return [];
    });
    return sends.map((send) => answered.get(send) ?? noAddress);
  },
});

const noAddress: PastDecision = { allowed: false, decidedBy: 'ADDRESS', retryAt: null };

function documentOf(part: string, groups: number): string {
  const places = Array.from({ length: groups }, (_, i) => i);
  const variables = places.map((i) => `$who${i}: [_Any!]!, $topic${i}: String, $at${i}: DateTime`).join(', ');
  const asked = places.map(
    (i) =>
      `g${i}: _entities(representations: $who${i}) { ... on Contact { ${part} { canSend(topic: $topic${i}, at: $at${i}) { allowed decidedBy retryAt } } } }`,
  );
  return `query (${variables}) { ${asked.join(' ')} }`;
}

const variablesOf = (account: number, group: readonly AskedSend[], i: number): object => ({
  [`who${i}`]: group.map(({ contactNo }) => ({ __typename: 'Contact', id: contactId(account, contactNo) })),
  [`topic${i}`]: group[0]?.topic ?? null,
  [`at${i}`]: group[0]?.at.toISOString(),
});
