import { badInput } from '@ucp/kit/errors';
import type { ExportFormat } from './formats.ts';

/** What is exported: an audience that is described, or a segment that is saved. */
export interface ExportRequest {
  readonly of: { readonly filter: unknown } | { readonly segment: string };
  readonly format: ExportFormat;
  /** In this order; null: all that the caller may read. */
  readonly columns: readonly string[] | null;
  readonly bom: boolean;
}

const formats: readonly ExportFormat[] = ['csv', 'ndjson'];
const fields = ['filter', 'segment', 'format', 'columns', 'bom'];
const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 100);

/** The body of `POST /exports`. @throws CodedError BAD_USER_INPUT */
export function parseBody(body: string): ExportRequest {
  const given = jsonOf(body);
  const unknown = Object.keys(given).find((field) => !fields.includes(field));
  if (unknown !== undefined)
    throw badInput([unknown], `An export takes ${fields.join(', ')}, got "${unknown.slice(0, 100)}"`);
  const { filter = null, segment = null, format, columns = null, bom = false } = given;
  if ((filter === null) === (segment === null)) {
    const came = filter === null ? 'neither' : 'both';
    throw badInput(null, `An export is of exactly one of "filter" and "segment", got ${came}`);
  }
  if (segment !== null && typeof segment !== 'string')
    throw badInput(['segment'], `"segment" is the id of a segment, got ${shown(segment)}`);
  if (columns !== null && !isNames(columns))
    throw badInput(['columns'], `"columns" is a list of names of columns, got ${shown(columns)}`);
  if (typeof bom !== 'boolean') throw badInput(['bom'], `"bom" is true or false, got ${shown(bom)}`);
  return { of: segment === null ? { filter } : { segment }, format: formatOf(format), columns, bom };
}

/** The last part of `GET /exports/segments/seg_….csv?columns=id,tags&bom=true`. @throws CodedError BAD_USER_INPUT */
export function parsePath(file: string, search: URLSearchParams): ExportRequest {
  const dot = file.lastIndexOf('.');
  const [segment, ending] = dot < 0 ? [file, undefined] : [file.slice(0, dot), file.slice(dot + 1)];
  const bom = search.get('bom') ?? 'false';
  if (bom !== 'true' && bom !== 'false') throw badInput(['bom'], `"bom" is true or false, got ${shown(bom)}`);
  return {
    of: { segment },
    format: formatOf(ending),
    columns: search.get('columns')?.split(',') ?? null,
    bom: bom === 'true',
  };
}

function formatOf(format: unknown): ExportFormat {
  const found = formats.find((each) => each === format);
  if (found === undefined) throw badInput(['format'], `"format" is csv or ndjson, got ${shown(format)}`);
  return found;
}

function jsonOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // The same as any other body that is none.
  }
  throw badInput(null, `An export is asked for by a JSON object, got ${shown(body.slice(0, 60))}`);
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
