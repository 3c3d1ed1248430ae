import { createEmailWith } from '@ucp/email';
import { mounts } from '@ucp/gateway/mounts';
import { createMailgunSender } from '@ucp/scripts/demo/mailgun-sender';
import { createPostmarkSender } from '@ucp/scripts/demo/postmark-sender';
import { createSesSender } from '@ucp/scripts/demo/ses-sender';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

/** A history over five providers takes ten times as long as one over one. */
const numRuns = Math.ceil(Number(process.env.UCP_PROPERTY_RUNS ?? 10) / 10);
const ses = createSesSender();
const postmark = createPostmarkSender();
const mailgun = createMailgunSender();
let system: System;

beforeAll(async () => {
  system = await startSystem({ creators: { ...mounts, email: createEmailWith(ses.request) } });
});
afterAll(() => system.stop());

const email = 'ada@example.com';
const mobile = '+15125550123';
const day = 86_400;
const start = Math.floor(Date.now() / 1_000) - 40.5 * day;

/** An account with a source of each provider. */
async function openAccount() {
  const story = await tellStory(system);
  const id = await story.contact({ email }, { mobile });
  const source = async (provider: string, secret: object): Promise<string> => {
    const { data } = await story.ask(
      'mutation ($input: EmailSourceInput!) { emailSourceCreate(input: $input) { source { webhookPath } userErrors { message } } }',
      { input: { name: provider.toLowerCase(), provider, secret } },
    );
    return `${system.url}${data.emailSourceCreate.source.webhookPath}`;
  };
  const urls = {
    ses: await source('SES', { topicArns: [ses.topicArn] }),
    postmark: await source('POSTMARK', { username: postmark.username, password: postmark.password }),
    mailgun: await source('MAILGUN', { signingKey: mailgun.signingKey }),
  };
  return { story, id, urls };
}
type Account = Awaited<ReturnType<typeof openAccount>>;

/** Something that happens, as a number of things its provider tells. */
interface Happening {
  readonly provider: 'sendgrid' | 'ses' | 'postmark' | 'mailgun' | 'twilio' | 'text';
  readonly kind: number;
  readonly second: number;
  readonly message: number;
  readonly link: number;
  readonly no: number;
}

const happening = fc.record({
  provider: fc.constantFrom('sendgrid', 'ses', 'postmark', 'mailgun', 'twilio', 'text'),
  kind: fc.nat(99),
  second: fc.integer({ min: 0, max: 25 }),
  message: fc.integer({ min: 0, max: 2 }),
  link: fc.integer({ min: 0, max: 3 }),
});
/** What a scanner does: every link of a message, right after each other. The second kind of every email provider is a click. */
const scan = fc
  .record({
    provider: fc.constantFrom('sendgrid', 'ses', 'postmark', 'mailgun'),
    second: fc.integer({ min: 0, max: 25 }),
    message: fc.integer({ min: 0, max: 2 }),
    links: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ links, second, ...each }) =>
    Array.from({ length: links }, (_, link) => ({ ...each, kind: 1, link, second: second + link })),
  );
const history: fc.Arbitrary<readonly Happening[]> = fc
  .tuple(fc.array(happening, { minLength: 2, maxLength: 18 }), fc.array(scan, { minLength: 1, maxLength: 2 }))
  .map(([list, scans]) => [...list, ...scans.flat()].map((each, no) => ({ ...each, no })));

function pick<Kind>(kinds: readonly [Kind, ...Kind[]], { kind }: Happening): Kind {
  return kinds[kind % kinds.length] ?? kinds[0];
}
const iso = ({ second }: Happening): string => new Date((start + second) * 1_000).toISOString();
const url = ({ link }: Happening): string => `https://example.com/${link}`;

