import { payloadOf } from '@ucp/kit/errors';
import { recordId, recordNoOf } from '@ucp/kit/ids';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import { limitsShown } from '../domain/identifier-settings.ts';
import { scopesOfRole } from '../domain/roles.ts';

/** Accounts, their settings, fields and keys. */
export const settingsResolvers: Resolvers = {
  Account: {
    id: ({ accountId }) => recordId('acc', accountId, accountId),
    identifierLimits: ({ identifierPriority, identifierLimits }) => limitsShown(identifierPriority, identifierLimits),
  },
  ApiKey: {
    id: ({ accountId, keyNo }) => recordId('key', accountId, keyNo),
  },
  Query: {
    account: async (_root, _args, { caller, identity, revs }) => {
      const account = await identity.reads.account(caller.account);
      // Pages that go from the account to a channel must find the merges made before they were opened.
      if (account !== null) revs.set('identity', Math.max(revs.get('identity') ?? 0, account.rev));
      return account;
    },
    customFieldDefinitions: (_root, _args, { caller, identity }) => identity.reads.definitions(caller.account),
    apiKeys: (_root, _args, { caller, identity }) => identity.reads.keys(caller.account),
    principalOfKey: async (_root, { hash }, { identity }) => {
      const key = await identity.reads.keyByHash(hash);
      if (key === null) return null;
      const { accountId, keyNo, role } = key;
      return {
        account: accountId,
        actor: `key:${recordId('key', accountId, keyNo)}`,
        role,
        scopes: scopesOfRole[role],
      };
    },
  },
  Mutation: {
    customFieldDefine: (_root, { input }, { caller, identity }) =>
      payloadOf(async () => ({ definition: await identity.actions.defineField(caller.account, input) })),
    accountSettingsUpdate: (_root, { input }, { caller, identity }) =>
      payloadOf(async () => ({ account: await identity.actions.updateSettings(caller.account, input) })),
    apiKeyCreate: (_root, { input }, { caller, identity }) =>
      payloadOf(() => identity.actions.createKey(caller.account, input)),
    apiKeyRevoke: (_root, { id }, { caller, identity }) =>
      payloadOf(async () => ({
        apiKey: await identity.actions.endKey(caller.account, recordNoOf('key', caller.account, id)),
      })),
    accountOpen: (_root, { name, settings, roles }, { identity }) =>
      identity.actions.openAccount(name, settings ?? {}, roles),
  },
};
