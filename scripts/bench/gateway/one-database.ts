// What a careful author would write by hand for the two questions of the bench: one database, one statement a question, its answer
// built as JSON by PostgreSQL.

/** A table of what a contact has many of: its columns by their way in an item of the answer, with a type where it is not text. */
type Columns = Readonly<Record<string, string>>;

const columnsOf = (text: string): Columns =>
  Object.fromEntries(
    text.split(' ').map((column) => {
      const [way = '', type = 'text'] = column.split(':');
      return [way, type];
    }),
  );

const consent =
  'topic.key topic.name state since method evidence.occurredAt evidence.recordedAt evidence.statedText evidence.actor';

/** By their way in a profile. */
export const lists: Readonly<Record<string, Columns>> = {
  identifiers: columnsOf('kind value primary:boolean verified:boolean source firstSeenAt'),
  customFields: columnsOf('key label type value:json source updatedAt'),
  'email.consents': columnsOf(`address ${consent} evidence.ip validUntil`),
  'email.preferences': columnsOf('topic.key topic.name subscribed:boolean'),
  'sms.consents': columnsOf(`number ${consent} validUntil`),
  'enrollments.nodes': columnsOf(
    'id state enteredAt exitedAt exitReason currentStep:json workflow.id workflow.name workflow.version:int',
  ),
  'behaviors.nodes': columnsOf('id name at properties:json'),
  'triggeredMessages.nodes': columnsOf('id channel status skippedBecause sentAt workflow.id workflow.name step:json'),
};

/**
 * Of a contact itself. What our parts compute of rules (who may be sent to, scores, segments) stands there as finished values: this
 * database is spared the computation, and the work of keeping them true.
 */
export const contactColumns: Columns = {
  no: 'int primary key',
  cursor: 'text unique',
  ...columnsOf('id displayName createdAt updatedAt tags:json acquisition.kind acquisition.detail acquisition.at'),
  ...columnsOf('compliance.lawfulBasis compliance.processingRestricted:boolean compliance.marketingObjection:boolean'),
  ...columnsOf('compliance.erasureRequestedAt email.address email.status email.canSend:json sms.number sms.status'),
  ...columnsOf('sms.canSend:json score:json scoreTotal:json leadStatus segments:json'),
};

export const activityColumns = columnsOf(
  'contact:int place:int id channel kind summary cursor at told machine:boolean',
);

const definition = (columns: Columns): string =>
  Object.entries({ ...columns, ...(columns.at === undefined ? {} : { at: 'timestamptz' }) })
    .map(([name, type]) => `"${name}" ${type}`)
    .join(', ');

/** Makes the tables, empty. */
export const schemaSql = [
  `create table contact (${definition(contactColumns)})`,
  'create unique index on contact (id)',
  `create table activity (${definition(activityColumns)}, primary key (contact, place))`,
  'create index on activity (contact, channel, at) include (kind, machine)',
  ...Object.entries(lists).map(
    ([name, columns]) =>
      `create table "${name}" (contact int, place int, ${Object.entries(columns)
        .map(([column, type]) => `"${column}" ${type}`)
        .join(', ')}, primary key (contact, place))`,
  ),
];

/** An object out of columns; what lies within another object is one of its own, null when nothing of it is there. */
function object(columns: readonly string[], row: string, prefix = ''): string {
  const names = [...new Set(columns.map((column) => column.slice(prefix.length).split('.')[0] ?? ''))];
  const fields = names.map((name) => {
    const within = columns.filter((column) => column.startsWith(`${prefix}${name}.`));
    if (within.length === 0) return `'${name}', ${row}."${prefix}${name}"`;
    const all = within.map((column) => `${row}."${column}"`).join(', ');
    return `'${name}', case when num_nonnulls(${all}) > 0 then ${object(within, row, `${prefix}${name}.`)} end`;
  });
  return `json_build_object(${fields.join(', ')})`;
}

function list(name: string, limit?: number): string {
  const rows =
    limit === undefined
      ? `"${name}" l where l.contact = c.no`
      : `(select * from "${name}" where contact = c.no order by place limit ${limit}) l`;
  return `(select coalesce(json_agg(${object(Object.keys(lists[name] ?? {}), 'l')} order by l.place), '[]') from ${rows})`;
}

const nodes = (name: string): string => `json_build_object('nodes', ${list(`${name}.nodes`, 20)})`;
const ofContact = (start: string) => Object.keys(contactColumns).filter((name) => name.startsWith(start));
const count = (name: string, kinds: string, machine = ''): string =>
  `'${name}', count(*) filter (where kind in (${kinds})${machine})`;

