import { badInput, notFound } from '@ucp/kit/errors';
import { cartAbandonment } from './cart-abandonment.ts';
import { engagementAlert } from './engagement-alert.ts';
import { leadNurture } from './lead-nurture.ts';
import { noReply } from './no-reply.ts';
import { reEngagement } from './re-engagement.ts';
import type { WorkflowTemplate } from './template.ts';

/** Workflows the product ships, for the use cases it is made for. They need no template, topic or segment of the account. */
export const workflowTemplates: readonly WorkflowTemplate[] = [
  leadNurture,
  cartAbandonment,
  noReply,
  reEngagement,
  engagementAlert,
];

/**
 * What a workflow of a template does.
 * @param notify whom it tells, where the template asks for it: an email address of the staff, or the id of an endpoint
 * @throws CodedError NOT_FOUND for a template that is none; BAD_USER_INPUT where `notify` is missing or means nothing
 */
export function definitionFrom(key: string, notify: string | null): WorkflowTemplate['definition'] {
  const template = workflowTemplates.find((each) => each.key === key);
  if (template === undefined) {
    const known = workflowTemplates.map((each) => each.key).join(', ');
    throw notFound(['template'], `The templates are ${known}, got "${key.slice(0, 100)}"`);
  }
  const { definition, asksNotify } = template;
  if (notify === null && asksNotify)
    throw badInput(
      ['notify'],
      `The template "${key}" tells a person of the staff: "notify" is their email address or the id of an endpoint, got none`,
    );
  if (notify !== null && !asksNotify)
    throw badInput(['notify'], `The template "${key}" tells nobody of the staff, got "notify"`);
  if (notify === null) return definition;
  const to = notify.includes('@') ? { email: notify } : { endpoint: notify };
  const steps = definition.steps.map((step) =>
    step.notify === undefined ? step : { ...step, notify: { ...step.notify, ...to } },
  );
  return { ...definition, steps };
}
