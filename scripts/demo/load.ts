import { readFileSync } from 'node:fs';
import type { Clock } from '@ucp/kit/clock';
import { customFields, heroine, smsSettings, topics } from './account.ts';
import type { BehaviorLine } from './behaviors.ts';
import type { Client } from './client.ts';
import type { EnrollmentLine } from './enrollments.ts';
import type { EmailEventLine, SmsEventLine } from './events.ts';
import { loadBehaviors, loadEnrollments } from './load-automation.ts';
import { configureMessages } from './messages.ts';
import { daysBefore, shiftTo } from './reference-day.ts';
import { createSendGridSender } from './sendgrid-sender.ts';
import { createTwilioSender } from './twilio-sender.ts';

/** What a load that was cut off needs to go on as the same senders on the same day: its events then come again, not anew. */
export interface LoadState {
  /** Milliseconds since 1970. */
  readonly anchor: number;
  readonly sendGridKey: string;
  readonly twilioToken: string;
}

export const newLoadState = (anchor: number): LoadState => ({
  anchor,
  sendGridKey: createSendGridSender().privateKey,
  twilioToken: createTwilioSender().authToken,
});

/** Reports under way at once: what comes together shares a commit. */
const width = 64;
const emailBatch = 1_000;

const read = (name: string): string => readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8');
const linesOf = <Line>(name: string): Line[] =>
  read(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/**
 * Brings the demo account in through the product's own doors, as its customers' data comes: lists as files, events signed as
 * the providers sign them. The clock is moved along, so that what happened long ago was also recorded then. Repeatable.
 */
export async function loadDemo(options: {
  readonly client: Client;
  readonly clock: Clock;
  readonly state: LoadState;
  readonly tell: (text: string) => void;
}): Promise<void> {
  const { client, clock, state, tell } = options;
  const shift = shiftTo(state.anchor);
  const at = (moment: number) => clock.setOffset(moment + shift - Date.now());
  try {
    const sources = await configure(client, state);
    await configureMessages(client);
    const sms = linesOf<SmsEventLine>('sms-events.ndjson');
    const email = linesOf<EmailEventLine>('email-events.ndjson');
    at(daysBefore(150, 32_400).getTime());
    tell(await takeIn(client, 'email-list.csv', shift));
    const listed = daysBefore(140, 32_400).getTime();
    const early = sms.filter((line) => line.at * 1_000 < listed);
    await texts(sources, state, early, shift, at);
    await untilKnown(
      client,
      early.map(({ form }) => String(form.From)),
    );
    at(listed);
    tell(await takeIn(client, 'sms-list.csv', shift));
    await mails(sources, state, email, shift, at);
    tell(`${email.length} events of SendGrid are in`);
    await texts(
      sources,
      state,
      sms.filter((line) => line.at * 1_000 >= listed),
      shift,
      at,
    );
    tell(`${sms.length} events of Twilio are in`);
    at(daysBefore(0, 0).getTime());
    tell(await loadBehaviors(client, linesOf<BehaviorLine>('behaviors.ndjson'), shift));
    tell(await loadEnrollments(client, linesOf<EnrollmentLine>('enrollments.ndjson'), shift));
    at(daysBefore(9, 50_000).getTime());
    await aboutAda(client, new Date(daysBefore(9, 49_000).getTime() + shift));
  } finally {
    clock.setOffset(0);
  }
}

interface Sources {
  readonly sendGridUrl: string;
  readonly twilioUrl: string;
}

async function configure({ ask, url }: Client, state: LoadState): Promise<Sources> {
  for (const input of customFields) {
    await ask(
      'mutation ($input: CustomFieldDefinitionInput!) { customFieldDefine(input: $input) { userErrors { message } } }',
      { input },
    );
  }
  await ask('mutation ($input: SmsSettingsInput!) { smsSettingsUpdate(input: $input) { userErrors { message } } }', {
    input: smsSettings,
  });
  for (const topic of topics.email)
    await ask(
      'mutation ($key: String!, $name: String!) { emailTopicSet(key: $key, name: $name) { userErrors { message } } }',
      topic,
    );
  for (const topic of topics.sms)
    await ask(
      'mutation ($key: String!, $name: String!) { smsTopicSet(key: $key, name: $name) { userErrors { message } } }',
      topic,
    );
  const { emailSources, smsSources } = await ask('{ emailSources { webhookPath } smsSources { webhookPath } }');
  const source = async (channel: 'Email' | 'Sms', provider: string, secret: object): Promise<string> => {
    const field = `${channel.toLowerCase()}SourceCreate`;
    const document = `mutation ($input: ${channel}SourceInput!) { ${field}(input: $input) { source { webhookPath } userErrors { message } } }`;
    return (await ask(document, { input: { name: 'main', provider, secret } }))[field].source.webhookPath;
  };
  const sendGrid = createSendGridSender(state.sendGridKey);
  return {
    sendGridUrl:
      url + (emailSources[0]?.webhookPath ?? (await source('Email', 'SENDGRID', { publicKey: sendGrid.publicKey }))),
    twilioUrl: url + (smsSources[0]?.webhookPath ?? (await source('Sms', 'TWILIO', { authToken: state.twilioToken }))),
  };
}

/** Sends a list in and waits for its last row. */
async function takeIn(client: Client, fileName: string, shift: number): Promise<string> {
  const moved = read(fileName).replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (moment) =>
    new Date(Date.parse(moment) + shift).toISOString(),
  );
  const id = await client.importFile(fileName, moved);
  for (;;) {
    const { importJob } = await client.ask(
      'query ($id: ID!) { importJob(id: $id) { state failure created updated merged refused rejected } }',
      { id },
    );
    const { state, failure, created, updated, merged, refused, rejected } = importJob;
    if (state === 'FAILED') throw new Error(failure);
    if (state === 'COMPLETED') {
      return `${fileName}: ${created} contacts made, ${updated} updated, ${merged} merged, ${refused} kept apart for review, ${rejected} rows rejected with their reason`;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until every number that texted is a contact: identity follows the channels, it is not called by them. */
async function untilKnown({ ask }: Client, mobiles: readonly string[]): Promise<void> {
  for (const mobile of mobiles) {
    for (;;) {
      const query = 'query ($by: ContactIdentifierInput!) { contactByIdentifier(identifier: $by) { id } }';
      if ((await ask(query, { by: { mobile } })).contactByIdentifier !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

type MoveClock = (moment: number) => void;

async function mails(
  { sendGridUrl }: Sources,
  state: LoadState,
  lines: readonly EmailEventLine[],
  shift: number,
  at: MoveClock,
): Promise<void> {
  const sender = createSendGridSender(state.sendGridKey);
  for (let from = 0; from < lines.length; from += emailBatch) {
    const batch = lines.slice(from, from + emailBatch);
    at((batch.at(-1)?.timestamp ?? 0) * 1_000);
    await taken(
      await sender.post(
        sendGridUrl,
        batch.map((line) => ({ ...line, timestamp: line.timestamp + shift / 1_000 })),
      ),
    );
  }
}

/** Texts have no time of their own: the clock stands at each as it comes. Reports of the network have, and come together. */
async function texts(
  { twilioUrl }: Sources,
  state: LoadState,
  lines: readonly SmsEventLine[],
  shift: number,
  at: MoveClock,
): Promise<void> {
  const sender = createTwilioSender(state.twilioToken);
  const isReceived = ({ form }: SmsEventLine): boolean => form.SmsStatus === 'received';
  for (const line of lines.filter(isReceived)) {
    at(line.at * 1_000);
    await taken(await sender.post(twilioUrl, line.form));
  }
  const reports = lines.filter((line) => !isReceived(line));
  at((reports.at(-1)?.at ?? 0) * 1_000);
  for (let from = 0; from < reports.length; from += width) {
    const posts = reports
      .slice(from, from + width)
      .map(({ at: seconds, form }) =>
        sender.post(twilioUrl, { ...form, RawDlrDoneDate: networkTime(seconds * 1_000 + shift) }),
      );
    for (const response of await Promise.all(posts)) await taken(response);
  }
}

/** YYMMDDhhmm, as networks tell it. */
const networkTime = (moment: number): string => new Date(moment).toISOString().replace(/\D/g, '').slice(2, 12);

async function taken(response: Response): Promise<void> {
  const text = await response.text();
  if (response.status !== 200) throw new Error(`a webhook was answered ${response.status}: ${text}`);
}

/** What staff and the shop's own system note about Ada. */
async function aboutAda({ ask }: Client, occurredAt: Date): Promise<void> {
  const { contactUpsert } = await ask(
    'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } userErrors { message } } }',
    {
      input: {
        identifiers: [{ email: heroine.email }],
        customFields: [{ key: 'lifetime_value', value: 1_310 }],
        addTags: ['tasting-guest'],
      },
    },
  );
  await ask(
    'mutation ($input: ContactComplianceInput!) { contactComplianceSet(input: $input) { userErrors { message } } }',
    {
      input: { contactId: contactUpsert.contact.id, lawfulBasis: 'consent' },
    },
  );
  await ask('mutation ($input: EmailConsentInput!) { emailConsentRecord(input: $input) { userErrors { message } } }', {
    input: {
      address: heroine.email,
      topic: 'roastery',
      state: 'GRANTED',
      evidence: {
        method: 'FORM',
        occurredAt: occurredAt.toISOString(),
        statedText: 'Yes, tell me what happens at the roastery',
        actor: heroine.email,
        ip: '203.0.113.9',
        userAgent: 'Mozilla/5.0',
      },
    },
  });
}
