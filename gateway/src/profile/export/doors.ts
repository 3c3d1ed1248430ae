import type { Filter } from '@ucp/audience/filter';
import { checkInput } from '@ucp/kit/auth';
import type { Caller } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { countBits } from '@ucp/kit/contact-bits';
import { type Door, type DoorResponse, jsonResponse } from '@ucp/kit/door';
import { badInput, CodedError, errorCodes, notFound } from '@ucp/kit/errors';
import type { Logger } from '@ucp/kit/log';
import { partOfField } from '@ucp/kit/parts-of-graph';
import { coerceInputValue, type GraphQLSchema, isInputObjectType } from 'graphql';
import { segmentId } from '../evaluation.ts';
import type { ProfileService } from '../service.ts';
import { type Column, chosenColumns, columnsOf } from './columns.ts';
import { contentTypes, fileOf } from './formats.ts';
import { type ExportRequest, parseBody, parsePath } from './request.ts';
import { askField, contactRows } from './rows.ts';

export interface ExportOptions {
  readonly parts: readonly Pick<Connection, 'name' | 'execute'>[];
  readonly supergraph: GraphQLSchema;
  /** Profile's own, with the types of `AudienceFilter`. */
  readonly schema: GraphQLSchema;
  readonly service: ProfileService;
  readonly log: Logger;
}

const scopes = ['contacts:export', 'contacts:read', 'segments:read'];

/** `POST /exports` and `GET /exports/segments/:file` hand out the contacts of an audience as a file, as it is read. */
export function exportDoors(options: ExportOptions): Door[] {
  const answer = async (caller: Caller | null, parse: () => ExportRequest): Promise<DoorResponse> => {
    if (caller === null) return refusalOf(new CodedError('UNAUTHENTICATED', 'An export needs a key'));
    try {
      return await exported(options, caller, parse());
    } catch (error) {
      if (error instanceof CodedError) return refusalOf(error);
      throw error;
    }
  };
  return [
    {
      method: 'POST',
      path: '/exports',
      scopes,
      streams: false,
      handle: ({ body, caller }) => answer(caller, () => parseBody(String(body))),
    },
    {
      method: 'GET',
      path: '/exports/segments/:file',
      scopes,
      streams: false,
      handle: ({ path, caller }, { file = '' }) =>
        answer(caller, () => parsePath(file, new URL(path, 'http://gateway').searchParams)),
    },
  ];
}

/** Everything that can be refused is refused before the first byte; so is what no part can answer for. */
async function exported(options: ExportOptions, caller: Caller, request: ExportRequest): Promise<DoorResponse> {
  const { parts, supergraph, service, log } = options;
  const partOf = (field: string, type?: string) => {
    const name = partOfField(supergraph, field, type);
    const part = parts.find((each) => each.name === name);
    if (part === undefined) throw new Error(`no part of the graph answers ${field}`);
    return part;
  };
  const { filter, segment, name } = await audienceOf(options, caller, request);
  const identity = partOf('everyContact');
  const shape = await askField(identity, 'query { identifierKinds customFieldDefinitions { key } }', {}, caller);
  const columns = chosenColumns(columnsOf(supergraph, shapeOf(shape)), request.columns, caller);
  const members = await service.membersOf(caller, filter, false);
  const contacts = countBits(members);
  const others = parts.filter((part) => part !== identity && columns.some((column) => column.part === part.name));
  const rows = contactRows({ parts: [identity, ...others], caller, columns, members });
  const first = await rows.next();
  const input = { contacts, format: request.format, columns: namesOf(columns), segment, filter };
  await askField(
    partOf('exportRecord', 'Mutation'),
    'mutation ($input: ExportRecordInput!) { exportRecord(input: $input) }',
    { input },
    caller,
  );
  return {
    status: 200,
    headers: {
      'content-type': contentTypes[request.format],
      'content-disposition': `attachment; filename="${name}.${request.format}"`,
      'cache-control': 'no-store',
      'x-ucp-contacts': String(contacts),
    },
    body: fileOf({
      format: request.format,
      names: namesOf(columns),
      rows: resumed(first, rows),
      bom: request.bom,
      failed: (error) => log.error({ requestId: caller.requestId, err: error }, 'an export was cut'),
    }),
  };
}

const namesOf = (columns: readonly Column[]): string[] => columns.map(({ name }) => name);

const shapeOf = ({ identifierKinds, customFieldDefinitions }: Readonly<Record<string, unknown>>) => ({
  identifierKinds: Array.isArray(identifierKinds) ? identifierKinds.map(String) : [],
  fieldKeys: Array.isArray(customFieldDefinitions) ? customFieldDefinitions.map(({ key }) => String(key)) : [],
});

/** The rows from the first, which was read already. */
async function* resumed(first: IteratorResult<unknown[]>, rows: AsyncGenerator<unknown[]>): AsyncGenerator<unknown[]> {
  try {
    if (first.done === true) return;
    yield first.value;
    yield* rows;
  } finally {
    await rows.return(undefined);
  }
}

interface ExportedAudience {
  readonly filter: Filter;
  readonly segment: string | null;
  /** Of the file, without its ending. */
  readonly name: string;
}

/** @throws CodedError NOT_FOUND for a segment the account does not have, BAD_USER_INPUT or FORBIDDEN for a filter */
async function audienceOf(options: ExportOptions, caller: Caller, { of }: ExportRequest): Promise<ExportedAudience> {
  if ('filter' in of) return { filter: filterOf(options.schema, caller, of.filter), segment: null, name: 'audience' };
  const segments = await options.service.segments(caller);
  const found = segments.find((segment) => segmentId(caller.account, segment) === of.segment);
  if (found === undefined) throw notFound(['segment'], 'The account has no segment of this id');
  return { filter: found.filter, segment: of.segment, name: fileNameOf(found.name) || 'segment' };
}

/** Letters and digits of ASCII and dashes: a name that is safe in a header and in every file system. */
const fileNameOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');

/** A filter as the graph takes it: every value of its type, and no input that the caller may not use. */
function filterOf(schema: GraphQLSchema, caller: Caller, given: unknown): Filter {
  const type = schema.getType('AudienceFilter');
  const argument = schema
    .getQueryType()
    ?.getFields()
    .audience?.args.find(({ name }) => name === 'filter');
  if (!isInputObjectType(type) || argument === undefined) throw new Error('the graph has no audiences');
  const filter = coerceInputValue(given, type, (path, _value, error) => {
    throw badInput(
      ['filter', ...path.map(String)],
      `"filter${path.map((key) => `.${key}`).join('')}": ${error.message}`,
    );
  });
  checkInput('Query.audience', argument, filter, caller);
  return Object(filter);
}

const refusalOf = ({ code, message }: CodedError): DoorResponse =>
  jsonResponse(errorCodes[code].status, { error: { code, message } });
