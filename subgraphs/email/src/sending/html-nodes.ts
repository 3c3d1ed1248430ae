import { marks } from '@ucp/channel/domain/merge-tags';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A tag that stands for itself, in a value or as a comment between elements. */
export const tagMark = new RegExp(`(?:<!--)?${marks.tagStart}(\\d+)${marks.tagEnd}(?:-->)?`, 'g');

/** Numbers of the tags in a text, each with what stands before it. */
export const tagsIn = (text: string): readonly (readonly [number, string])[] =>
  [...text.matchAll(tagMark)].map((match) => [Number(match[1]), text.slice(0, match.index)]);

/** A node, and how many others it is within. */
export interface Placed {
  readonly node: Tree.Node;
  readonly depth: number;
}

/** All nodes, in the order of the document. */
export function* nodesOf(document: Tree.Document): Generator<Placed> {
  const waiting: Placed[] = [{ node: document, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    const { node, depth } = next;
    const children = 'childNodes' in node ? node.childNodes : [];
    for (const child of children.toReversed()) waiting.push({ node: child, depth: depth + 1 });
  }
}

export function* elementsOf(document: Tree.Document): Generator<Tree.Element> {
  for (const { node } of nodesOf(document)) if ('tagName' in node) yield node;
}

export interface ShownText {
  readonly value: string;
  /** Name of its element. */
  readonly parent: string;
  readonly comment: boolean;
}

/** Texts, and comments that are one tag. */
export function* textsOf(document: Tree.Document): Generator<ShownText> {
  for (const { node } of nodesOf(document)) {
    if (node.nodeName === '#text' && 'value' in node) {
      yield { value: node.value, parent: node.parentNode?.nodeName ?? '', comment: false };
    } else if (node.nodeName === '#comment' && 'data' in node && oneTag.test(node.data)) {
      yield { value: node.data, parent: node.parentNode?.nodeName ?? '', comment: true };
    }
  }
}

const oneTag = new RegExp(`^${marks.tagStart}\\d+${marks.tagEnd}$`);
