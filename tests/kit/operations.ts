import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../schema/operations/', import.meta.url);

/** Names of the files of operations. */
export const operationFiles = (): string[] => readdirSync(folder).map((file) => file.replace('.graphql', ''));

/** The text of a file of operations. */
export const operations = (name: string): string => readFileSync(new URL(`${name}.graphql`, folder), 'utf8');

/** One operation out of a file that holds several. */
export function operation(file: string, name: string): string {
  const found = new RegExp(`^(query|mutation) ${name}\\b[\\s\\S]*?(?=^(query|mutation) |^#|$(?![\\s\\S]))`, 'm').exec(
    operations(file),
  );
  if (found === null) throw new Error(`${file}.graphql has no operation ${name}`);
  return found[0];
}
