import { createHash } from 'node:crypto';
import { type DocumentNode, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { limits } from '../limits.ts';
import { finiteNumbers } from './finite-numbers.ts';
import { storableTexts } from './storable-texts.ts';

/** Documents by the SHA-256 of their text, in lower-case hexadecimal digits. */
export type Manifest = Readonly<Record<string, string>>;

export const documentHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How large they are is up to who wrote the manifest; what no part can be sent is refused here as well. */
const rules = [...specifiedRules, finiteNumbers, storableTexts];

export interface KnownDocuments {
  /** By hash. */
  readonly documents: ReadonlyMap<string, DocumentNode>;
  /** Why the others are none, by hash. */
  readonly findings: ReadonlyMap<string, string>;
}

/**
 * The documents of manifests that are valid on a surface, read once: what is asked by one of them is neither read nor checked
 * again, however large it is.
 */
export function knownDocuments(schema: GraphQLSchema, manifests: readonly Manifest[]): KnownDocuments {
  const documents = new Map<string, DocumentNode>();
  const findings = new Map<string, string>();
  for (const [hash, text] of manifests.flatMap((manifest) => Object.entries(manifest))) {
    try {
      const document = parse(text);
      const errors = validate(schema, document, rules);
      if (errors.length === 0) documents.set(hash, document);
      else findings.set(hash, errors.map((error) => error.message).join(' '));
    } catch (error) {
      findings.set(hash, Object(error).message);
    }
  }
  return { documents, findings };
}

/**
 * Where the server looks for a document before it reads and checks one. Known ones stay; of the others the newest are kept, up
 * to a limit of their text, by which their memory goes.
 */
export class DocumentStore {
  #known: ReadonlyMap<string, DocumentNode> = new Map();
  readonly #others = new Map<string, DocumentNode>();
  #characters = 0;

  /** The documents that are known from now on. Of the others nothing is kept: they were checked against another schema. */
  know(documents: ReadonlyMap<string, DocumentNode>): void {
    this.#known = documents;
    this.#others.clear();
    this.#characters = 0;
  }

  /** The text of a known document; null when none is known by this hash. */
  textOf(hash: string): string | null {
    return this.#known.get(hash)?.loc?.source.body ?? null;
  }

  /** @param key ends with the SHA-256 of the text */
  async get(key: string): Promise<DocumentNode | undefined> {
    const hash = key.slice(-64);
    const known = this.#known.get(hash);
    if (known !== undefined) return known;
    const other = this.#others.get(hash);
    if (other === undefined) return undefined;
    this.#others.delete(hash);
    this.#others.set(hash, other);
    return other;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    await this.delete(key);
    this.#others.set(key.slice(-64), document);
    this.#characters += sizeOf(document);
    for (const [hash] of this.#others) {
      if (this.#characters <= limits.documentCharacters) return;
      await this.delete(hash);
    }
  }

  async delete(key: string): Promise<void> {
    const hash = key.slice(-64);
    const document = this.#others.get(hash);
    if (document === undefined) return;
    this.#others.delete(hash);
    this.#characters -= sizeOf(document);
  }
}

const sizeOf = ({ loc }: DocumentNode): number => loc?.source.body.length ?? limits.documentCharacters;
