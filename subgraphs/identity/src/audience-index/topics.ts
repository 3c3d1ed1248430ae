import type { FieldDefinition } from '../domain/fields.ts';
import type { OwnTopic } from '../store/audience-rows.ts';
import type { IdentityIndex, Topics } from './account-index.ts';

/** A column that was not asked about for so long is dropped, in milliseconds. */
const keptFor = 3_600_000;

export const aboutFields = (keys: readonly string[]): Topics => ({ fields: new Set(keys), others: new Set() });
export const about = (...others: readonly OwnTopic[]): Topics => ({ fields: new Set(), others: new Set(others) });

/** Everything that several questions ask about. */
export const together = (asked: readonly Topics[]): Topics => ({
  fields: new Set(asked.flatMap(({ fields }) => [...fields])),
  others: new Set(asked.flatMap(({ others }) => [...others])),
});

/** Whether an index has a column of each thing asked about, made by what the account's fields are now. */
export const hasAll = ({ columns }: IdentityIndex, topics: Topics, definitions: readonly FieldDefinition[]): boolean =>
  [...topics.others].every((topic) => columns[topic] !== undefined) &&
  definitions.every(({ key, mergeStrategy }) => columns.fields.get(key)?.mergeStrategy === mergeStrategy);

export function markAsked({ askedAt }: Pick<IdentityIndex, 'askedAt'>, { fields, others }: Topics): void {
  const now = performance.now();
  for (const key of fields) askedAt.set(nameOf(key), now);
  for (const topic of others) askedAt.set(topic, now);
}

/** Drops columns that nobody asked about for long, and those of fields whose strategy chose their values and is another one now. */
export function dropUnasked(index: IdentityIndex, topics: Topics, definitions: readonly FieldDefinition[]): void {
  const strategies = new Map(definitions.map(({ key, mergeStrategy }) => [key, mergeStrategy]));
  for (const [key, { mergeStrategy }] of index.columns.fields)
    if (strategies.get(key) !== mergeStrategy) index.columns.fields.delete(key);
  const since = performance.now() - keptFor;
  drop(index, topics, (name) => (index.askedAt.get(name) ?? 0) < since);
}

/** Drops every column that is not asked about. */
export const dropAllBut = (index: IdentityIndex, topics: Topics): void => drop(index, topics, () => true);

function drop({ columns, askedAt }: IdentityIndex, topics: Topics, isToGo: (name: string) => boolean): void {
  for (const key of columns.fields.keys())
    if (!topics.fields.has(key) && isToGo(nameOf(key))) columns.fields.delete(key);
  for (const topic of ['tags', 'identifiers', 'created', 'acquisition'] as const)
    if (!topics.others.has(topic) && isToGo(topic)) columns[topic] = undefined;
  // Also of keys that the account does not have.
  for (const name of askedAt.keys()) if (isToGo(name)) askedAt.delete(name);
  markAsked({ askedAt }, topics);
}

/** A field's name among all columns. */
const nameOf = (key: string): string => `field ${key}`;
