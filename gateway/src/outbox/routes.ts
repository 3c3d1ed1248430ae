import type { Caller } from '@ucp/kit/caller';
import { CodedError } from '@ucp/kit/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { partnerRole } from '../access/partner-gateway.ts';
import { pageHeaders, renderPage } from '../pages/layout.ts';
import type { ReadOutbox } from './outbox.ts';
import { outboxPage } from './outbox-page.ts';

export interface OutboxOptions {
  readonly read: ReadOutbox;
  /** Who asks; on this machine the holder of the demo account's key, as in GraphiQL. @throws CodedError UNAUTHENTICATED */
  readonly callerOf: (request: FastifyRequest) => Promise<Caller>;
}

const scopes = ['messages:read', 'pii:read'];

/** The outbox as a page at `/outbox`. */
export function registerOutbox(app: FastifyInstance, { read, callerOf }: OutboxOptions): void {
  app.get('/outbox', async (request, reply) => {
    const caller = await callerOf(request);
    const missing = scopes.filter((scope) => !caller.scopes.includes(scope));
    if (missing.length > 0)
      throw new CodedError('FORBIDDEN', `This needs the scope ${missing.map((scope) => `"${scope}"`).join(' and ')}.`);
    // Messages of everybody: the contract of partners has none of them.
    if (caller.role === partnerRole) throw new CodedError('FORBIDDEN', 'This is no part of the contract of partners.');
    const page = outboxPage(await read(caller));
    return reply.headers(pageHeaders).status(page.status).send(renderPage(page));
  });
}
