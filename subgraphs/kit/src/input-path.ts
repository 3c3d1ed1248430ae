import { type ASTNode, type GraphQLError, Kind, parse, visit } from 'graphql';

/**
 * Where in the caller's input a value stands that the language refused: `filter`, `email`, `did`, `0`, `within`. Within a variable it
 * is in the words of the refusal, in a literal it is the way to it in the document. Null where neither tells.
 */
export function inputPathOf(error: GraphQLError): readonly string[] | null {
  const place = error.nodes?.[0]?.loc;
  const variable = /^Variable "\$(\w+)" got invalid value (?:[\s\S]* at "(\1[.[][^"]*)"; )?/.exec(error.message);
  if (variable !== null) {
    const [name = '', ...rest] = (variable[2] ?? variable[1] ?? '').split(/[.[\]]+/).filter((step) => step !== '');
    return [...placeOfVariable(place?.source.body ?? '', name), ...rest];
  }
  if (place === undefined) return null;
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

/** The way to the first of such nodes that is within an argument. */
function placeIn(document: string, isWanted: (node: ASTNode) => boolean): readonly string[] | null {
  let found: readonly string[] | null = null;
  visit(parse(document), {
    enter: (node, _key, parent, _path, ancestors) => {
      if (found === null && isWanted(node))
        found = stepsOf([...ancestors, ...(parent === undefined ? [] : [parent]), node]);
    },
  });
  return found;
}

/** The names of the argument and of the fields on the way, and places in lists; null outside of any argument. */
function stepsOf(way: readonly (ASTNode | readonly ASTNode[])[]): readonly string[] | null {
  const steps: string[] = [];
  let within = false;
  way.forEach((step, i) => {
    if (!('kind' in step)) return;
    if (step.kind === Kind.ARGUMENT) within = true;
    if (step.kind === Kind.ARGUMENT || step.kind === Kind.OBJECT_FIELD) steps.push(step.name.value);
    if (step.kind !== Kind.LIST) return;
    const values: readonly unknown[] = step.values;
    const place = values.indexOf(way[i + 2]);
    if (place >= 0) steps.push(String(place));
  });
  return within ? steps : null;
}
