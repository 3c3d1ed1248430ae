import { Readable } from 'node:stream';
import type { mounts } from '@ucp/gateway/mounts';
import { type Caller, serviceCaller } from '@ucp/kit/caller';

export type Identity = NonNullable<Awaited<ReturnType<NonNullable<(typeof mounts)[string]>>>>;

/** Mobile number of a reader who has one. */
export const mobileOf = (i: number): string => `+1212${2_000_000 + i}`;

/**
 * As many people who agreed, imported from a file. Identity runs.
 * @param withMobile so many of them agreed to SMS too @returns their account
 */
export async function importReaders(
  identity: Pick<Identity, 'execute' | 'knock'>,
  count: number,
  withMobile = 0,
): Promise<number> {
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
    const consent = (channel: string) => `${channel} Consent,${channel} Consent At,${channel} Consent Text`;
    yield `Email,First Name,${consent('Email')},Mobile,${consent('SMS')}\n`;
    const agreed = 'yes,2026-01-01T00:00:00Z,Yes';
    for (let i = 0; i < count; i++)
      yield `reader${i}@example.com,Ada,${agreed},${i < withMobile ? `${mobileOf(i)},${agreed}` : ',,,'}\n`;
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
