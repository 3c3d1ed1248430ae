import { payloadOf } from '@ucp/kit/errors';
import type { Resolvers } from '@ucp/schema/generated/automation.ts';
import { endpointId } from '../actions/endpoints.ts';

/** Where webhooks of workflows go. */
export const endpointResolvers: Resolvers = {
  Query: {
    webhookEndpoints: (_root, { archived }, { caller, endpoints }) => endpoints.list(caller.account, archived),
  },
  Mutation: {
    webhookEndpointCreate: (_root, { name, url }, { caller, endpoints }) =>
      payloadOf(() => endpoints.create(caller.account, name, url)),
    webhookEndpointArchive: (_root, { id }, { caller, endpoints }) =>
      payloadOf(async () => ({ endpoint: await endpoints.archive(caller.account, id), secret: null })),
  },
  WebhookEndpoint: {
    id: ({ endpointNo }, _args, { caller }) => endpointId(caller.account, endpointNo),
  },
};
