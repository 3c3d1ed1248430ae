import { bitsOf, both, type ContactBits, either, numbersIn, without } from '@ucp/kit/contact-bits';
import type { Answers } from './answers.ts';
import { type Filter, nodeOf } from './filter.ts';
import { windowsOf } from './together.ts';

/** Who matches a filter, out of everybody. */
export const evaluate = (filter: Filter, answers: Answers): ContactBits =>
  both(matching(filter, answers), answers.everybody);

/** Who matches, and perhaps others who are not of everybody; not to be changed, as it may be the answer of a leaf. */
function matching(filter: Filter, answers: Answers): ContactBits {
  const node = nodeOf(filter);
  switch (node.is) {
    case 'leaf':
      return answers.of(node.leaf).contacts;
    case 'not':
      return without(answers.everybody, matching(node.filter, answers));
    case 'all':
      return inAll(node.filters, answers);
    case 'any':
      return node.filters.map((each) => matching(each, answers)).reduce(either, bitsOf([]));
    case 'together':
      return bitsOf(
        numbersIn(both(inAll(node.filters, answers), answers.everybody)).filter(
          (contactNo) => windowsOf(node.filters, node.within, contactNo, answers).length > 0,
        ),
      );
  }
}

const inAll = (filters: readonly Filter[], answers: Answers): ContactBits =>
  filters.length === 0 ? answers.everybody : filters.map((each) => matching(each, answers)).reduce(both);
