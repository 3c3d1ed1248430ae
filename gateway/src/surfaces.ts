import type { Caller } from '@ucp/kit/caller';
import { ConfigurationError } from '@ucp/kit/environment';
import type { Logger } from '@ucp/kit/log';
import { readGraph } from '@ucp/kit/parts-of-graph';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type GraphQLSchema, isEnumType } from 'graphql';
import { Counter, type Registry } from 'prom-client';
import { createAdmit, type DocumentRules } from './access/document-rules.ts';
import type { GatewayInterface } from './access/guarded-gateway.ts';
import { partnerGateway, partnerRole, shareGateway } from './access/partner-gateway.ts';
import { createSurface } from './surface.ts';

/**
 * The whole graph at `/graphql` and the contract of partners at `/partner/graphql`, one gateway behind both.
 * @param supergraph with everything that parts say among themselves
 * @throws ConfigurationError naming the documents and roles of the rules that do not fit
 */
export async function registerSurfaces(
  app: FastifyInstance,
  options: {
    readonly gateway: GatewayInterface;
    readonly supergraph: GraphQLSchema;
    readonly partnerSdl: string;
    readonly rules: DocumentRules;
    readonly callerOf: (request: FastifyRequest) => Promise<Caller>;
    readonly metrics: Registry;
    readonly log: Logger;
  },
): Promise<{ readonly stop: () => Promise<void> }> {
  const { supergraph, partnerSdl, rules, callerOf, metrics, log } = options;
  checkRoles(rules, supergraph);
  const admitted = new Counter({
    name: 'ucp_graphql_documents_total',
    help: 'Documents asked by roles whose mode is audit or safelist.',
    labelNames: ['role', 'outcome'],
    registers: [metrics],
  });
  const admit = createAdmit(rules.modes, log, (admission) => admitted.inc({ ...admission }));
  const gateway = shareGateway(options.gateway);
  const contract = readGraph(partnerSdl);
  const common = { manifests: rules.manifests, admit, log };
  const api = await createSurface({ ...common, gateway });
  const partner = await createSurface({ ...common, gateway: partnerGateway(gateway, contract) });
  const nowhere = [...api.findings].filter(([hash]) => partner.findings.has(hash));
  if (nowhere.length > 0)
    throw new Error(
      nowhere.map(([hash, why]) => `the known document "sha256:${hash}" is not valid: ${why}`).join('\n'),
    );

  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const role = await caller.then(
        (who) => who.role,
        () => null,
      );
      return (role === partnerRole ? partner : api).answer(request, reply, caller);
    },
  });
  app.route({
    url: '/partner/graphql',
    method: ['GET', 'POST'],
    handler: (request, reply) => partner.answer(request, reply, callerOf(request)),
  });
  return {
    stop: async () => {
      await partner.stop();
      await api.stop();
    },
  };
}

function checkRoles({ modes }: DocumentRules, supergraph: GraphQLSchema): void {
  const type = supergraph.getType('Role');
  const roles = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  const unknown = Object.keys(modes).filter((role) => !roles.includes(role));
  if (unknown.length > 0)
    throw wrong([`DOCUMENT_MODES: there is no role ${unknown.join(', ')}; there are ${roles.join(', ')}`]);
}

const wrong = (findings: readonly string[]): ConfigurationError =>
  new ConfigurationError(`The configuration is wrong:\n${findings.join('\n')}`);
