import { commonScalars, identifierKindScalar } from '@ucp/kit/scalars';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import { audienceResolvers } from './resolvers/audience.ts';
import { contactResolvers } from './resolvers/contact.ts';
import { contactsResolvers } from './resolvers/contacts.ts';
import { historyResolvers } from './resolvers/history.ts';
import { importResolvers } from './resolvers/import.ts';
import { mergingResolvers } from './resolvers/merging.ts';
import { settingsResolvers } from './resolvers/settings.ts';
import { workflowsResolvers } from './resolvers/workflows.ts';

export const resolvers: Resolvers = {
  ...commonScalars,
  IdentifierKind: identifierKindScalar,
  ...contactResolvers,
  ...historyResolvers,
  Contact: { ...contactResolvers.Contact, ...historyResolvers.Contact },
  ...settingsResolvers,
  ...mergingResolvers,
  ...importResolvers,
  ...audienceResolvers,
  Query: {
    ...audienceResolvers.Query,
    ...contactResolvers.Query,
    ...contactsResolvers.Query,
    ...mergingResolvers.Query,
    ...importResolvers.Query,
    ...settingsResolvers.Query,
    ...workflowsResolvers.Query,
  },
  Mutation: {
    ...contactsResolvers.Mutation,
    ...mergingResolvers.Mutation,
    ...importResolvers.Mutation,
    ...settingsResolvers.Mutation,
    ...workflowsResolvers.Mutation,
  },
};