async function tell({ story, urls }: Account, each: Happening): Promise<Response> {
  const { second, message, no } = each;
  switch (each.provider) {
    case 'sendgrid': {
      const event = pick(
        ['delivered', 'click', 'click', 'open', 'bounce', 'unsubscribe', 'group_unsubscribe', 'teleported'],
        each,
      );
      const more = {
        type: 'bounce',
        asm_group_id: 1,
        sg_event_id: `e${no}`,
        sg_message_id: `m${message}.x`,
        url: url(each),
      };
      return story.sendGrid.post(story.sendGridUrl, [{ event, email, timestamp: start + second, ...more }]);
    }
    case 'ses': {
      const mail = { messageId: `m${message}`, destination: [email], timestamp: iso(each) };
      const at = { timestamp: iso(each) };
      const seen = { ...at, userAgent: 'Mozilla/5.0 (Windows)', ipAddress: `192.0.2.${no}` };
      const record = pick<object>(
        [
          { eventType: 'Delivery', mail, delivery: { ...at, recipients: [email] } },
          { eventType: 'Click', mail, click: { ...seen, link: url(each) } },
          { eventType: 'Click', mail, click: { ...seen, link: url(each), userAgent: 'okhttp/4' } },
          {
            eventType: 'Bounce',
            mail,
            bounce: {
              ...at,
              bounceType: 'Permanent',
              feedbackId: `f${no}`,
              bouncedRecipients: [{ emailAddress: email }],
            },
          },
          {
            notificationType: 'Complaint',
            mail,
            complaint: { ...at, feedbackId: `f${no}`, complainedRecipients: [{ emailAddress: email }] },
          },
        ],
        each,
      );
      return ses.post(urls.ses, record);
    }
    case 'postmark': {
      const base = { MessageID: `m${message}`, Recipient: email, Email: email };
      // With seven digits: nothing else tells two clicks of a second from each other.
      const clickedAt = iso(each).replace('.000', `.${String(no).padStart(7, '0')}`);
      const record = pick<object>(
        [
          { RecordType: 'Delivery', DeliveredAt: iso(each) },
          { RecordType: 'Click', ReceivedAt: clickedAt, OriginalLink: url(each), UserAgent: `Mozilla/5.0 (${no})` },
          { RecordType: 'Bounce', Type: 'HardBounce', ID: no, BouncedAt: iso(each) },
          {
            RecordType: 'SubscriptionChange',
            ChangedAt: iso(each),
            SuppressSending: true,
            SuppressionReason: 'ManualSuppression',
            Origin: 'Customer',
          },
          { RecordType: 'SubscriptionChange', ChangedAt: iso(each), SuppressSending: false, Origin: 'Admin' },
        ],
        each,
      );
      return postmark.post(urls.postmark, { ...base, ...record });
    }
    case 'mailgun': {
      const event = pick(['delivered', 'clicked', 'opened', 'failed', 'unsubscribed', 'accepted'], each);
      const message_ = { headers: { 'message-id': `m${message}` } };
      const bot = { 'client-info': { bot: no % 2 === 0 ? 'generic' : '' } };
      const data = {
        event,
        id: `e${no}`,
        timestamp: start + second,
        recipient: email,
        severity: 'permanent',
        reason: 'bounce',
        url: url(each),
        message: message_,
        ...bot,
      };
      // A retry is the same webhook, signature included.
      return mailgun.post(urls.mailgun, data);
    }
    case 'twilio': {
      const MessageStatus = pick(['sent', 'delivered', 'undelivered', 'queued'], each);
      // Times to the minute: the network's own.
      const RawDlrDoneDate = iso(each).replace(/[-:T]/g, '').slice(2, 12);
      const recipient: Record<string, string> = no % 2 === 0 || MessageStatus === 'sent' ? { To: mobile } : {};
      return story.twilio.post(story.twilioUrl, {
        MessageSid: `SM${message}`,
        MessageStatus,
        ErrorCode: '30003',
        RawDlrDoneDate,
        ...recipient,
      });
    }
    case 'text':
      return story.twilio.text(
        story.twilioUrl,
        mobile,
        pick(['hello', 'STOP', 'HELP', 'START', 'please stop texting me'], each),
        {
          MessageSid: `SMin${no}`,
          SmsSid: `SMin${no}`,
        },
      );
  }
}

const asked = `query ($id: ID!) { contact(id: $id) {
  email {
    status
    canSend { allowed decidedBy checks { rule passed detail since } }
    consents { state topic { key } since method }
    addresses { status consecutiveHardBounces }
    engagement { sends deliveries opens clicks bounces complaints unsubscribes machineOpens machineClicks lastEngagedAt }
    all: engagement(includeMachine: true) { opens clicks }
  }
  sms { status canSend { allowed decidedBy } consents { state method } engagement { sends deliveries failures replies unsubscribes } }
  timeline(first: 200) { nodes { at channel kind summary details messageId } }
} emailSources { name counts { new unassigned } } smsSources { name counts { new unassigned } } }`;

