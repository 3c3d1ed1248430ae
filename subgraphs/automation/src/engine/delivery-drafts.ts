import { contactId, recordId, recordNoOf } from '@ucp/kit/ids';
import { writtenNotice } from '../domain/notice-text.ts';
import type { NewDelivery } from '../store/deliveries.ts';
import type { Batch, Run } from './run.ts';

/** What runs tell partners and staff. */
export const deliveriesOf = ({ account, now }: Pick<Batch, 'account' | 'now'>, runs: readonly Run[]): NewDelivery[] =>
  runs.flatMap((run) => {
    const { way, enrollmentNo, workflowName, shownNo } = run;
    const { workflowNo, version } = way.standing;
    return way.consequences.flatMap(({ step, consequence }): NewDelivery[] => {
      if (consequence.is !== 'WEBHOOK' && consequence.is !== 'NOTIFY') return [];
      const contact = { id: contactId(account, shownNo) };
      const workflow = { id: recordId('wf', account, workflowNo), name: workflowName, version };
      const about = { contact, workflow, enrollment: { id: recordId('enr', account, enrollmentNo) }, step };
      const made = { enrollmentNo, step, at: now };
      if (consequence.is === 'WEBHOOK') {
        const { endpoint, data } = consequence;
        const body = { type: 'workflow.webhook', timestamp: now.toISOString(), data: { ...about, data } };
        return [{ ...made, endpointNo: recordNoOf('hook', account, endpoint) ?? 0, email: null, body }];
      }
      const { fields } = { fields: {}, ...way.facts };
      const text = writtenNotice(consequence.text, { contactId: contact.id, workflowName, fields });
      const body = { type: 'workflow.notice', timestamp: now.toISOString(), data: { ...about, text } };
      const { to } = consequence;
      return 'email' in to
        ? [{ ...made, endpointNo: null, email: to.email, body }]
        : [{ ...made, endpointNo: recordNoOf('hook', account, to.endpoint) ?? 0, email: null, body }];
    });
  });
