import rateLimit from '@fastify/rate-limit';
import { type Clock, timeOf } from '@ucp/kit/clock';
import { CodedError } from '@ucp/kit/errors';
import type { Logger } from '@ucp/kit/log';
import type { PreferenceLinks } from '@ucp/kit/preference-links';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { limits } from '../limits.ts';
import { type Page, pageHeaders, renderPage } from '../pages/layout.ts';
import { choicesOfForm, nothingMore } from './choices.ts';
import { formOf, isOneClick, oneClick, textsOf } from './form.ts';
import { confirmPage, confirmText } from './pages/confirm-page.ts';
import { actions, chosenPage, expiredPage, preferencesPage } from './pages/preferences-page.ts';
import * as refusals from './pages/refusal-page.ts';
import { unsubscribedPage, unsubscribePage, unsubscribeText } from './pages/unsubscribe-page.ts';
import type { People } from './people.ts';
import type { Visitor } from './person.ts';

export interface PreferencePages {
  readonly people: People;
  readonly links: PreferenceLinks;
  readonly clock: Clock;
  readonly log: Logger;
}

interface TokenRoute {
  readonly Params: { readonly token: string };
}
interface ConfirmRoute {
  readonly Params: { readonly channel: string; readonly token: string };
}

/**
 * Pages on which people see and change what they receive, by signed links and without login or script. A GET or HEAD changes
 * nothing, as scanners of mail follow links; a POST answers 200 with what is so then, never a redirect.
 */
export async function registerPreferences(app: FastifyInstance, pages: PreferencePages): Promise<void> {
  const { people, links, clock, log } = pages;
  await app.register(async (scope) => {
    await scope.register(rateLimit, {
      max: limits.linkUses,
      timeWindow: 60_000,
      cache: limits.linksCounted,
      // A person's own POST is not used up by what scanners get.
      keyGenerator: (request) => `${request.method} ${Object(request.params).token}`,
      errorResponseBuilder: () => new CodedError('RATE_LIMITED', 'A link was used too often.'),
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, request, reply) => {
      const page = pageOf(error, request);
      if (page.status === 500) log.error({ requestId: request.id, err: error }, 'a preference page failed');
      return show(reply, page);
    });

    scope.get<TokenRoute>('/preferences/:token', async ({ params }, reply) => {
      const link = links.openPreferences(params.token);
      const person = link === null ? null : await people.personOf(link);
      if (link === null || person === null) return show(reply, refusals.unknownPage);
      return show(reply, link.expiresAt <= timeOf(clock) ? expiredPage(person) : preferencesPage(person));
    });
    scope.post<TokenRoute>('/preferences/:token', { bodyLimit: limits.preferencesBody }, async (request, reply) => {
      const link = links.openPreferences(request.params.token);
      if (link === null) return show(reply, refusals.unknownPage);
      const form = await formOf(request.headers['content-type'], request.body);
      const action = form?.get('action');
      if (form === null || (action !== actions.save && action !== actions.endAll)) {
        const wanted = `A form with "action" of "${actions.save}" or "${actions.endAll}" is expected.`;
        return show(reply, refusals.unreadablePage(wanted));
      }
      const expired = link.expiresAt <= timeOf(clock);
      if (expired && action === actions.save) {
        const person = await people.personOf(link);
        return show(reply, person === null ? refusals.unknownPage : expiredPage(person));
      }
      const [shown, ticked] = [textsOf(form, 'shown'), textsOf(form, 'on')];
      const person = await people.choose(
        link,
        (known) => (action === actions.endAll ? nothingMore(known) : choicesOfForm(known, shown, ticked)),
        visitorOf(request),
      );
      if (person === null) return show(reply, refusals.unknownPage);
      const page = chosenPage(person);
      return show(reply, expired ? { ...page, content: expiredPage(person).content } : page);
    });

    scope.get<TokenRoute>('/u/:token', async ({ params }, reply) => {
      const link = links.openUnsubscribe(params.token);
      const unsubscription = link === null ? null : await people.unsubscriptionOf(link);
      return show(reply, unsubscription === null ? refusals.unknownPage : unsubscribePage(unsubscription));
    });
    scope.post<TokenRoute>('/u/:token', { bodyLimit: limits.linkBody }, async (request, reply) => {
      const link = links.openUnsubscribe(request.params.token);
      if (link === null) return show(reply, refusals.unknownPage);
      if (!isOneClick(await formOf(request.headers['content-type'], request.body))) {
        const wanted = `A form with ${oneClick.name}=${oneClick.value} is expected (RFC 8058).`;
        return show(reply, refusals.unreadablePage(wanted));
      }
      const unsubscription = await people.unsubscriptionOf(link);
      if (unsubscription === null) return show(reply, refusals.unknownPage);
      await people.unsubscribe(link, unsubscribeText(unsubscription), visitorOf(request));
      return show(reply, unsubscribedPage(unsubscription));
    });

    scope.get<ConfirmRoute>('/confirm/:channel/:token', async ({ params }, reply) => {
      const question = await people.questionOf(params.channel, params.token);
      return show(reply, question === null ? refusals.unknownPage : confirmPage(question, false));
    });
    scope.post<ConfirmRoute>('/confirm/:channel/:token', { bodyLimit: limits.linkBody }, async (request, reply) => {
      const { channel, token } = request.params;
      const asked = await people.questionOf(channel, token);
      if (asked === null) return show(reply, refusals.unknownPage);
      const answer = await people.confirm(channel, token, confirmText(asked), visitorOf(request));
      return show(reply, answer === null ? refusals.unknownPage : confirmPage(answer, asked.state === 'OPEN'));
    });
  });
}

const show = (reply: FastifyReply, page: Page): FastifyReply =>
  reply.status(page.status).headers(pageHeaders).send(renderPage(page));

const visitorOf = (request: FastifyRequest): Visitor => ({
  ip: request.ip,
  userAgent: request.headers['user-agent'] ?? null,
});

function pageOf(error: unknown, { routeOptions }: FastifyRequest): Page {
  if (error instanceof CodedError && error.code === 'RATE_LIMITED') return refusals.tooOftenPage;
  if (error instanceof CodedError && error.code.startsWith('SUBGRAPH_')) return refusals.unavailablePage;
  const status = Number(Object(error).statusCode);
  if (status === 413) return refusals.tooLargePage(routeOptions.bodyLimit ?? limits.linkBody);
  return status >= 400 && status < 500 ? refusals.unreadablePage('A form is expected.') : refusals.failedPage;
}
