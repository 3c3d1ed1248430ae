const verbs: Readonly<Record<string, string>> = {
  SEND: 'Sent',
  DELIVERED: 'Delivered',
  OPEN: 'Opened',
  CLICK: 'Clicked',
  HARD_BOUNCE: 'Bounced for good',
  SOFT_BOUNCE: 'Bounced for now',
  COMPLAINT: 'Reported as spam',
  UNSUBSCRIBE: 'Unsubscribed',
  DEFERRED: 'Put off by the recipient’s server',
  DROPPED: 'Not handed on by the provider',
  SUPPRESSED: 'Put on the provider’s own list of addresses it sends nothing to',
  REACTIVATED: 'Taken off the provider’s list; consent is as it was',
  QUEUED: 'Queued',
  SKIPPED: 'Not sent',
  REFUSED: 'Refused by the provider',
};

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, 200) : null;

/** One line of the timeline, for example: Clicked https://example.com/a in “Spring offers”. */
export function summariseEmail(kind: string, details: Readonly<Record<string, unknown>>, machine: boolean): string {
  const name = text(details.subject) ?? text(details.campaign);
  const link = kind === 'CLICK' ? text(details.url) : null;
  const reason = /BOUNCE|DROPPED|DEFERRED|SUPPRESSED|REFUSED/.test(kind) ? text(details.reason) : null;
  const rule = kind === 'SKIPPED' ? text(details.rule) : null;
  return [
    verbs[kind] ?? kind,
    link === null ? '' : ` ${link}`,
    name === null ? '' : `${link === null ? '' : ' in'} “${name}”`,
    reason === null ? '' : `: ${reason}`,
    rule === null ? '' : `: ${rule}`,
    machine ? ' (by a machine)' : '',
  ].join('');
}