function engagement(channel: string, counts: readonly string[], engaged: string): string {
  const last = `max(at) filter (where kind in (${engaged}) and not machine) at time zone 'UTC'`;
  return `(select json_build_object(${counts.join(', ')}, 'lastEngagedAt', to_char(${last}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from activity a where a.contact = c.no and a.channel = '${channel}' and a.at > $2::timestamptz - interval '90 days')`;
}

const emailCounts = [
  count('sends', `'SEND'`),
  count('deliveries', `'DELIVERED'`),
  count('opens', `'OPEN'`, ' and not machine'),
  count('clicks', `'CLICK'`, ' and not machine'),
  count('bounces', `'HARD_BOUNCE', 'SOFT_BOUNCE'`),
  count('complaints', `'COMPLAINT'`),
  count('unsubscribes', `'UNSUBSCRIBE'`),
  count('machineOpens', `'OPEN'`, ' and machine'),
  count('machineClicks', `'CLICK'`, ' and machine'),
];
const smsCounts = [
  count('sends', `'SEND'`),
  count('deliveries', `'DELIVERED'`),
  count('failures', `'FAILED'`),
  count('clicks', `'CLICK'`, ' and not machine'),
  count('replies', `'REPLY'`, ' and not machine'),
  count('unsubscribes', `'UNSUBSCRIBE'`),
];

/** The profile of a contact as text of JSON. $1: its id, $2: the moment that counts as now. */
export const profileSql = `select json_build_object(
  'id', c.id, 'displayName', c."displayName", 'createdAt', c."createdAt", 'updatedAt', c."updatedAt",
  'identifiers', ${list('identifiers')}, 'customFields', ${list('customFields')},
  'acquisition', case when num_nonnulls(${ofContact('acquisition.')
    .map((name) => `c."${name}"`)
    .join(', ')}) > 0 then ${object(ofContact('acquisition.'), 'c', 'acquisition.')} end,
  'tags', c.tags, 'compliance', ${object(ofContact('compliance.'), 'c', 'compliance.')},
  'email', case when c."email.status" is not null then json_build_object(
    'address', c."email.address", 'status', c."email.status", 'canSend', c."email.canSend", 'consents', ${list('email.consents')},
    'preferences', ${list('email.preferences')}, 'engagement', ${engagement('EMAIL', emailCounts, `'OPEN', 'CLICK'`)}) end,
  'sms', case when c."sms.status" is not null then json_build_object(
    'number', c."sms.number", 'status', c."sms.status", 'canSend', c."sms.canSend", 'consents', ${list('sms.consents')},
    'engagement', ${engagement('SMS', smsCounts, `'CLICK', 'REPLY', 'READ'`)}) end,
  'enrollments', ${nodes('enrollments')}, 'behaviors', ${nodes('behaviors')}, 'triggeredMessages', ${nodes('triggeredMessages')},
  'timeline', (select json_build_object(
    'edges', coalesce(json_agg(json_build_object('cursor', t.cursor, 'node', json_build_object('__typename', 'TimelineEntry',
      'id', t.id, 'at', t.told, 'channel', t.channel, 'kind', t.kind, 'summary', t.summary)) order by t.place) filter (where t.place < 50), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(t.cursor) filter (where t.place = least(t.total, 50) - 1)))
    from (select *, count(*) over () as total from (select * from activity a where a.contact = c.no order by a.place limit 51) n) t),
  'score', c.score, 'segments', c.segments)::text as answer from contact c where c.id = $1`;

/** A page of 50 contacts as text of JSON. $1: the cursor after which it begins, or null. */
export const listSql = `select json_build_object(
  'nodes', coalesce(json_agg(json_build_object('id', c.id, 'displayName', c."displayName",
    'email', case when c."email.status" is not null then json_build_object('address', c."email.address", 'status', c."email.status") end,
    'sms', case when c."sms.status" is not null then json_build_object('number', c."sms.number", 'status', c."sms.status") end,
    'score', case when c.score is not null then json_build_object('total', c."scoreTotal", 'leadStatus', c."leadStatus") end)
    order by c.no) filter (where c.n <= 50), '[]'),
  'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(c.cursor) filter (where c.n = least(c.total, 50))))::text as answer
  from (select *, row_number() over (order by no) as n, count(*) over () as total from (
    select * from contact where no > coalesce((select no from contact where cursor = $1), -1) order by no limit 51) page) c`;
