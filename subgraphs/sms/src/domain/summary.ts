const verbs: Readonly<Record<string, string>> = {
  SEND: 'Sent',
  DELIVERED: 'Delivered',
  FAILED: 'Not delivered',
  CLICK: 'Clicked',
  REPLY: 'Replied',
  UNSUBSCRIBE: 'Opted out',
  READ: 'Read',
  QUEUED: 'Queued',
  SKIPPED: 'Not sent',
  REFUSED: 'Refused by the provider',
};

/** One line of the timeline, for example: Replied: “Yes please”. */
export function summariseSms(kind: string, details: Readonly<Record<string, unknown>>): string {
  const verb = verbs[kind] ?? kind;
  const told = kind === 'FAILED' && details.errorCode !== undefined ? `error ${String(details.errorCode)}` : null;
  const said = typeof details.body === 'string' && kind !== 'SEND' ? `“${details.body.slice(0, 200)}”` : null;
  const link = kind === 'CLICK' && typeof details.url === 'string' ? details.url : null;
  const why = kind === 'SKIPPED' ? details.rule : kind === 'REFUSED' ? details.reason : null;
  const reason = typeof why === 'string' ? why.slice(0, 200) : null;
  const more = told ?? said ?? link ?? reason;
  return more === null ? verb : `${verb}: ${more}`;
}
