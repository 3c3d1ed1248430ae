import { type ASTVisitor, type FloatValueNode, GraphQLError, type IntValueNode, type ValidationContext } from 'graphql';

export const numberTooLarge = 'A number must be within what a double holds, some 1.8e308';

/** Refuses numbers of a document that would be read as infinite, which no JSON has: a part in another process would be sent null. */
export function finiteNumbers(context: ValidationContext): ASTVisitor {
  const check = (node: FloatValueNode | IntValueNode): void => {
    if (!Number.isFinite(Number(node.value))) context.reportError(new GraphQLError(numberTooLarge, { nodes: node }));
  };
  return { FloatValue: check, IntValue: check };
}
