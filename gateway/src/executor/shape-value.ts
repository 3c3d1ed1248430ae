import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
} from 'graphql';
import { type Complete, failed, placeOf, tell } from './shaping.ts';

/**
 * Compiles how a value of a type is completed: what may not be null is told and takes its surroundings along, and leaves are
 * held against the schema the client sees, of which a part may know more values than the client does.
 * @param owner the type whose field it is @param object completes an object, where the type has objects inside
 */
export function compileValue(type: GraphQLOutputType, owner: string, object: Complete): Complete {
  if (isNonNullType(type)) {
    const inner = compileValue(type.ofType, owner, object);
    const name = String(type.ofType);
    return (value, shaping) => {
      const completed = inner(value, shaping);
      if (completed !== null) return completed;
      return tell(shaping, `Cannot return null for non-nullable ${placeOf(shaping, name, owner)}.`);
    };
  }
  if (isListType(type)) return compileList(type.ofType, owner, object);
  return isLeafType(type) ? compileLeaf(type, owner) : object;
}

function compileList(type: GraphQLOutputType, owner: string, object: Complete): Complete {
  const item = compileValue(type, owner, object);
  const nullable = !isNonNullType(type);
  const name = `[${String(type)}]`;
  return (value, shaping) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value))
      throw new Error(`Invalid non-list value ${value} returned by subgraph for list type ${name}`);
    const { path } = shaping;
    const last = path.push(0) - 1;
    const items = new Array<unknown>(value.length);
    let whole = true;
    for (let i = 0; i < value.length; i++) {
      path[last] = i;
      const completed = item(value[i], shaping);
      if (completed === failed) {
        items[i] = null;
        whole &&= nullable;
      } else items[i] = completed;
    }
    path.pop();
    return whole ? items : failed;
  };
}

function compileLeaf(type: GraphQLLeafType, owner: string): Complete {
  const isValid = validatorOf(type);
  const { name } = type;
  if (isValid === null) return (value) => value ?? null;
  return (value, shaping) => {
    if (value === null || value === undefined) return null;
    return isValid(value) ? value : tell(shaping, `Invalid value found for ${placeOf(shaping, name, owner)}.`);
  };
}

/** Null: any value is valid; what a custom scalar looks like is the parts' to say. */
function validatorOf(type: GraphQLLeafType): ((value: unknown) => boolean) | null {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  if (!isSpecifiedScalarType(type)) return null;
  switch (type.name) {
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    case 'Int':
      return isWhole;
    case 'Float':
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case 'ID':
      return (value) => typeof value === 'string' || isWhole(value);
    default:
      return (value) => typeof value === 'string';
  }
}

/** Written out without a point or an exponent. */
const isWhole = (value: unknown): boolean => Number.isInteger(value) && Math.abs(Number(value)) < 1e21;
