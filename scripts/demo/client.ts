/** The product as the demo's loader reaches it: over HTTP, with a key, as any customer does. */
export interface Client {
  readonly url: string;
  /** @throws Error with the message of the first error, or user error, of the answer */
  readonly ask: (
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ) => Promise<ReturnType<typeof JSON.parse>>;
  /** Sends events to `POST /track`. */
  readonly track: (events: readonly object[]) => Promise<{ readonly accepted: number }>;
  /** Sends a CSV file in. @returns id of the import */
  readonly importFile: (fileName: string, csv: string) => Promise<string>;
}

export function createClient(url: string, key: string): Client {
  const authorization = `Bearer ${key}`;
  return {
    url,
    ask: async (query, variables = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = Object(await response.json());
      const [error] = errors ?? Object.values(data ?? {}).flatMap((payload) => Object(payload).userErrors ?? []);
      if (error !== undefined) throw new Error(error.message);
      return data;
    },
    track: async (events) => {
      const response = await fetch(`${url}/track`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ events }),
      });
      const answer = Object(await response.json());
      const error = answer.error ?? answer.errors?.[0];
      if (error !== undefined) throw new Error(error.message);
      return answer;
    },
    importFile: async (fileName, csv) => {
      const response = await fetch(`${url}/imports?fileName=${encodeURIComponent(fileName)}`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', authorization },
        body: csv,
      });
      const answer = Object(await response.json());
      if (response.status !== 202)
        throw new Error(answer.error?.message ?? `the import was answered ${response.status}`);
      return answer.id;
    },
  };
}
