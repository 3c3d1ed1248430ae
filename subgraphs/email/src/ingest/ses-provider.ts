import { counted, jsonOf, type Provider } from '@ucp/channel/webhook';
import { jsonResponse } from '@ucp/kit/door';
import { badInput } from '@ucp/kit/errors';
import { translateSes } from './ses.ts';
import type { SnsRequests } from './sns-requests.ts';
import { isSnsUrl, type SnsEnvelope, snsEnvelope, verifySns } from './sns-signature.ts';

interface SesSecret {
  readonly topicArns: readonly string[];
}

const arn = /^arn:aws[\w-]*:sns:[a-z0-9-]+:\d+:[\w-]{1,256}(\.fifo)?$/;
const topicLimit = 20;

const envelopeOf = (body: Buffer): SnsEnvelope | null => snsEnvelope.safeParse(jsonOf(body)).data ?? null;

/**
 * Amazon SES, whose events come as messages of SNS topics. A topic that is not configured says nothing here, however well it is
 * signed: anybody may have a topic.
 */
export function createSes({ certificate, confirm }: SnsRequests): Provider<SesSecret> {
  return {
    name: 'ses',
    readSecret: ({ topicArns }, field) => {
      const given: readonly unknown[] = Array.isArray(topicArns) ? topicArns : [];
      const arns = given.filter((each) => typeof each === 'string').map((each) => each.trim());
      const wrong = arns.find((each) => !arn.test(each));
      if (arns.length === 0 || arns.length > topicLimit || wrong !== undefined) {
        throw badInput(
          [...field, 'topicArns'],
          `SES needs "topicArns": 1 to ${topicLimit} ARNs of SNS topics, for example arn:aws:sns:us-east-1:123456789012:events, got ${wrong === undefined ? arns.length : `"${wrong.slice(0, 100)}"`}`,
        );
      }
      return { topicArns: [...new Set(arns)].sort() };
    },
    verify: async ({ topicArns }, _request, body) => {
      const envelope = envelopeOf(body);
      if (envelope === null || !topicArns.includes(envelope.TopicArn)) return false;
      return verifySns(envelope, certificate);
    },
    handshake: async (body) => {
      const envelope = envelopeOf(body);
      if (envelope?.Type !== 'SubscriptionConfirmation') return null;
      const url = envelope.SubscribeURL ?? '';
      if (!isSnsUrl(url)) {
        const message = 'The subscription is not confirmed at an address of SNS.';
        return jsonResponse(403, { error: { code: 'FORBIDDEN', message } });
      }
      await confirm(url);
      return jsonResponse(200, { confirmed: envelope.TopicArn });
    },
    translate: (body) => {
      const envelope = envelopeOf(body);
      return envelope === null ? null : translateSes(envelope);
    },
    answer: counted,
  };
}
