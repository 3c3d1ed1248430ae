import { isStorable } from '@ucp/kit/storable-text';
import { type ASTVisitor, GraphQLError, type StringValueNode, type ValidationContext } from 'graphql';

export const textUnstorable = 'A text must not contain the character U+0000 or half of a surrogate pair';

/** Refuses texts of a document that no database or JSON can hold. A document without such a character or an escape has none. */
export function storableTexts(context: ValidationContext): ASTVisitor {
  const source = context.getDocument().loc?.source.body;
  if (source !== undefined && isStorable(source) && !source.includes('\\u')) return {};
  return {
    StringValue: (node: StringValueNode): void => {
      if (!isStorable(node.value)) context.reportError(new GraphQLError(textUnstorable, { nodes: node }));
    },
  };
}
