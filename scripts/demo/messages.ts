import type { Client } from './client.ts';

/** What the demo account writes: templates of both channels, which leave by the outbox of this machine. */
const emailTemplates = [
  {
    key: 'welcome',
    name: 'Welcome',
    content: {
      subject: 'Welcome to Northwind{{#first_name}}, {{first_name}}{{/first_name}}',
      html: `<h1>Good morning{{#first_name}}, {{first_name}}{{/first_name}}</h1>
<p>Your first {{#favorite_drink}}{{favorite_drink}}{{/favorite_drink}}{{^favorite_drink}}cup{{/favorite_drink}} is on us: <a href="https://northwind.example/first-cup">choose your roast</a>.</p>
<p><a href="{{preferencesUrl}}">What we send you</a></p>`,
    },
  },
  {
    key: 'spring-roast',
    name: 'Spring roast',
    content: {
      subject: 'The spring roast is here',
      html: `<p>{{#city}}Now in {{city}} too: {{/city}}<a href="https://northwind.example/spring">the spring roast</a>, light and floral.</p>`,
    },
  },
];
const smsTemplates = [
  {
    key: 'spring-roast',
    name: 'Spring roast',
    content: {
      body: 'Northwind: the spring roast is here{{#first_name}}, {{first_name}}{{/first_name}}. https://northwind.example/spring Reply STOP to end.',
    },
  },
];

/** Repeatable: what is there already stays. */
export async function configureMessages({ ask }: Client): Promise<void> {
  const { emailSenders, smsSenders } = await ask('{ emailSenders { id } smsSenders { id } }');
  for (const [channel, senders] of [
    ['email', emailSenders],
    ['sms', smsSenders],
  ]) {
    if (senders.length > 0) continue;
    await ask(
      `mutation { ${channel}SenderCreate(input: { name: "outbox", provider: "OUTBOX", settings: {} }) { userErrors { message } } }`,
    );
  }
  for (const input of emailTemplates)
    await ask('mutation ($input: EmailTemplateInput!) { emailTemplateSet(input: $input) { userErrors { message } } }', {
      input,
    });
  for (const input of smsTemplates)
    await ask('mutation ($input: SmsTemplateInput!) { smsTemplateSet(input: $input) { userErrors { message } } }', {
      input,
    });
}
