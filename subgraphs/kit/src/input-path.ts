import { type ASTNode, type GraphQLError, Kind, type ParseOptions, parse, visit } from 'graphql';

/**
 * Where in the caller's input a value stands that the language refused: `filter`, `email`, `did`, `0`, `within`. Within a variable it
 * is in the words of the refusal, in a literal it is the way to it in the document. Null where neither tells.
 * @param options by which the document was read: of one that could not be read to its end a limit was not reached yet
 */
export function inputPathOf(error: GraphQLError, options?: ParseOptions): readonly string[] | null {
  const place = error.nodes?.[0]?.loc;
  const variable = /^Variable "\$(\w+)" got invalid value (?:[\s\S]* at "(\1[.[][^"]*)"; )?/.exec(error.message);
  if (variable !== null) {
    const [name = '', ...rest] = (variable[2] ?? variable[1] ?? '').split(/[.[\]]+/).filter((step) => step !== '');
    return [...placeOfVariable(place?.source.body ?? '', name), ...rest];
  }
  if (place === undefined) return placeOfUnreadable(error, options);
  return placeIn(place.source.body, ({ loc }) => loc?.start === place.start && loc.end === place.end);
}

/**
 * Where the value of a variable goes first: a caller may name variables at will, and is told of the argument either way.
 * @param document may be empty, as nobody has it: then it is the variable's own name
 */
export const placeOfVariable = (document: string, name: string): readonly string[] =>
  (document === '' ? null : placeIn(document, (node) => node.kind === Kind.VARIABLE && node.name.value === name)) ?? [
    name,
  ];

/** Of a text that the language cannot read, as it has half of a surrogate pair: without its escapes it can be read, as long as before. */
function placeOfUnreadable(
  { message, source, positions }: GraphQLError,
  options: ParseOptions | undefined,
): readonly string[] | null {
  const at = positions?.[0];
  if (source === undefined || at === undefined || !/^Syntax Error: Invalid (Unicode|character within)/.test(message))
    return null;
  const readable = source.body.toWellFormed().replace(/\\(?:"""|.)/g, (written) => 'x'.repeat(written.length));
  const isAround = ({ kind, loc }: ASTNode) =>
    kind === Kind.STRING && loc !== undefined && loc.start <= at && at < loc.end;
  try {
    return placeIn(readable, isAround, options);
  } catch {
    // Something else is wrong behind it.
    return null;
  }
}

/** The way to the first of such nodes that is within an argument, or within what a variable is by default. */
function placeIn(
  document: string,
  isWanted: (node: ASTNode) => boolean,
  options?: ParseOptions,
): readonly string[] | null {
  let found: readonly string[] | null = null;
  visit(parse(document, options), {
    enter: (node, _key, parent, _path, ancestors) => {
      if (found === null && isWanted(node))
        found = stepsOf(document, [...ancestors, ...(parent === undefined ? [] : [parent]), node]);
    },
  });
  return found;
}

/** The names of the argument and of the fields on the way, and places in lists; null outside of both. */
function stepsOf(document: string, way: readonly (ASTNode | readonly ASTNode[])[]): readonly string[] | null {
  const steps: string[] = [];
  let within = false;
  way.forEach((step, i) => {
    if (!('kind' in step)) return;
    const isDefault = step.kind === Kind.VARIABLE_DEFINITION && i + 1 < way.length && way[i + 1] === step.defaultValue;
    if (isDefault) steps.push(...placeOfVariable(document, step.variable.name.value));
    if (step.kind === Kind.ARGUMENT || isDefault) within = true;
    if (step.kind === Kind.ARGUMENT || step.kind === Kind.OBJECT_FIELD) steps.push(step.name.value);
    if (step.kind !== Kind.LIST) return;
    const values: readonly unknown[] = step.values;
    const place = values.indexOf(way[i + 2]);
    if (place >= 0) steps.push(String(place));
  });
  return within ? steps : null;
}
