import { groupBy } from '@ucp/kit/align';
import { contactId, contactNoOf } from '@ucp/kit/ids';
import { secondOf } from '@ucp/kit/moments';
import { partsOfGraph } from '@ucp/kit/parts-of-graph';
import { wordsSent } from '@ucp/kit/words';
import { type GraphQLSchema, getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { z } from 'zod';
import type { ActivityCondition } from '../domain/definition.ts';
import { type ActivityEvent, matchesActivity } from '../domain/event.ts';
import type { Occurrence } from '../domain/rehearsal/admit.ts';
import { askPart, inPortions, type MetParts } from './ask-part.ts';
import type { Past, Stretch } from './past.ts';

/** Contacts of one question about what they did. */
const contactsAtOnce = 100;

/** What a channel tells of activity, as its condition on it is declared. */
interface Telling {
  readonly part: string;
  readonly predicate: string;
  readonly kinds: ReadonlySet<string>;
  readonly tellsMachines: boolean;
}

const times = z.array(z.object({ times: z.unknown().transform(wordsSent) })).length(1);
const activity = z.array(
  z.object({
    contactId: z.string(),
    at: z.coerce.date(),
    kind: z.string(),
    details: z.record(z.string(), z.unknown()).nullable(),
  }),
);

/** Activity of the past, by the channels: what each can be asked, the supergraph says, and no channel is named in code. */
export function createPastChannels(parts: MetParts, supergraph: GraphQLSchema): Pick<Past, 'activity' | 'eventsOf'> {
  const tellings = tellingsOf(supergraph);
  const asked = (channels: readonly string[] | null): Telling[] =>
    tellings.filter(({ part }) => channels === null || channels.includes(part.toUpperCase()));

  const timesOf = async (
    telling: Telling,
    account: number,
    { kinds, campaign, includeMachine }: ActivityCondition,
    { from, to }: Stretch,
  ): Promise<Occurrence[]> => {
    const told = kinds.filter((kind) => telling.kinds.has(kind));
    if (told.length === 0) return [];
    const did = {
      kinds: told,
      within: `PT${Math.max(1, secondOf(to) - secondOf(from))}S`,
      ...(campaign === null ? {} : { property: { key: 'campaign', equals: campaign } }),
      ...(telling.tellsMachines ? { includeMachine } : {}),
    };
    const answer = await askPart(parts, telling.part, account, {
      query: `query ($predicates: [${telling.predicate}!]!) { answer: ${telling.part}Audience(predicates: $predicates) { times } }`,
      variables: { predicates: [{ did: [did] }] },
    });
    return occurrencesOf(times.parse(answer)[0]?.times ?? new Uint32Array());
  };

  const eventsOf: Past['eventsOf'] = async (account, contactNos, channels, most) => {
    const events: [number, ActivityEvent][] = [];
    for (const { part } of asked(channels)) {
      const rows = await inPortions(contactNos, contactsAtOnce, async (portion) =>
        activity.parse(
          await askPart(parts, part, account, {
            query: `query ($ids: [ID!]!, $first: Int!) { answer: ${part}Activity(contactIds: $ids, first: $first) { contactId at kind details } }`,
            variables: { ids: portion.map((no) => contactId(account, no)), first: most },
            scopes: ['contacts:read'],
          }),
        ),
      );
      for (const { contactId: id, at, kind, details } of rows)
        events.push([contactNoOf(account, id) ?? 0, eventOf(part, at, kind, details ?? {})]);
    }
    return new Map([...groupBy(events, ([no]) => no)].map(([no, own]) => [no, own.map(([, event]) => event)] as const));
  };

  return {
    eventsOf,
    activity: async (account, condition, stretch, most) => {
      const found: Occurrence[] = [];
      for (const telling of asked(condition.channels))
        found.push(...(await timesOf(telling, account, condition, stretch)));
      const newest = found
        .filter(({ at }) => at > stretch.from && at <= stretch.to)
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .slice(0, most);
      if (condition.link === null) return newest;
      // What a link contains no condition asks: it is looked for in what those contacts did.
      const contactNos = [...new Set(newest.map(({ contactNo }) => contactNo))];
      const events = await eventsOf(account, contactNos, condition.channels, linksOfContact);
      return newest.filter(({ contactNo, at }) =>
        (events.get(contactNo) ?? []).some(
          (event) => secondOf(event.at) === secondOf(at) && matchesActivity(condition, event),
        ),
      );
    },
  };
}

/** Events of a contact among which a link is looked for. */
const linksOfContact = 200;

function tellingsOf(supergraph: GraphQLSchema): Telling[] {
  const filter = supergraph.getType('AudienceFilter');
  const leaves = isInputObjectType(filter) ? filter.getFields() : {};
  return partsOfGraph(supergraph).channels.flatMap((part) => {
    const predicate = getNamedType(leaves[part]?.type);
    const did = isInputObjectType(predicate) ? getNamedType(predicate.getFields().did?.type) : undefined;
    const fields = isInputObjectType(did) ? did.getFields() : {};
    const kinds = getNamedType(fields.kinds?.type);
    if (predicate === undefined || !isEnumType(kinds)) return [];
    return {
      part,
      predicate: predicate.name,
      kinds: new Set(kinds.getValues().map(({ name }) => name)),
      tellsMachines: fields.includeMachine !== undefined,
    };
  });
}

/** The whole second counts as over: what happened within it is known. */
function occurrencesOf(words: Uint32Array): Occurrence[] {
  return Array.from({ length: words.length / 2 }, (_, i) => ({
    contactNo: words[2 * i] ?? 0,
    at: new Date((words[2 * i + 1] ?? 0) * 1_000 + 999),
  }));
}

const eventOf = (part: string, at: Date, kind: string, details: Readonly<Record<string, unknown>>): ActivityEvent => ({
  is: 'ACTIVITY',
  channel: part.toUpperCase(),
  kind,
  at,
  machine: details.machine === true,
  campaign: typeof details.campaign === 'string' ? details.campaign : null,
  link: typeof details.url === 'string' ? details.url : null,
  sendId: null,
  again: false,
  identifierKind: '',
  identifierValue: '',
});
