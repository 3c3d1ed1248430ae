import { readFileSync } from 'node:fs';
import pg from 'pg';
import { activityColumns, contactColumns, lists, schemaSql } from './one-database.ts';

/** Asks our own gateway. */
export type Ask = (query: string, variables: object) => Promise<Record<string, unknown>>;
type Item = Readonly<Record<string, unknown>>;

/** Of what a contact has many of. */
const page = 200;
/** Contacts asked at a time. */
const together = 50;
const timeline = (after: string) => `timeline(first: ${page}${after}) {
  edges { cursor node { id at channel kind summary details } } pageInfo { hasNextPage endCursor } }`;
const timelineQuery = `query ($id: ID!, $after: String) { contact(id: $id) { ${timeline(', after: $after')} } }`;
/** The profile of everyone, with all of what it asks the first of. */
const everyone = readFileSync(new URL('../../../schema/operations/unified-profile.graphql', import.meta.url), 'utf8')
  .replaceAll('first: 20)', `first: ${page})`)
  .replace(/ {4}timeline[\s\S]*?\n {4}}\n/, `${timeline('')}\n`)
  .replace('($id: ID!)', '($after: String)')
  .replace('contact(id: $id) {', `contacts(first: ${together}, after: $after) { edges { cursor node {`)
  .replace(/}\s*}\s*$/, '} } pageInfo { hasNextPage endCursor } } }');

/** Puts everything that our gateway answers of every contact into one database, made anew. */
export async function fillOneDatabase(url: string, ask: Ask): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('drop schema public cascade; create schema public');
    for (const statement of schemaSql) await client.query(statement);
    for (let after: string | null = null, no = 0; ; ) {
      const answer: Record<string, unknown> = await ask(everyone, { after });
      const { edges, pageInfo } = Object(answer.contacts);
      const read = items(edges).map(({ cursor, node }, i) => rowsOf(ask, no + i, cursor, Object(node)));
      for (const [table, rows] of tablesOf(await Promise.all(read)))
        await client.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [
          JSON.stringify(rows),
        ]);
      if (pageInfo.hasNextPage !== true) break;
      after = pageInfo.endCursor;
      no += read.length;
    }
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

interface Rows {
  readonly contact: Item;
  readonly activity: readonly Item[];
  readonly lists: ReadonlyMap<string, readonly Item[]>;
}

/** @param no place of the contact among all */
async function rowsOf(ask: Ask, no: number, cursor: unknown, profile: Item): Promise<Rows> {
  const entries = await timelineOf(ask, profile);
  const score = Object(profile.score ?? {});
  const own = { no, cursor, scoreTotal: score.total ?? null, leadStatus: score.leadStatus ?? null };
  return {
    contact: { ...picked(profile, contactColumns), ...own },
    activity: entries.map(({ cursor: place, node }, i) => {
      const { details, ...entry } = Object(node);
      const machine = Object(details ?? {}).machine === true;
      return { ...picked(entry, activityColumns), told: entry.at, cursor: place, machine, contact: no, place: i };
    }),
    lists: new Map(
      Object.entries(lists).map(([name, columns]) => [
        name,
        items(valueAt(profile, name)).map((item, place) => ({ ...picked(item, columns), contact: no, place })),
      ]),
    ),
  };
}

/** Rows by table. */
const tablesOf = (contacts: readonly Rows[]): Map<string, readonly Item[]> =>
  new Map([
    ['contact', contacts.map(({ contact }) => contact)],
    ['activity', contacts.flatMap(({ activity }) => activity)],
    ...Object.keys(lists).map((name) => [name, contacts.flatMap((each) => each.lists.get(name) ?? [])] as const),
  ]);

const picked = (from: Item, columns: object): Item =>
  Object.fromEntries(Object.keys(columns).map((way) => [way, valueAt(from, way)]));

const valueAt = (from: Item, way: string): unknown =>
  way.split('.').reduce<unknown>((value, name) => (value === null ? null : (Object(value)[name] ?? null)), from);

const items = (value: unknown): readonly Item[] => (Array.isArray(value) ? value : []);

/** All of it, also where it has more than one page. */
async function timelineOf(ask: Ask, { id, timeline: first }: Item): Promise<Item[]> {
  const entries: Item[] = [];
  for (let connection = Object(first); ; ) {
    entries.push(...items(connection.edges));
    const { hasNextPage, endCursor: after } = connection.pageInfo;
    if (hasNextPage !== true) return entries;
    connection = Object(Object((await ask(timelineQuery, { id, after })).contact).timeline);
  }
}
