import { createHash } from 'node:crypto';
import { type DocumentNode, print, separateOperations } from 'graphql';

/**
 * A manifest of documents: each operation with the fragments it uses, as printed by graphql-js, under the SHA-256 of its text.
 * It is the form that code generators of clients write.
 * @throws Error naming an operation without a name: a client would have no word for it
 */
export function manifestOf(documents: readonly DocumentNode[]): Record<string, string> {
  const entries = documents.flatMap((document) =>
    Object.entries(separateOperations(document)).map(([name, operation]) => {
      if (name === '') throw new Error('an operation of schema/operations has no name');
      const text = print(operation);
      return { name, hash: createHash('sha256').update(text).digest('hex'), text };
    }),
  );
  // By name, so that a reviewer finds what changed.
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  return Object.fromEntries(entries.map(({ hash, text }) => [hash, text]));
}
