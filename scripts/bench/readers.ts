import { Readable } from 'node:stream';
import type { mounts } from '@ucp/gateway/mounts';
import { type Caller, serviceCaller } from '@ucp/kit/caller';

export type Identity = NonNullable<Awaited<ReturnType<NonNullable<(typeof mounts)[string]>>>>;

/** As many people who agreed, imported from a file. Identity runs. @returns their account */
export async function importReaders(identity: Identity, count: number): Promise<number> {
  const opened = await identity.execute(
    { query: 'mutation { accountOpen(name: "bench", roles: []) { account } }' },
    serviceCaller('bench'),
  );
  const account = Number(Object(opened.data?.accountOpen).account);
  const caller: Caller = {
    ...serviceCaller('bench', account),
    scopes: ['imports:write', 'contacts:read', 'settings:write'],
  };
  const field =
    'mutation { customFieldDefine(input: { key: "first_name", label: "First name", type: TEXT }) { userErrors { message } } }';
  await identity.execute({ query: field }, caller);
  function* file(): Generator<string> {
    yield 'Email,First Name,Email Consent,Email Consent At,Email Consent Text\n';
    for (let i = 0; i < count; i++) yield `reader${i}@example.com,Ada,yes,2026-01-01T00:00:00Z,Yes\n`;
  }
  const answer = await identity.knock({
    method: 'POST',
    path: '/imports',
    url: '/imports',
    headers: { 'content-type': 'text/csv' },
    body: Readable.from(file()),
    caller,
  });
  const { id, error } = JSON.parse(String(answer.body));
  if (error !== undefined) throw new Error(error.message);
  for (let state = ''; state !== 'COMPLETED'; ) {
    const asked = { query: 'query ($id: ID!) { importJob(id: $id) { state } }', variables: { id } };
    state = Object((await identity.execute(asked, caller)).data?.importJob).state;
    if (state === 'FAILED') throw new Error('the people were not imported');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return account;
}
