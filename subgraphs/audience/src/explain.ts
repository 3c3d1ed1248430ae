import { hasBit } from '@ucp/kit/contact-bits';
import type { LeafFact } from '@ucp/kit/leaf';
import type { Answers } from './answers.ts';
import { evaluate } from './evaluate.ts';
import { childrenOf, type Filter, nodeOf } from './filter.ts';
import { windowsOf } from './together.ts';

/** How one condition of a filter came out for a contact. */
export interface Reason {
  readonly predicate: string;
  readonly matched: boolean;
  /** Newest first. */
  readonly facts: readonly LeafFact[];
}

/** Every condition of a filter in the order written, with the facts that decide it. */
export function explain(filter: Filter, contactNo: number, answers: Answers): Reason[] {
  const node = nodeOf(filter);
  const matched = () => hasBit(evaluate(filter, answers), contactNo);
  if (node.is === 'leaf') {
    return [
      {
        predicate: wordsOf(node.leaf.name, node.leaf.predicate),
        matched: matched(),
        facts: answers.happenedTo(node.leaf, contactNo).flatMap(({ fact }) => fact ?? []),
      },
    ];
  }
  if (node.is === 'together') {
    const facts = windowsOf(node.filters, node.within, contactNo, answers).flatMap(({ happenings }) =>
      happenings.flatMap(({ fact }) => fact ?? []),
    );
    const parts = node.filters.map((each) =>
      explain(each, contactNo, answers)
        .map(({ predicate }) => predicate)
        .join(', '),
    );
    return [
      {
        predicate: `within ${node.within} of each other: ${parts.join('; ')}`,
        matched: matched(),
        facts: [...facts].reverse(),
      },
    ];
  }
  return childrenOf(node).flatMap((each) => explain(each, contactNo, answers));
}

/** A condition in words, whoever owns it, for example: email did CLICK within P7D. */
export function wordsOf(name: string, predicate: unknown): string {
  const parts = Object.entries(Object(predicate)).flatMap(([key, value]) => {
    if (value === null || value === undefined) return [];
    const list = Array.isArray(value) ? value : [value];
    return [`${spaced(key)} ${list.map(valueInWords).join(' and ')}`];
  });
  return [name, ...parts].join(' ');
}

function valueInWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .flatMap(([key, inner]) => {
      if (inner === null || inner === undefined || inner === false || (key === 'atLeast' && inner === 1)) return [];
      const words = (Array.isArray(inner) ? inner : [inner]).map(valueInWords).join(' or ');
      return [key === 'kinds' ? words : `${spaced(key)} ${words}`];
    })
    .join(' ');
}

/** `canSend` → `can send`. */
const spaced = (name: string): string => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
