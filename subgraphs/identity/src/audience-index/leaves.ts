import type { ContactBits } from '@ucp/kit/contact-bits';
import { secondOf } from '@ucp/kit/moments';
import type { ContactView } from '../domain/contact-view.ts';
import { comparableOf, type FieldPredicate, fieldCondition } from '../domain/field-predicate.ts';
import type { FieldType } from '../domain/fields.ts';
import { isInRange, type MomentWindow, secondsIn } from '../domain/number-range.ts';
import {
  type AcquisitionPredicate,
  acquisitionHolds,
  createdCondition,
  type IdentifierPredicate,
  identifierHolds,
  tagHolds,
} from '../domain/predicate.ts';
import type { IdentityIndex, Topics } from './account-index.ts';
import { about, aboutFields } from './topics.ts';

/** A condition as it is asked of a contact, and of a whole account. Both give the same. */
export interface Condition {
  readonly holds: (view: ContactView) => boolean;
  readonly matching: (index: IdentityIndex) => ContactBits;
}

/** What conditions are read by. */
export interface Surroundings {
  /** The moment asked. */
  readonly now: Date;
  readonly typeOf: (key: string) => FieldType | undefined;
}

/** A kind of conditions: a leaf of `AudienceFilter`. */
export interface LeafKind<Predicate> {
  /** What they ask about. */
  readonly topics: (predicates: readonly Predicate[]) => Topics;
  /** Whether they are counted back from the moment asked. */
  readonly isCountedBack: (predicate: Predicate) => boolean;
  /**
   * @param path where the predicate stands in what was asked
   * @throws CodedError BAD_USER_INPUT naming what is wrong within it
   */
  readonly condition: (predicate: Predicate, surroundings: Surroundings, path: readonly string[]) => Condition;
}

export const fieldLeaf: LeafKind<FieldPredicate> = {
  topics: (predicates) => aboutFields(predicates.map(({ key }) => key)),
  isCountedBack: () => false,
  condition: (predicate, { typeOf }, path) => {
    const { key } = predicate;
    const condition = fieldCondition(typeOf(key), predicate, path);
    return {
      holds: ({ customFields }) => {
        const field = customFields.find((each) => each.key === key);
        return field === undefined ? condition.absent : condition.holds(comparableOf(field.type, field.value));
      },
      matching: ({ columns, population }) => loaded(columns.fields.get(key)).matching(condition, population.shown()),
    };
  },
};

export const tagLeaf: LeafKind<{ readonly equals: string }> = {
  topics: () => about('tags'),
  isCountedBack: () => false,
  condition: (predicate) => ({
    holds: ({ tags }) => tagHolds(predicate, tags),
    matching: ({ columns }) => loaded(columns.tags).matching(predicate),
  }),
};

export const identifierLeaf: LeafKind<IdentifierPredicate> = {
  topics: () => about('identifiers'),
  isCountedBack: () => false,
  condition: (predicate) => ({
    holds: ({ identifiers }) => identifierHolds(predicate, identifiers),
    matching: ({ columns }) => loaded(columns.identifiers).matching(predicate),
  }),
};

export const createdLeaf: LeafKind<MomentWindow> = {
  topics: () => about('created'),
  isCountedBack: ({ within }) => typeof within === 'string',
  condition: (window, { now }, path) => {
    const seconds = createdCondition(window, now, path);
    return {
      holds: ({ createdAt }) => isInRange(seconds, secondOf(createdAt)),
      matching: ({ columns }) => loaded(columns.created).matching(seconds),
    };
  },
};

export const acquisitionLeaf: LeafKind<AcquisitionPredicate> = {
  topics: () => about('acquisition'),
  isCountedBack: () => false,
  condition: (predicate, { now }) => {
    const seconds = secondsIn({ after: predicate.after, before: predicate.before }, now);
    return {
      holds: ({ acquisition }) => acquisitionHolds(predicate, seconds, acquisition),
      matching: ({ columns }) => loaded(columns.acquisition).matching(predicate, seconds),
    };
  },
};

/** Whoever there is: those that are not archived, or all. */
export const everybodyLeaf: LeafKind<{ readonly includeArchived: boolean }> = {
  topics: () => about(),
  isCountedBack: () => false,
  condition: ({ includeArchived }) => ({
    holds: ({ archivedAt }) => includeArchived || archivedAt === null,
    matching: ({ population }) => population.everybody(includeArchived),
  }),
};

function loaded<Column>(column: Column | undefined): Column {
  if (column === undefined) throw new Error('a column was not loaded that was asked about');
  return column;
}
