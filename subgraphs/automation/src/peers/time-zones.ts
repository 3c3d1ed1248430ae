import { contactId } from '@ucp/kit/ids';
import { type Graph, partOfField, partsOfGraph } from '@ucp/kit/parts-of-graph';
import { z } from 'zod';
import { type KnownZones, zoneOf } from '../domain/zone.ts';
import { askPart, inPortions, type MetParts } from './ask-part.ts';

/** Most that are asked about in one call. */
const atOnce = 1_000;

const account = z.object({ timeZone: z.string() });
const known = z.array(z.object({ set: z.string().nullable(), told: z.array(z.string()) }).nullable());

const accountQuery = '{ answer: account { timeZone } }';

/** Time zones, IANA names. */
export interface TimeZones {
  readonly ofAccount: (account: number) => Promise<string>;
  /** Of contacts, in the order asked: what channels know of them, else the account's. */
  readonly ofContacts: (account: number, contactNos: readonly number[]) => Promise<string[]>;
}

/**
 * Identity knows the zone of the account; `<part>TimeZones` is the channel contract's, and a channel without it knows nothing of where
 * people are.
 */
export function createTimeZones(parts: MetParts, supergraph: Graph): TimeZones {
  const identity = partOfField(supergraph, 'account');
  const knowing = partsOfGraph(supergraph).channels.filter(
    (part) => partOfField(supergraph, `${part}TimeZones`) === part,
  );
  const ofAccount = async (accountNo: number): Promise<string> =>
    account.parse(
      await askPart(parts, identity, accountNo, { query: accountQuery, variables: {}, scopes: ['contacts:read'] }),
    ).timeZone;
  const knownBy = (part: string, accountNo: number, contactNos: readonly number[]): Promise<(KnownZones | null)[]> =>
    inPortions(contactNos, atOnce, async (portion) => {
      const query = `query ($contactIds: [ID!]!) { answer: ${part}TimeZones(contactIds: $contactIds) { set told } }`;
      const variables = { contactIds: portion.map((contactNo) => contactId(accountNo, contactNo)) };
      return known.parse(await askPart(parts, part, accountNo, { query, variables }));
    });
  return {
    ofAccount,
    ofContacts: async (accountNo, contactNos) => {
      const [own, ...answers] = await Promise.all([
        ofAccount(accountNo),
        ...knowing.map((part) => knownBy(part, accountNo, contactNos)),
      ]);
      return contactNos.map((_, i) =>
        zoneOf(
          answers.flatMap((zones) => zones[i] ?? []),
          own,
        ),
      );
    },
  };
}
