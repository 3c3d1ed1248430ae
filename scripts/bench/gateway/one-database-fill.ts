import { readFileSync } from 'node:fs';
import pg from 'pg';
import { activityColumns, contactColumns, lists, schemaSql } from './one-database.ts';

/** Asks our own gateway. */
export type Ask = (query: string, variables: object) => Promise<Record<string, unknown>>;
type Item = Readonly<Record<string, unknown>>;

const page = 200;
/** Contacts asked at a time. */
const together = 8;
const timeline = `timeline(first: ${page}, after: $after) {
  edges { cursor node { id at channel kind summary details } } pageInfo { hasNextPage endCursor } }`;
const timelineQuery = `query ($id: ID!, $after: String) { contact(id: $id) { ${timeline} } }`;
const everyone = `query ($after: String) { contacts(first: ${page}, after: $after) {
  edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
/** The profile with all of what it asks the first of. */
const profileQuery = readFileSync(
  new URL('../../../schema/operations/unified-profile.graphql', import.meta.url),
  'utf8',
)
  .replaceAll('first: 20)', `first: ${page})`)
  .replace(/ {4}timeline[\s\S]*?\n {4}}\n/, `${timeline}\n`)
  .replace('($id: ID!)', '($id: ID!, $after: String)');

/** Puts everything that our gateway answers of every contact into one database, made anew. */
export async function fillOneDatabase(url: string, ask: Ask): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('drop schema public cascade; create schema public');
    for (const statement of schemaSql) await client.query(statement);
    const contacts = await pagesOf(async (after) => Object((await ask(everyone, { after })).contacts));
    for (let first = 0; first < contacts.length; first += together) {
      const some = contacts.slice(first, first + together);
      const read = some.map(({ cursor, node }, i) =>
        readContact(ask, first + i, String(cursor), String(Object(node).id)),
      );
      for (const [table, rows] of tablesOf(await Promise.all(read)))
        await client.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [
          JSON.stringify(rows),
        ]);
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

async function readContact(ask: Ask, no: number, cursor: string, id: string): Promise<Rows> {
  const profile = Object((await ask(profileQuery, { id, after: null })).contact);
  const entries = await pagesOf(async (after) =>
    after === null ? profile.timeline : Object((await ask(timelineQuery, { id, after })).contact).timeline,
  );
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

/** The edges of all pages of a connection. */
async function pagesOf(read: (after: string | null) => Promise<Item>): Promise<Item[]> {
  const edges: Item[] = [];
  for (let after: string | null = null; ; ) {
    const connection = await read(after);
    edges.push(...items(connection.edges));
    const { hasNextPage, endCursor } = Object(connection.pageInfo);
    if (hasNextPage !== true) return edges;
    after = String(endCursor);
  }
}
