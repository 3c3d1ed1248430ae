import { type Caller, serviceScope } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { type ContactBits, numbersIn } from '@ucp/kit/contact-bits';
import { CodedError, isErrorCode } from '@ucp/kit/errors';
import { contactId } from '@ucp/kit/ids';
import type { Column, ContactData } from './columns.ts';

type Part = Pick<Connection, 'name' | 'execute'>;

/** Contacts read at once: each part answers a page with one batch. */
const pageSize = 200;

/**
 * The rows of contacts, in the order in which the contacts became known. A page is read when the last is taken, so that memory is
 * that of a page however many there are; who takes no more ends the reading.
 * @param parts those that answer the columns; the first of them before the others, which must know of the merges it knows
 * @throws CodedError when a part cannot answer: no row is left out and no value missing without a word
 */
export async function* contactRows(options: {
  readonly parts: readonly Part[];
  readonly caller: Caller;
  readonly columns: readonly Column[];
  readonly members: ContactBits;
}): AsyncGenerator<unknown[]> {
  const { parts, caller, columns, members } = options;
  const asked = parts.map((part) => ({
    part,
    query: documentOf(columns.filter((column) => column.part === part.name)),
  }));
  const [first, ...others] = asked;
  if (first === undefined) throw new Error('nobody answers for contacts');
  for (let after = -1; ; ) {
    const contactNos = numbersIn(members, after, pageSize);
    if (contactNos.length === 0) return;
    after = contactNos.at(-1) ?? after;
    const ids = contactNos.map((contactNo) => contactId(caller.account, contactNo));
    const known = await read(first.part, first.query, ids, caller);
    const seeing: Caller = { ...caller, revs: { ...caller.revs, ...known.revs } };
    const answers = [known, ...(await Promise.all(others.map(({ part, query }) => read(part, query, ids, seeing))))];
    for (const [i, id] of ids.entries()) {
      const contact: ContactData = Object.assign({}, ...answers.map(({ contacts }) => contacts[i]), { id });
      yield columns.map(({ valueIn }) => valueIn(contact));
    }
  }
}

const documentOf = (columns: readonly Column[]): string =>
  `query Export($representations: [_Any!]!) { _entities(representations: $representations) { ... on Contact { ${[
    ...new Set(['id', ...columns.map(({ selection }) => selection)]),
  ].join(' ')} } } }`;

async function read(
  part: Part,
  query: string,
  ids: readonly string[],
  caller: Caller,
): Promise<{ readonly contacts: readonly (ContactData | null)[]; readonly revs: Readonly<Record<string, number>> }> {
  const representations = ids.map((id) => ({ __typename: 'Contact', id }));
  const { data, errors, extensions } = await part.execute({ query, variables: { representations } }, caller);
  const contacts: unknown = data?._entities;
  if (errors !== undefined || !Array.isArray(contacts)) throw failureOf(part, errors?.[0]?.extensions.code);
  return { contacts, revs: extensions?.revs ?? {} };
}

function failureOf(part: Part, code: unknown): CodedError {
  const known = isErrorCode(code) ? code : 'INTERNAL';
  return new CodedError(known, `${part.name} cannot answer for these contacts at the moment.`, null, part.name);
}

/** One field of a part's graph, asked in the system's own name. @throws CodedError */
export async function askField(
  part: Part,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  caller: Caller,
): Promise<Readonly<Record<string, unknown>>> {
  const asking: Caller = { ...caller, scopes: [...caller.scopes, serviceScope] };
  const { data, errors } = await part.execute({ query, variables }, asking);
  if (errors !== undefined || data === null || data === undefined) throw failureOf(part, errors?.[0]?.extensions.code);
  return data;
}