/** The state that a history leads to. What has no time of its own is told without it. */
async function stateOf({ story, id }: Account): Promise<object> {
  const { data, errors } = await story.ask(asked, { id });
  expect(errors).toBeUndefined();
  const { timeline, ...contact } = data.contact;
  type Node = { readonly at: string; readonly channel: string | null; readonly kind: string };
  const happened = timeline.nodes
    .filter(({ channel }: Node) => channel !== null)
    .map((node: Node) =>
      JSON.stringify(/REPLY|UNSUBSCRIBE/.test(node.kind) && node.channel === 'SMS' ? { ...node, at: null } : node),
    );
  return { contact, happened: happened.sort(), sources: [data.emailSources, data.smsSources] };
}

test('clicks of a scanner are left out of counts, filters and scores, also when only later ones tell; a switch shows them', async () => {
  const { story, id, urls } = await openAccount();
  const click = (link: number) =>
    postmark.post(urls.postmark, {
      RecordType: 'Click',
      MessageID: 'm1',
      Recipient: email,
      ReceivedAt: new Date((start + link) * 1_000).toISOString(),
      OriginalLink: `https://example.com/${link}`,
    });
  await story.ask('mutation ($input: ScoreModelInput!) { scoreModelSet(input: $input) { userErrors { message } } }', {
    input: {
      rules: [
        {
          name: 'clicks',
          part: 'ACTIONS',
          points: 5,
          perInstance: true,
          when: { email: { did: [{ kinds: ['CLICK'] }] } },
        },
      ],
    },
  });
  const seen = async () => {
    const { data } = await story.ask(
      `query ($id: ID!, $people: AudienceFilter!, $all: AudienceFilter!) {
        contact(id: $id) {
          score { total }
          email { lastEngagedAt people: engagement { clicks machineClicks } all: engagement(includeMachine: true) { clicks } }
        }
        people: audience(filter: $people) { size }
        all: audience(filter: $all) { size }
      }`,
      {
        id,
        people: { email: { did: [{ kinds: ['CLICK'] }] } },
        all: { email: { did: [{ kinds: ['CLICK'], includeMachine: true }] } },
      },
    );
    const { score, email: profile } = data.contact;
    return [
      score.total,
      profile.people,
      profile.all.clicks,
      profile.lastEngagedAt !== null,
      data.people.size,
      data.all.size,
    ];
  };
  await click(0);
  await click(1);
  expect(await seen()).toEqual([10, { clicks: 2, machineClicks: 0 }, 2, true, 1, 1]);
  await click(2);
  expect(await seen()).toEqual([0, { clicks: 0, machineClicks: 3 }, 3, false, 0, 1]);
});

test('a history over every provider that comes three times, shuffled, in parallel and days late ends in the state of one that came in order, once', async () => {
  await fc.assert(
    fc.asyncProperty(
      history.chain((list) =>
        fc.tuple(
          fc.constant([...list].sort((a, b) => a.second - b.second || a.no - b.no)),
          fc.shuffledSubarray([...list, ...list, ...list], { minLength: list.length * 3 }),
          fc.integer({ min: 1, max: 8 }),
          fc.integer({ min: 0, max: 30 }),
        ),
      ),
      async ([ordered, shuffled, size, days]) => {
        // Texts have no time but that of their receipt: what they say depends on their order, which is kept.
        const texts = ordered.filter(({ provider }) => provider === 'text').flatMap((each) => [each, each, each]);
        const arriving = shuffled.map((each) => (each.provider === 'text' ? (texts.shift() ?? each) : each));
        const plainly = await openAccount();
        for (const each of ordered) expect((await tell(plainly, each)).status).toBe(200);
        const expected = await stateOf(plainly);
        const wildly = await openAccount();
        for (let from = 0; from < arriving.length; from += size) {
          const batch = arriving.slice(from, from + size);
          system.clock.setOffset((days * day * 1_000 * from) / arriving.length);
          const answers = await Promise.all(
            batch.filter(({ provider }) => provider !== 'text').map((each) => tell(wildly, each)),
          );
          for (const each of batch) if (each.provider === 'text') answers.push(await tell(wildly, each));
          expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
        }
        const reached = await stateOf(wildly);
        system.clock.setOffset(0);
        expect(reached).toEqual(expected);
      },
    ),
    { numRuns },
  );
});
