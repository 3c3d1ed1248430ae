import { expect, test } from 'vitest';
import { checkDefinition } from '../check-definition.ts';
import { documentOf } from '../definition-document.ts';
import { namedIn } from '../named.ts';
import { readDefinition } from '../read-definition.ts';
import { definitionFrom, workflowTemplates } from './templates.ts';

test.each(workflowTemplates.map(({ key, asksNotify }) => [key, asksNotify ? 'sales@example.com' : null] as const))(
  '%s can be run as it is, and names nothing that an account may not have',
  (key, notify) => {
    const definition = definitionFrom(key, notify);
    expect(checkDefinition(documentOf(definition))).toEqual([]);
    const { messages, fields, endpoints, workflows, segments } = namedIn(readDefinition(definition));
    expect({ fields, endpoints, workflows, segments }).toEqual({
      fields: [],
      endpoints: [],
      workflows: [],
      segments: [],
    });
    for (const { what } of messages) expect(what).toMatchObject({ template: null, topic: null, sender: null });
  },
);

test('a text message of a template says how to stop them', () => {
  const texts = workflowTemplates.flatMap(({ definition }) =>
    namedIn(readDefinition(definition)).messages.filter(({ what }) => what.channel === 'SMS'),
  );
  expect(texts.length).toBeGreaterThan(3);
  for (const { what } of texts) expect(String(what.content?.body)).toContain('Reply STOP to opt out.');
});

test('who is to be told is asked for where a template tells somebody, and only there', () => {
  expect(() => definitionFrom('engagement-alert', null)).toThrow('"notify" is their email address');
  expect(() => definitionFrom('lead-nurture', 'sales@example.com')).toThrow('tells nobody of the staff');
  expect(() => definitionFrom('birthday', null)).toThrow('The templates are lead-nurture, cart-abandonment');
  expect(definitionFrom('engagement-alert', 'hook_1').steps[0]?.notify).toMatchObject({ endpoint: 'hook_1' });
});
