import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** What the gateway put into the page: a demo key and a first query, or null. */
interface Opening {
  readonly key: string;
  readonly query: string;
  readonly variables: string;
}

const opening: Opening | null = JSON.parse(document.getElementById('opening')?.textContent ?? 'null');
const container = document.getElementById('graphiql');
if (container === null) throw new Error('the page has no place for GraphiQL');

const headers = { Authorization: `Bearer ${opening?.key ?? 'ucp_…'}` };
const welcome = `# Send a key of your account in the tab "Headers": { "Authorization": "Bearer ucp_…" }
query Account {
  account { id name timeZone }
}
`;

createRoot(container).render(
  createElement(GraphiQL, {
    fetcher: createGraphiQLFetcher({ url: '/graphql', ...(opening === null ? {} : { headers }) }),
    defaultQuery: opening?.query ?? welcome,
    defaultHeaders: JSON.stringify(headers, null, 2),
    ...(opening === null ? {} : { initialQuery: opening.query, initialVariables: opening.variables }),
    initialHeaders: JSON.stringify(headers, null, 2),
    defaultEditorToolsVisibility: 'variables',
    // Keys stay out of the browser's storage.
    shouldPersistHeaders: false,
  }),
);
