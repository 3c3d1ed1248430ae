import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type Answer, type System, startSystem } from '../kit/system.ts';

/** Milliseconds in which merges are committed, one after another, while others ask; longer where a slow machine has done less by then. */
const duration = 3_000;
const least = { merges: 6, asked: 30 } as const;

let system: System;
let split: Pick<System, 'ask'>;
let story: Story;
/** The older one, who did nothing, and the one who did it all. */
let ada: string;
let bea: string;
let segment: string;

const clicked = { email: { did: [{ kinds: ['CLICK'] }] } };
const tags = (count: number) => Array.from({ length: count }, (_, i) => ({ tag: { equals: `tag ${i}` } }));
const signedUp = { behavior: { name: 'signed_up' } };

beforeAll(async () => {
  system = await startSystem();
  split = await system.split();
  story = await tellStory(system);
  ada = await story.contact({ email: 'ada@example.com' });
  bea = await story.contact({ email: 'bea@example.com' });
  await story.emailEvent('bea@example.com', 'click');
  await story.ask('mutation ($events: [BehaviorInput!]!) { behaviorsTrack(events: $events) { accepted } }', {
    events: [{ key: '1', identifier: { email: 'bea@example.com' }, name: 'signed_up' }],
  });
  const { data: tagged } = await story.ask(
    'mutation ($input: ContactUpdateInput!) { contactUpdate(input: $input) { userErrors { message } } }',
    { input: { id: ada, addTags: ['vip'] } },
  );
  expect(tagged.contactUpdate.userErrors).toEqual([]);
  const saved = await story.ask(
    `mutation ($segment: SegmentInput!, $vips: SegmentInput!, $many: SegmentInput!, $model: ScoreModelInput!) {
      segmentCreate(input: $segment) { segment { id } }
      vips: segmentCreate(input: $vips) { segment { id } }
      many: segmentCreate(input: $many) { segment { id } }
      scoreModelSet(input: $model) { userErrors { message } }
    }`,
    {
      segment: { name: 'Signed up', filter: signedUp },
      // By their names far from each other, and too much to be asked at once.
      vips: { name: 'Customers', filter: { tag: { equals: 'vip' } } },
      many: { name: 'Vips', filter: { all: [{ tag: { equals: 'vip' } }, { not: { any: tags(99) } }] } },
      model: { name: 'clicks', rules: [{ name: 'clicked', part: 'ACTIONS', points: 10, when: clicked }], ranges: [] },
    },
  );
  expect(saved.errors).toBeUndefined();
  segment = saved.data.segmentCreate.segment.id;
});
afterAll(() => system.stop());

const names = (nodes: readonly { readonly id: string }[]): string =>
  nodes.map(({ id }) => ({ [ada]: 'Ada', [bea]: 'Bea' })[id] ?? id).join(' ');
const audience = (filter: object) => ({
  document: 'query ($filter: AudienceFilter!) { audience(filter: $filter) { contacts(first: 10) { nodes { id } } } }',
  variables: { filter },
  told: ({ data }: Answer) => names(data.audience.contacts.nodes),
});

/** What is asked, and what is true of the two as they are, and of the one that they are when they are merged. */
const questions = {
  'who clicked': { ...audience(clicked), true: ['Bea', 'Ada'] },
  'who did not click': { ...audience({ not: clicked }), true: ['Ada', ''] },
  'who did not sign up': { ...audience({ not: signedUp }), true: ['Ada', ''] },
  'who clicked and signed up within a day': {
    ...audience({ together: { within: 'P1D', all: [clicked, signedUp] } }),
    true: ['Bea', 'Ada'],
  },
  'who is in the segment, by when they engaged': {
    document: 'query ($segment: ID!) { segment(id: $segment) { contacts(sortBy: LAST_ENGAGED) { nodes { id } } } }',
    variables: () => ({ segment }),
    told: ({ data }: Answer) => names(data.segment.contacts.nodes),
    true: ['Bea', 'Ada'],
  },
  'the leads': {
    document: '{ leads(model: "clicks") { nodes { total contact { id } } } }',
    told: ({ data }: Answer) =>
      data.leads.nodes
        .map(({ total, contact }: { readonly total: number; readonly contact: { readonly id: string } }) =>
          names([contact]).concat(` ${total}`),
        )
        .join(),
    true: ['Bea 10', 'Ada 10'],
  },
  'the score of Bea': {
    document: 'query ($bea: ID!) { contact(id: $bea) { score(model: "clicks") { total } } }',
    variables: () => ({ bea }),
    told: ({ data }: Answer) => String(data.contact.score.total),
    true: ['10'],
  },
  'who Bea is and in which segments': {
    document: 'query ($bea: ID!) { contact(id: $bea) { id segments { name } } }',
    variables: () => ({ bea }),
    told: ({ data }: Answer) =>
      [names([data.contact]), ...data.contact.segments.map(({ name }: { readonly name: string }) => name)].join(),
    true: ['Bea,Signed up', 'Ada,Customers,Signed up,Vips'],
  },
  'whether Bea is in the segment': {
    document:
      'query ($bea: ID!, $segment: ID!) { segment(id: $segment) { membership(contactId: $bea) { member because { matched } } } }',
    variables: () => ({ bea, segment }),
    told: ({ data: { segment: found } }: Answer) =>
      `${found.membership.member} ${found.membership.because.map(({ matched }: { readonly matched: boolean }) => matched)}`,
    true: ['true true'],
  },
} as const;

async function mergeAndUnmerge(): Promise<void> {
  const merge = await story.merge(ada, bea);
  await pause();
  await story.unmerge(merge);
  await pause();
}

const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 40));

test.each([
  ['in one process', () => system],
  ['over HTTP', () => split],
])(
  'while contacts are merged and unmerged, each answer is of the one state or of the other, %s',
  async (_name, where) => {
    const answers = Object.fromEntries(Object.keys(questions).map((name) => [name, new Set<string>()]));
    let [merges, asked, refused] = [0, 0, 0];
    const until = performance.now() + duration;
    const goesOn = () => performance.now() < until || merges < least.merges || asked < least.asked;
    const mergeAgainAndAgain = async () => {
      for (; goesOn(); merges++) await mergeAndUnmerge();
    };
    const askAgainAndAgain = async () => {
      for (let turn = Math.floor(Math.random() * 9); goesOn(); turn++) {
        const [name, question] =
          Object.entries(questions)[turn % Object.keys(questions).length] ?? expect.unreachable();
        const variables = 'variables' in question ? question.variables : {};
        const answer = await where().ask(
          story.keys.ADMIN,
          question.document,
          typeof variables === 'function' ? variables() : variables,
        );
        asked++;
        if (answer.errors === undefined) answers[name]?.add(question.told(answer));
        else {
          expect(answer.errors[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
          refused++;
        }
      }
    };
    await Promise.all([mergeAgainAndAgain(), ...Array.from({ length: 3 }, askAgainAndAgain)]);
    const untrue = Object.entries(questions).flatMap(([name, { true: known }]) =>
      [...(answers[name] ?? [])].filter((told) => !known.some((one) => one === told)).map((told) => `${name}: ${told}`),
    );
    expect(untrue).toEqual([]);
    // Whoever asks has an answer, and not a hint to try again.
    expect(refused).toBeLessThan(asked / 10);
  },
);
