import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether a type named in data is, or belongs to, the type of a condition. */
export type TypeCondition = (typename: string) => boolean;

/** Conditions on types, decided once for every pair of names. */
export interface TypeConditions {
  readonly on: (condition: string) => TypeCondition;
}

export function createTypeConditions(schema: GraphQLSchema): TypeConditions {
  const conditions = new Map<string, TypeCondition>();
  return {
    on: (condition) => {
      const known = conditions.get(condition);
      if (known !== undefined) return known;
      const decided = new Map<string, boolean>();
      const made: TypeCondition = (typename) => {
        let is = decided.get(typename);
        if (is === undefined) {
          is = isOfType(schema, typename, condition);
          // Names that are no type of the schema are not kept: there is no end of them.
          if (schema.getType(typename) !== undefined) decided.set(typename, is);
        }
        return is;
      };
      conditions.set(condition, made);
      return made;
    },
  };
}

/** Whether objects of a type are of another: itself, an interface it implements, a union it belongs to. */
export function isOfType(schema: GraphQLSchema, name: string, condition: string): boolean {
  if (name === condition) return true;
  const type = schema.getType(name);
  const wanted = schema.getType(condition);
  return (isObjectType(type) || isInterfaceType(type)) && isAbstractType(wanted) && schema.isSubType(wanted, type);
}
