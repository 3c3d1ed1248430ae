import {
  type GraphQLCompositeType,
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type Asked, collectFields, insideOf, type Selected, type Selection } from './collect-fields.ts';
import { onlyBy, type Wanted } from './conditions.ts';
import { type Entity, ownValue } from './entity.ts';
import { compileIntrospection } from './introspection.ts';
import { compileValue } from './shape-value.ts';
import { type Complete, failed, placeOf, type Shaping, tell } from './shaping.ts';

/** Writes one field of the answer. False: the object cannot be had with what came for it. */
type Write = (from: Entity, to: Entity, shaping: Shaping) => boolean;
/** Completes an object whose type is known. */
type CompleteFields = (from: Entity, shaping: Shaping) => Entity | typeof failed;

export interface ShapeContext extends Asked {
  /** The name under which the client asked for what the plan asks for under this name. */
  readonly clientName: (name: string) => string;
}

/** Compiles the completion of objects at one place: one list of fields for each type that turns up there. */
export function compileObject(
  context: ShapeContext,
  type: GraphQLCompositeType,
  owner: string,
  selections: readonly Selection[],
): Complete {
  let declared: CompleteFields | null = null;
  const known = new Map<string, CompleteFields | null>();
  const compileFor = (typename: string): CompleteFields | null => {
    const named = context.schema.getType(typename);
    const made = isCompositeType(named) ? compileFields(context, typename, named, selections) : null;
    if (made !== null) known.set(typename, made);
    return made;
  };
  return (value, shaping) => {
    if (value === null || value === undefined) return null;
    if (!isObject(value))
      throw new Error(`Invalid non-object value ${value} returned by subgraph for composite type ${type}`);
    const { __typename: typename } = value;
    if (typename === undefined || typename === null || typename === '') {
      declared ??= compileFields(context, null, type, selections);
      return declared(value, shaping);
    }
    if (typeof typename !== 'string')
      throw new Error(`Invalid non-string value ${typename} for __typename at ${shaping.path}`);
    const complete = known.get(typename) ?? compileFor(typename);
    if (complete !== null) return complete(value, shaping);
    return tell(shaping, `Invalid __typename found for object at ${placeOf(shaping, type.name, owner)}.`);
  };
}

/** @param typename as the data tells it; null: it does not */
export function compileFields(
  context: ShapeContext,
  typename: string | null,
  type: GraphQLCompositeType,
  selections: readonly Selection[],
): CompleteFields {
  const byName = new Map<string, Write>();
  const writes = collectFields(context, typename, type, selections).map(({ name, conditions, earlier, selected }) => {
    const write = byName.get(name) ?? compileWrite(context, typename === null ? null : type, name, selected);
    byName.set(name, write);
    return when(onlyBy(conditions, earlier), write);
  });
  return (from, shaping) => {
    const made: Entity = {};
    for (const write of writes) if (!write(from, made, shaping)) return failed;
    return made;
  };
}

/** @param type of the object as the data tells it; null: it does not */
function compileWrite(
  context: ShapeContext,
  type: GraphQLCompositeType | null,
  planned: string,
  places: readonly Selected[],
): Write {
  const [first] = places;
  if (first === undefined) throw new Error(`nothing selects ${planned}`);
  const { node, parent } = first;
  const name = context.clientName(planned);
  if (node.name.value === '__typename') return writeTypename(name, type ?? parent);
  if (node.name.value.startsWith('__')) {
    const introspect = compileIntrospection(context, node);
    return (_from, to, { values }) => {
      to[name] = introspect(values);
      return true;
    };
  }
  const definition = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
  if (definition === undefined) throw new Error(`${parent} has no field ${node.name.value}`);
  const inner = getNamedType(definition.type);
  const object: Complete = isCompositeType(inner)
    ? compileObject(context, inner, parent.name, insideOf(places))
    : (value) => value;
  const complete = compileValue(definition.type, parent.name, object);
  const demanded = isNonNullType(definition.type);
  const inherited = planned in Object.prototype;
  return (from, to, shaping) => {
    shaping.path.push(name);
    const completed = complete(inherited ? ownValue(from, planned) : from[planned], shaping);
    shaping.path.pop();
    if (completed !== failed) to[name] = completed;
    else if (demanded) return false;
    else to[name] = null;
    return true;
  };
}

/** What cannot tell its type is not an object of the answer. */
function writeTypename(name: string, type: GraphQLCompositeType): Write {
  if (!isObjectType(type)) return () => false;
  return (_from, to) => {
    to[name] = type.name;
    return true;
  };
}

const when = (wanted: Wanted, write: Write): Write =>
  wanted === null ? write : (from, to, shaping) => !wanted(shaping.values) || write(from, to, shaping);

const isObject = (value: unknown): value is Entity => typeof value === 'object';
