import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@ucp/kit/environment';
import { z } from 'zod';
import { type DocumentMode, type DocumentRules, documentModes } from './document-rules.ts';
import { documentHash, type Manifest } from './known-documents.ts';

const isMode = (text: string | undefined): text is DocumentMode => documentModes.some((mode) => mode === text);

/** What the environment may say of documents. */
export const documentSettings = {
  /** Path of a manifest of one's own. */
  KNOWN_DOCUMENTS: z.string().optional(),
  /** `PARTNER=safelist,FRONTEND=audit` */
  DOCUMENT_MODES: z
    .string()
    .default('')
    .transform((text, context) => {
      const pairs = text
        .split(',')
        .filter((entry) => entry !== '')
        .flatMap((entry): [string, DocumentMode][] => {
          const [role = '', mode, more] = entry.split('=');
          if (/^[A-Z]+$/.test(role) && isMode(mode) && more === undefined) return [[role, mode]];
          context.addIssue({
            code: 'custom',
            message: `must be a list of ROLE=mode, separated by commas; modes are ${documentModes.join(', ')}`,
          });
          return [];
        });
      return Object.fromEntries(pairs);
    }),
};

/**
 * The documents that are known: those the composition wrote, and those of a manifest of one's own: a JSON object of texts by
 * their SHA-256, with or without `sha256:` before it, as code generators of clients write it.
 * @throws ConfigurationError naming the file and what is wrong in it
 */
export function readDocumentRules(settings: {
  readonly KNOWN_DOCUMENTS?: string | undefined;
  readonly DOCUMENT_MODES: DocumentRules['modes'];
}): DocumentRules {
  const { KNOWN_DOCUMENTS: file, DOCUMENT_MODES: modes } = settings;
  const own = readManifest(new URL('../../../schema/documents.json', import.meta.url));
  return { manifests: file === undefined ? [own] : [own, readManifest(file)], modes };
}

function readManifest(file: string | URL): Manifest {
  const wrong = (what: string) =>
    new ConfigurationError(`The configuration is wrong:\nKNOWN_DOCUMENTS: ${String(file)} ${what}`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw wrong('cannot be read as JSON');
  }
  const texts = z.record(z.string(), z.string()).safeParse(content);
  if (!texts.success) throw wrong('must be an object of texts by their SHA-256');
  const manifest = Object.entries(texts.data).map(([name, text]) => [name.replace(/^sha256:/, ''), text] as const);
  const other = manifest.find(([hash, text]) => documentHash(text) !== hash);
  if (other !== undefined) throw wrong(`has a text under "${other[0]}" whose SHA-256 is ${documentHash(other[1])}`);
  return Object.fromEntries(manifest);
}
