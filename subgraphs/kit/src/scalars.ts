import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { parseDuration } from './duration.ts';
import { isCalendarDate } from './moments.ts';

/** RFC 3339 with an offset; a fraction of any length is read, milliseconds are kept. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i;

/** Parses a moment with an offset. @throws GraphQLError naming what came */
export function parseMoment(value: unknown): Date {
  const isMoment = typeof value === 'string' && moment.test(value) && isCalendarDate(value.slice(0, 10));
  const date = new Date(isMoment ? value : Number.NaN);
  if (Number.isNaN(date.getTime())) {
    throw new GraphQLError(
      `A moment is written as RFC 3339 with an offset, for example "2026-03-01T09:30:00Z", got ${JSON.stringify(value)}`,
    );
  }
  return date;
}

const literal = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : valueFromASTUntyped(node));

/** Reads values that are written in the document; what is refused has its place. */
const literals =
  <Value>(parse: (value: unknown) => Value) =>
  (node: ValueNode): Value => {
    try {
      return parse(literal(node));
    } catch (error) {
      throw error instanceof GraphQLError ? new GraphQLError(error.message, { nodes: node }) : error;
    }
  };

const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : new Date(Number(value))).toISOString(),
  parseValue: parseMoment,
  parseLiteral: literals(parseMoment),
});

const asText = (name: string, value: unknown, shape: RegExp): string => {
  if (typeof value === 'string' && shape.test(value)) return value;
  throw new GraphQLError(`${name} is written as ${shape.source}, got ${JSON.stringify(value)}`);
};

/** A scalar whose values are text of one shape, the same in and out. */
function textScalar(name: string, shape: RegExp): GraphQLScalarType<string, string> {
  return new GraphQLScalarType<string, string>({
    name,
    serialize: String,
    parseValue: (value) => asText(name, value, shape),
    parseLiteral: literals((value) => asText(name, value, shape)),
  });
}

const parseDurationText = (value: unknown): string => {
  parseDuration(String(value));
  return String(value);
};

const duration = new GraphQLScalarType<string, string>({
  name: 'Duration',
  serialize: String,
  parseValue: parseDurationText,
  parseLiteral: literals(parseDurationText),
});

const json = new GraphQLScalarType<unknown, unknown>({ name: 'JSON' });

/** The scalars of `schema/common.graphql`, as every subgraph resolves them. */
export const commonScalars = {
  DateTime: dateTime,
  Duration: duration,
  JSON: json,
  ChannelName: textScalar('ChannelName', /^[A-Z][A-Z0-9_]{0,29}$/),
};

export const identifierKindScalar = textScalar('IdentifierKind', /^[A-Z][A-Z0-9_]{0,29}$/);
