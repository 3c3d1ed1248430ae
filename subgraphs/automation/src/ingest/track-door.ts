import { type Door, jsonResponse } from '@ucp/kit/door';
import { CodedError, errorCodes } from '@ucp/kit/errors';
import { parseMoment } from '@ucp/kit/scalars';
import { z } from 'zod';
import type { Track } from '../actions/track.ts';

const event = z.object({
  key: z.string(),
  identifier: z.object({
    contactId: z.string().optional(),
    email: z.string().optional(),
    mobile: z.string().optional(),
    externalId: z.string().optional(),
    anonymousId: z.string().optional(),
  }),
  name: z.string(),
  at: z
    .string()
    .optional()
    .transform((text, context) => {
      try {
        return text === undefined ? null : parseMoment(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is no moment' });
        return z.NEVER;
      }
    }),
  properties: z.unknown().optional(),
});
const body = z.object({ events: z.array(event) });

/** `POST /track`: `{ "events": [ … ] }`, each as `BehaviorInput`. */
export const trackDoor = (track: Track): Door => ({
  method: 'POST',
  path: '/track',
  scopes: ['behaviors:write'],
  streams: false,
  handle: async (request) => {
    try {
      if (request.caller === null) throw new CodedError('UNAUTHENTICATED', 'Events are sent with a key');
      const parsed = body.safeParse(parse(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)));
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new CodedError(
          'BAD_USER_INPUT',
          `The body is { "events": [ … ] }; ${issue?.path.join('.')}: ${issue?.message}`,
        );
      }
      const { accepted, duplicates, userErrors } = await track(request.caller.account, parsed.data.events);
      return jsonResponse(200, { accepted, duplicates, errors: userErrors });
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return jsonResponse(errorCodes[error.code].status, { error: { code: error.code, message: error.message } });
    }
  },
});

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
