import { parseArgs } from 'node:util';

export interface ImportArguments {
  readonly file: string;
  readonly key: string;
  /** Origin of the product. */
  readonly url: string;
  readonly gzip: boolean;
  /** Parameters of `POST /imports`. */
  readonly parameters: Readonly<Record<string, string>>;
}

export const usage = `npm run import -- <file.csv> --key <key> [options]

  --url <url>            where the product is; default http://127.0.0.1:4000
  --key <key>            an API key with the scope imports:write; default the variable UCP_KEY
  --dry-run              tells what would happen and changes nothing
  --skip-existing        leaves people alone who are known already
  --columns <json>       what columns mean, as {"E-Mail 2":"Email","Notes":"ignore"}
  --delimiter <text>     one character, or comma, semicolon, tab, pipe; default as found
  --encoding <name>      for example windows-1252; default as found
  --name <text>          what to call the file; default its name
  --gzip                 packs the file on its way; a file named .gz is sent as it is`;

/** @throws Error with a sentence for whoever typed it */
export function parseImportArguments(
  given: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:4000' },
      key: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'skip-existing': { type: 'boolean', default: false },
      columns: { type: 'string' },
      delimiter: { type: 'string' },
      encoding: { type: 'string' },
      name: { type: 'string' },
      gzip: { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new Error(`One file is imported at a time, got ${positionals.length}`);
  const key = values.key ?? environment.UCP_KEY;
  if (key === undefined) throw new Error('A key is needed: --key, or the variable UCP_KEY');
  if (!URL.canParse(values.url)) throw new Error(`--url is an address as http://127.0.0.1:4000, got "${values.url}"`);
  const { columns, delimiter, encoding } = values;
  const fileName = values.name ?? file.split(/[\\/]/).at(-1)?.replace(/\.gz$/i, '') ?? file;
  return {
    file,
    key,
    url: new URL(values.url).origin,
    gzip: values.gzip,
    parameters: {
      fileName,
      ...(values['dry-run'] ? { dryRun: 'true' } : {}),
      ...(values['skip-existing'] ? { existing: 'skip' } : {}),
      ...(columns === undefined ? {} : { columns }),
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(encoding === undefined ? {} : { encoding }),
    },
  };
}
