import { contactNoOf } from '@ucp/kit/ids';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import { parseFieldValue } from '../domain/fields.ts';

/** What automation asks of contacts, and does to them in the name of workflows. */
export const workflowsResolvers = {
  Query: {
    automationFacts: async (_root, { contactIds, fields }, { caller, load }) => {
      const noOf = new Map(contactIds.map((id) => [id, contactNoOf(caller.account, id)]));
      const views = await load.merging(
        [...noOf.values()].flatMap((contactNo) => contactNo ?? []),
        fields,
      );
      const asked = new Set(fields);
      return Object.fromEntries(
        [...noOf].flatMap(([id, contactNo]) => {
          const view = contactNo === null ? undefined : views.get(contactNo);
          if (view === undefined || view.archivedAt !== null) return [];
          const values = view.customFields.flatMap(({ key, value }) => (asked.has(key) ? [[key, value] as const] : []));
          return [[id, Object.fromEntries(values)]];
        }),
      );
    },
    fieldProblems: async (_root, { uses }, { caller, identity }) => {
      const definitions = new Map((await identity.reads.definitions(caller.account)).map((each) => [each.key, each]));
      return uses.map(({ key, value, asDay }) => {
        const definition = definitions.get(key);
        if (definition === undefined) return `The account has no field "${key.slice(0, 100)}"`;
        if (asDay) return definition.type === 'DATE' ? null : `The field "${key}" is ${definition.type}, and no DATE`;
        const parsed = parseFieldValue(definition, value);
        return 'refused' in parsed ? parsed.refused : null;
      });
    },
  },
  Mutation: {
    contactsEdit: (_root, { edits, source }, { caller, identity }) =>
      identity.actions.editEach(
        caller.account,
        edits.map(({ contactId, customFields, addTags, removeTags }) => ({
          contactNo: contactNoOf(caller.account, contactId),
          fields: (customFields ?? []).map(({ key, value }) => ({ key, value, path: [] })),
          addTags: addTags ?? [],
          removeTags: removeTags ?? [],
        })),
        source,
      ),
  },
} satisfies Resolvers;
