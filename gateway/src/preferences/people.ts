import { type Caller, serviceCaller, serviceScope } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { CodedError } from '@ucp/kit/errors';
import { partsOfGraph } from '@ucp/kit/parts-of-graph';
import type { PreferencesLink, UnsubscribeLink } from '@ucp/kit/preference-links';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import {
  type ChannelState,
  type Choice,
  channelState,
  type Person,
  type Question,
  question,
  type Unsubscription,
  type Visitor,
} from './person.ts';

type Part = Pick<Connection, 'name' | 'execute'>;

const account = z.object({ name: z.string() });

/**
 * What pages ask of the parts, by the channel contract: which channels there are the supergraph says. Null where a link leads
 * to nothing that is known. @throws CodedError SUBGRAPH_UNAVAILABLE where nothing can be answered without a part that is down
 */
export interface People {
  readonly personOf: (link: PreferencesLink) => Promise<Person | null>;
  /** Makes the choices of each channel named, and tells what is so then; a channel that could not is among the unavailable. */
  readonly choose: (
    link: PreferencesLink,
    choicesOf: (person: Person) => ReadonlyMap<string, readonly Choice[]>,
    visitor: Visitor,
  ) => Promise<Person | null>;
  readonly unsubscriptionOf: (link: UnsubscribeLink) => Promise<Unsubscription | null>;
  readonly unsubscribe: (link: UnsubscribeLink, statedText: string, visitor: Visitor) => Promise<void>;
  readonly questionOf: (channel: string, token: string) => Promise<Question | null>;
  readonly confirm: (channel: string, token: string, statedText: string, visitor: Visitor) => Promise<Question | null>;
}

/** Version of the words on the pages; change it with them. */
const wordsVersion = 'preference-pages-2';
const channelFields =
  'title contactId address subscribed topics { topic { key name } subscribed } suppressed asked askedTopics';
const questionFields = 'account title address topic { key name } state';

export function createPeople(parts: readonly Part[], identity: Part, supergraph: GraphQLSchema): People {
  const mutations = supergraph.getMutationType()?.getFields() ?? {};
  const channels = parts.filter(
    ({ name }) => partsOfGraph(supergraph).channels.includes(name) && `${name}PreferencesSet` in mutations,
  );
  const partOf = (channel: string): Part | undefined => channels.find(({ name }) => name === channel.toLowerCase());

  const accountOf = async (caller: Caller, contactId: string | null) => {
    const query = `query ($id: ID!) { account { name } ${contactId === null ? '' : 'contact(id: $id) { id }'} }`;
    const asked = contactId === null ? query.replace('($id: ID!) ', '') : query;
    const { data, revs } = await ask(identity, asked, { id: contactId }, caller);
    const name = account.nullable().parse(data.account)?.name ?? null;
    // A part that is behind what identity has told folds before it answers: a merge is whole on the page too.
    return { name, known: contactId === null || Object(data.contact).id !== undefined, caller: { ...caller, revs } };
  };

  const readChannel = async (part: Part, of: object, caller: Caller): Promise<ChannelState | null> => {
    const query = `query ($of: PreferencesOf!) { preferences: ${part.name}Preferences(of: $of) { ${channelFields} } }`;
    const { data } = await ask(part, query, { of }, caller);
    return stateOf(part, data.preferences);
  };

  const setChannel = async (
    part: Part,
    of: object,
    choices: readonly Choice[],
    evidence: object,
    caller: Caller,
  ): Promise<ChannelState | null> => {
    const query = `mutation ($of: PreferencesOf!, $choices: [PreferenceChoice!]!, $evidence: PreferenceEvidence!) {
      preferences: ${part.name}PreferencesSet(of: $of, choices: $choices, evidence: $evidence) { ${channelFields} }
    }`;
    const statedTextVersion = wordsVersion;
    const { data } = await ask(part, query, { of, choices, evidence: { ...evidence, statedTextVersion } }, caller);
    return stateOf(part, data.preferences);
  };

  /** A person with what is needed to go on asking about them. */
  const find = async ({ account, of }: PreferencesLink) => {
    const first = await accountOf(callerOf(account), 'contactId' in of ? of.contactId : null);
    if (first.name === null || !first.known) return null;
    const begun = { accountName: first.name, caller: first.caller };
    if ('contactId' in of) return { ...begun, asked: channels, of: { contactId: of.contactId } };
    const part = partOf(of.channel);
    const address = part === undefined ? null : await readChannel(part, { addressNo: of.addressNo }, first.caller);
    if (part === undefined || address === null) return null;
    const { contactId } = address;
    // An address that is nobody's has its own choices all the same.
    return contactId === null
      ? { ...begun, asked: [part], of: { addressNo: of.addressNo } }
      : { ...begun, asked: channels, of: { contactId } };
  };

  const read = async ({ accountName, caller, asked, of }: NonNullable<Awaited<ReturnType<typeof find>>>) => {
    const found = await Promise.all(asked.map((part) => readChannel(part, of, caller).catch(asUnavailable)));
    return personFrom(accountName, asked, found);
  };

  return {
    personOf: async (link) => {
      const found = await find(link);
      return found === null ? null : read(found);
    },
    choose: async (link, choicesOf, { ip, userAgent }) => {
      const found = await find(link);
      const person = found === null ? null : await read(found);
      if (found === null || person === null) return null;
      const choices = choicesOf(person);
      const evidence = { method: 'PREFERENCE_CENTER', ip, userAgent };
      const provenAt = (part: Part) =>
        'channel' in link.of && partOf(link.of.channel) === part ? link.of.addressNo : null;
      const states = await Promise.all(
        found.asked.map(async (part) => {
          const own = choices.get(part.name);
          if (person.unavailable.includes(part.name)) return 'unavailable' as const;
          if (own === undefined) return person.channels.find((channel) => channel.part === part.name) ?? null;
          const proof = { ...evidence, provenAddressNo: provenAt(part) };
          return setChannel(part, found.of, own, proof, found.caller).catch(asUnavailable);
        }),
      );
      return personFrom(person.accountName, found.asked, states);
    },
    unsubscriptionOf: async (link) => {
      const part = partOf(link.channel);
      const asking = callerOf(link.account);
      const named = await accountOf(asking, null).catch(asUnavailable);
      const { name: accountName, caller } = named === 'unavailable' ? { name: null, caller: asking } : named;
      const state = part === undefined ? null : await readChannel(part, { addressNo: link.addressNo }, caller);
      if (state === null || (named !== 'unavailable' && accountName === null)) return null;
      const left = state.topics.find((each) => each.topic.key === link.topic);
      if (link.topic !== null && left === undefined) return null;
      return { accountName, title: state.title, address: state.address, topic: left?.topic.name ?? null };
    },
    unsubscribe: async ({ account, channel, addressNo, topic, messageId }, statedText, { ip, userAgent }) => {
      const part = partOf(channel);
      if (part === undefined) throw new Error(`no channel is named ${channel}`);
      const evidence = { method: 'ONE_CLICK', ip, userAgent, messageId };
      const choices = [{ topic, subscribed: false, statedText }];
      await setChannel(part, { addressNo }, choices, evidence, callerOf(account));
    },
    questionOf: async (channel, token) => {
      const part = partOf(channel);
      if (part === undefined) return null;
      const query = `query ($token: String!) { question: ${part.name}ConsentQuestion(token: $token) { ${questionFields} } }`;
      const { data } = await ask(part, query, { token }, callerOf(0));
      return withAccount(question.nullable().parse(data.question), accountOf);
    },
    confirm: async (channel, token, statedText, { ip, userAgent }) => {
      const part = partOf(channel);
      if (part === undefined) return null;
      const query = `mutation ($token: String!, $statedText: String!, $statedTextVersion: String!, $ip: String, $userAgent: String) {
        question: ${part.name}ConsentConfirm(token: $token, statedText: $statedText, statedTextVersion: $statedTextVersion, ip: $ip, userAgent: $userAgent) { ${questionFields} }
      }`;
      const variables = { token, statedText, statedTextVersion: wordsVersion, ip, userAgent };
      const { data } = await ask(part, query, variables, callerOf(0));
      return withAccount(question.nullable().parse(data.question), accountOf);
    },
  };
}

