import { createSendGridSender, type SendGridEvent, type SendGridSender } from '@ucp/scripts/demo/sendgrid-sender';
import { createTwilioSender, type TwilioSender } from '@ucp/scripts/demo/twilio-sender';
import type { Answer, Roles, System } from './system.ts';

/** An account with its sources of events, told as a story: who signed up, who clicked, who said STOP. */
export interface Story {
  readonly keys: Readonly<Record<Roles, string>>;
  /** Asks as the account's administrator. */
  readonly ask: (document: string, variables?: Record<string, unknown>) => Promise<Answer>;
  readonly sendGrid: SendGridSender;
  readonly twilio: TwilioSender;
  readonly sendGridUrl: string;
  readonly twilioUrl: string;
  /** Creates, updates or merges a contact by identifiers. @returns its id */
  readonly contact: (...identifiers: readonly object[]) => Promise<string>;
  /** @returns id of the merge */
  readonly merge: (...contactIds: readonly string[]) => Promise<string>;
  readonly unmerge: (mergeId: string) => Promise<void>;
  /** SendGrid tells of something that happens to an address now. */
  readonly emailEvent: (email: string, event: string, fields?: Partial<SendGridEvent>) => Promise<void>;
  /** A person texts. @returns TwiML */
  readonly text: (from: string, body: string) => Promise<string>;
  readonly consent: (channel: 'email' | 'sms', address: string, state: string, topic?: string) => Promise<void>;
}

export async function tellStory(system: System): Promise<Story> {
  const { keys } = await system.openAccount();
  const ask: Story['ask'] = (document, variables) => system.ask(keys.ADMIN, document, variables);
  const sendGrid = createSendGridSender();
  const twilio = createTwilioSender();
  const source = async (channel: 'Email' | 'Sms', provider: string, secret: object): Promise<string> => {
    const field = `${channel.toLowerCase()}SourceCreate`;
    const { data } = await ask(
      `mutation ($input: ${channel}SourceInput!) { ${field}(input: $input) { source { webhookPath } userErrors { message } } }`,
      { input: { name: 'main', provider, secret } },
    );
    return `${system.url}${data[field].source.webhookPath}`;
  };
  const sendGridUrl = await source('Email', 'SENDGRID', { publicKey: sendGrid.publicKey });
  const twilioUrl = await source('Sms', 'TWILIO', { authToken: twilio.authToken });
  // At any hour: what a story expects must not depend on when it is told.
  await ask('mutation { smsSettingsUpdate(input: { sendingHours: null }) { userErrors { message } } }');
  await ask(
    'mutation { news: emailTopicSet(key: "news", name: "News") { userErrors { message } } deals: smsTopicSet(key: "deals", name: "Deals") { userErrors { message } } }',
  );

  const done = ({ userErrors }: { readonly userErrors: readonly { readonly message: string }[] }) => {
    if (userErrors.length > 0) throw new Error(userErrors.map(({ message }) => message).join('; '));
  };
  const accepted = async (response: Response): Promise<string> => {
    if (response.status !== 200) throw new Error(`the webhook was answered ${response.status}`);
    return response.text();
  };
  return {
    keys,
    ask,
    sendGrid,
    twilio,
    sendGridUrl,
    twilioUrl,
    contact: async (...identifiers) => {
      const { data } = await ask(
        'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } userErrors { message } } }',
        {
          input: { identifiers },
        },
      );
      done(data.contactUpsert);
      return data.contactUpsert.contact.id;
    },
    merge: async (...contactIds) => {
      const { data } = await ask(
        'mutation ($input: ContactMergeInput!) { contactMerge(input: $input) { merge { id } userErrors { message } } }',
        {
          input: { contactIds },
        },
      );
      done(data.contactMerge);
      return data.contactMerge.merge.id;
    },
    unmerge: async (mergeId) => {
      const { data } = await ask(
        'mutation ($mergeId: ID!) { contactUnmerge(mergeId: $mergeId) { userErrors { message } } }',
        { mergeId },
      );
      done(data.contactUnmerge);
    },
    emailEvent: async (email, event, fields = {}) => {
      const timestamp = Math.floor((Date.now() + system.clock.offset()) / 1000);
      await accepted(await sendGrid.post(sendGridUrl, [{ timestamp, ...fields, email, event }]));
    },
    text: async (from, body) => accepted(await twilio.text(twilioUrl, from, body)),
    consent: async (channel, address, state, topic) => {
      const type = channel === 'email' ? 'Email' : 'Sms';
      const evidence = {
        method: 'FORM',
        occurredAt: new Date(Date.now() + system.clock.offset() - 60_000),
        statedText: 'Yes, send it to me',
        actor: address,
      };
      const input = {
        [channel === 'email' ? 'address' : 'number']: address,
        state,
        evidence,
        ...(topic === undefined ? {} : { topic }),
      };
      const { data } = await ask(
        `mutation ($input: ${type}ConsentInput!) { ${channel}ConsentRecord(input: $input) { userErrors { message } } }`,
        { input },
      );
      done(data[`${channel}ConsentRecord`]);
    },
  };
}
