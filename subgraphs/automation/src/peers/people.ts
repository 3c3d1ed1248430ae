import { bitsOf, either } from '@ucp/kit/contact-bits';
import { CodedError } from '@ucp/kit/errors';
import { contactId } from '@ucp/kit/ids';
import { comparedValues } from '@ucp/kit/leaf';
import { type Graph, partOfField } from '@ucp/kit/parts-of-graph';
import { z } from 'zod';
import { sameDays } from '../domain/days.ts';
import { askPart, inPortions, type MetParts } from './ask-part.ts';
import type { Filters, People, PersonFacts } from './peers.ts';
import { createTimeZones } from './time-zones.ts';

/** Most that are edited or asked about in one call. */
const atOnce = 1_000;

const facts = z.record(z.string(), z.record(z.string(), z.unknown()));
const problems = z.array(z.string().nullable());

const factsQuery = `query ($contactIds: [ID!]!, $fields: [String!]!) {
  answer: automationFacts(contactIds: $contactIds, fields: $fields)
}`;
const editQuery = `mutation ($edits: [ContactEditInput!]!, $source: String!) {
  answer: contactsEdit(edits: $edits, source: $source)
}`;
const usesQuery = 'query ($uses: [FieldUseInput!]!) { answer: fieldProblems(uses: $uses) }';

/** Contacts and their fields as identity answers for them. */
export function createPeople(parts: MetParts, supergraph: Graph, filters: Pick<Filters, 'matches'>): People {
  const identity = partOfField(supergraph, 'automationFacts');
  const zones = createTimeZones(parts, supergraph);
  const edit = <Change extends { readonly contactNo: number }>(
    account: number,
    workflowId: string,
    changes: readonly Change[],
    editOf: (change: Change) => object,
  ): Promise<(string | null)[]> =>
    inPortions(changes, atOnce, async (portion) => {
      const edits = portion.map((change) => ({ contactId: contactId(account, change.contactNo), ...editOf(change) }));
      const variables = { edits, source: `workflow:${workflowId}` };
      return problems.parse(await askPart(parts, identity, account, { query: editQuery, variables }));
    });
  return {
    timeZoneOf: zones.ofAccount,
    factsOf: async (account, contactNos, fields) => {
      const found = await inPortions(contactNos, atOnce, async (portion) => {
        const contactIds = portion.map((contactNo) => contactId(account, contactNo));
        const [answer, timeZones] = await Promise.all([
          askPart(parts, identity, account, { query: factsQuery, variables: { contactIds, fields } }),
          zones.ofContacts(account, portion),
        ]);
        const values = facts.parse(answer);
        return portion.map((contactNo, i): readonly [number, PersonFacts] | null => {
          const [own, timeZone] = [values[contactIds[i] ?? ''], timeZones[i]];
          return own === undefined || timeZone === undefined ? null : [contactNo, { fields: own, timeZone }];
        });
      });
      return new Map(found.flatMap((each) => (each === null ? [] : [each])));
    },
    setFields: (account, workflowId, changes) =>
      edit(account, workflowId, changes, ({ field, value }) => ({ customFields: [{ key: field, value }] })),
    setTags: (account, workflowId, changes) =>
      edit(account, workflowId, changes, ({ add, remove }) => ({ addTags: add, removeTags: remove })),
    fieldProblems: async (account, uses) => {
      const asked = uses.map((use) =>
        use.is === 'DAY' ? { key: use.field, asDay: true } : { key: use.field, asDay: false, value: use.value },
      );
      return problems.parse(await askPart(parts, identity, account, { query: usesQuery, variables: { uses: asked } }));
    },
    contactsOfDays: async (account, { field, days, yearly }) => {
      const values = [...new Set(yearly ? days.flatMap(sameDays) : days)];
      const sets = await inPortions(values, comparedValues, (portion) =>
        filters.matches(account, [{ field: { key: field, in: portion } }], null),
      );
      let all = bitsOf([]);
      for (const bits of sets) {
        if (bits === null) throw new CodedError('BAD_USER_INPUT', `The account has no days in a field "${field}"`);
        all = either(all, bits);
      }
      return all;
    },
  };
}
