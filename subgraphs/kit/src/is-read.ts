import { Kind, OperationTypeNode, parse } from 'graphql';

/** Documents remembered; the gateway's fetches of a part are few. */
const documentLimit = 1_000;

/** Tells whether a document can only read. What cannot be parsed is taken for a write: it is sent once. */
export function createIsRead(): (query: string) => boolean {
  const known = new Map<string, boolean>();
  return (query) => {
    let reads = known.get(query);
    if (reads === undefined) {
      reads = onlyQueries(query);
      if (known.size >= documentLimit) known.clear();
      known.set(query, reads);
    }
    return reads;
  };
}

function onlyQueries(query: string): boolean {
  try {
    return parse(query, { noLocation: true }).definitions.every(
      (node) =>
        node.kind === Kind.FRAGMENT_DEFINITION || ('operation' in node && node.operation === OperationTypeNode.QUERY),
    );
  } catch {
    return false;
  }
}
