import { readFileSync } from 'node:fs';
import { heroine } from '../demo/account.ts';
import { createClient } from '../demo/client.ts';

export interface Opening {
  readonly key: string;
  readonly query: string;
  readonly variables: string;
}

/** What GraphiQL opens with: the profile of a demo contact, with a demo key. */
export async function firstQuery(url: string, key: string): Promise<Opening | null> {
  const query = readFileSync(new URL('../../schema/operations/unified-profile.graphql', import.meta.url), 'utf8');
  const find = 'query ($by: ContactIdentifierInput!) { contactByIdentifier(identifier: $by) { id } }';
  const { contactByIdentifier } = await createClient(url, key).ask(find, { by: { email: heroine.email } });
  if (contactByIdentifier === null) return null;
  return { key, query, variables: JSON.stringify({ id: contactByIdentifier.id }, null, 2) };
}
