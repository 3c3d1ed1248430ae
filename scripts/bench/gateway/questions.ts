import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Subject } from './subjects.ts';

/** What is asked, by name: the documents that users rely on, each with the bodies that ask it in turn. */
export interface Question {
  readonly name: string;
  readonly bodies: readonly string[];
}

const contacts = 100;
const pages = 20;

const textOf = (file: string): string =>
  readFileSync(new URL(`../../../schema/operations/${file}.graphql`, import.meta.url), 'utf8');

export async function questionsFor(own: Subject, key: string): Promise<Question[]> {
  const ids = 'query ($first: Int!) { contacts(first: $first) { nodes { id } } }';
  const { text } = await post(own, key, JSON.stringify({ query: ids, variables: { first: contacts } }));
  const nodes: readonly { readonly id: string }[] = JSON.parse(text).data.contacts.nodes;
  const profile = textOf('unified-profile');
  const list = /query SearchContacts[\s\S]*?\n}/.exec(textOf('find-contact'))?.[0] ?? '';
  return [
    { name: 'profile', bodies: nodes.map(({ id }) => JSON.stringify({ query: profile, variables: { id } })) },
    { name: 'list of 50', bodies: await pagesOf(own, key, list) },
  ];
}

/** Pages that follow each other: of one page peers would answer many requests by one, as they are under way together. */
async function pagesOf(own: Subject, key: string, query: string): Promise<string[]> {
  const bodies: string[] = [];
  for (let after: string | null = null; bodies.length < pages; ) {
    const body: string = JSON.stringify({ query, variables: { first: 50, after } });
    bodies.push(body);
    after = JSON.parse((await post(own, key, body)).text).data.contacts.pageInfo.endCursor;
  }
  return bodies;
}

/** Our own answers by the bodies that ask for them. */
export async function answersOf(
  own: Subject,
  questions: readonly Question[],
  key: string,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const body of questions.flatMap(({ bodies }) => bodies)) {
    const { text } = await post(own, key, body);
    if (JSON.parse(text).errors !== undefined) throw new Error(`our own answer has errors: ${text.slice(0, 300)}`);
    answers[body] = text.trim();
  }
  return answers;
}

/**
 * Where a subject answers otherwise than we do; null: nowhere. Says so where the bytes differ and the values do not. A moment may
 * lie between two answers at which a score loses a day: then both are asked again.
 */
export async function differenceOf(
  subject: Subject,
  own: Subject,
  answers: Readonly<Record<string, string>>,
  key: string,
): Promise<string | null> {
  let bytes = 0;
  for (const [body, answer] of Object.entries(answers)) {
    let expected = answer;
    let { text } = await post(subject, key, body);
    for (let again = 0; again < 5 && !isSame(text, expected); again++) {
      expected = (await post(own, key, body)).text;
      text = (await post(subject, key, body)).text;
    }
    if (!isSame(text, expected)) return text.slice(0, 300);
    if (text.trim() !== expected.trim()) bytes++;
  }
  if (bytes > 0)
    console.log(`${subject.name}: the same values in other bytes, ${bytes} of ${Object.keys(answers).length}`);
  return null;
}

const isSame = (one: string, other: string): boolean =>
  one.trim() === other.trim() || isDeepStrictEqual(JSON.parse(one).data, JSON.parse(other).data);

export async function post({ url }: Subject, key: string, body: string): Promise<{ readonly text: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const response = await fetch(url, { method: 'POST', headers, body });
  return { text: await response.text() };
}
