import { bitsOf, both, type ContactBits, either, numbersIn, without } from '@ucp/kit/contact-bits';
import type { Answers } from './answers.ts';
import { type Filter, nodeOf } from './filter.ts';
import { windowsOf } from './together.ts';

/** Who matches a filter, out of everybody. */
export function evaluate(filter: Filter, answers: Answers): ContactBits {
  const node = nodeOf(filter);
  switch (node.is) {
    case 'leaf':
      return both(answers.of(node.leaf).contacts, answers.everybody);
    case 'not':
      return without(answers.everybody, evaluate(node.filter, answers));
    case 'all':
      return node.filters.reduce<ContactBits>((bits, each) => both(bits, evaluate(each, answers)), answers.everybody);
    case 'any':
      return node.filters.reduce<ContactBits>((bits, each) => either(bits, evaluate(each, answers)), bitsOf([]));
    case 'together': {
      const candidates = node.filters.reduce<ContactBits>(
        (bits, each) => both(bits, evaluate(each, answers)),
        answers.everybody,
      );
      return bitsOf(
        numbersIn(candidates).filter(
          (contactNo) => windowsOf(node.filters, node.within, contactNo, answers).length > 0,
        ),
      );
    }
  }
}