const callerOf = (account: number): Caller => ({
  ...serviceCaller('gateway', account),
  scopes: [serviceScope, 'contacts:read'],
});

async function withAccount(
  asked: z.output<typeof question> | null,
  accountOf: (caller: Caller, contactId: null) => Promise<{ readonly name: string | null }>,
): Promise<Question | null> {
  if (asked === null) return null;
  const { name } = await accountOf(callerOf(asked.account), null);
  return name === null ? null : { ...asked, accountName: name };
}

function stateOf(part: Part, data: unknown): ChannelState | null {
  const state = channelState.nullable().parse(data);
  return state === null ? null : { ...state, part: part.name };
}

type Found = ChannelState | null | 'unavailable';

/** Null when there is no channel to show, and none that could be missing. */
function personFrom(accountName: string, asked: readonly Part[], found: readonly Found[]): Person | null {
  const channels = found.flatMap((each) => (each === null || each === 'unavailable' ? [] : [each]));
  const unavailable = asked.flatMap(({ name }, i) => (found[i] === 'unavailable' ? [name] : []));
  return channels.length + unavailable.length === 0 ? null : { accountName, channels, unavailable };
}

function asUnavailable(error: unknown): 'unavailable' {
  if (error instanceof CodedError && error.code.startsWith('SUBGRAPH_')) return 'unavailable';
  throw error;
}

/** @throws CodedError SUBGRAPH_UNAVAILABLE when there is no answer */
async function ask(part: Part, query: string, variables: Readonly<Record<string, unknown>>, caller: Caller) {
  const { data, errors, extensions } = await part.execute({ query, variables }, caller);
  if (errors !== undefined || data === null || data === undefined) {
    const [first] = errors ?? [];
    if (first?.extensions.code === 'INTERNAL') throw first;
    throw new CodedError('SUBGRAPH_UNAVAILABLE', `${part.name} cannot answer at the moment.`);
  }
  return { data, revs: extensions?.revs ?? {} };
}
