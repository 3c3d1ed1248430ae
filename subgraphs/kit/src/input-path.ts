import { type ASTNode, type GraphQLError, Kind, parse, visit } from 'graphql';

/**
 * Where in the caller's input a value stands that the language refused: `filter`, `email`, `did`, `0`, `within`. Of a variable it is
 * in the words of the refusal, of a literal it is the way to it in the document. Null where neither tells.
 */
export function inputPathOf(error: GraphQLError): readonly string[] | null {
  const variable = /^Variable "\$(\w+)" got invalid value (?:[\s\S]* at "(\1[.[][^"]*)"; )?/.exec(error.message);
  if (variable !== null) return (variable[2] ?? variable[1] ?? '').split(/[.[\]]+/).filter((step) => step !== '');
  const place = error.nodes?.[0]?.loc;
  if (place === undefined) return null;
  let found: readonly string[] | null = null;
  visit(parse(place.source.body), {
    enter: (node, _key, parent, _path, ancestors) => {
      if (found !== null || node.loc?.start !== place.start || node.loc.end !== place.end) return;
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
