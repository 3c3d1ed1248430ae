import type { ContactView } from '../domain/contact-view.ts';
import type { FieldDefinition } from '../domain/fields.ts';
import type { OwnTopic } from '../store/audience-rows.ts';
import type { ProfileParts } from '../store/profile.ts';
import {
  type AcquisitionColumn,
  type Column,
  type CreatedColumn,
  createAcquisitionColumn,
  createCreatedColumn,
  createFieldColumn,
  createIdentifierColumn,
  createTagColumn,
  type FieldColumn,
  type IdentifierColumn,
  type TagColumn,
  type TopicColumn,
} from './columns.ts';
import { createPopulation, type Population } from './population.ts';

/** What conditions ask about. */
export interface Topics {
  /** Keys of fields. */
  readonly fields: ReadonlySet<string>;
  readonly others: ReadonlySet<OwnTopic>;
}

/** Columns that were asked for, by what they are about. */
export interface Columns {
  tags?: TagColumn | undefined;
  identifiers?: IdentifierColumn | undefined;
  created?: CreatedColumn | undefined;
  acquisition?: AcquisitionColumn | undefined;
  readonly fields: Map<string, FieldColumn>;
}

/** An account in memory: who there is, and a column of each thing that was asked about; all of them true for one rev. */
export interface IdentityIndex {
  rev: number;
  readonly population: Population;
  readonly columns: Columns;
  /** When each column was asked for last, in milliseconds of this process. */
  readonly askedAt: Map<string, number>;
  readonly bytes: () => number;
}

export function createIdentityIndex(rev: number): IdentityIndex {
  const population = createPopulation();
  const columns: Columns = { fields: new Map() };
  return {
    rev,
    population,
    columns,
    askedAt: new Map(),
    bytes: () => columnsOf(columns).reduce((sum, column) => sum + column.bytes(), population.bytes()),
  };
}

export const topicColumnsOf = ({ tags, identifiers, created, acquisition }: Columns): TopicColumn[] =>
  [tags, identifiers, created, acquisition].filter((column) => column !== undefined);

export const columnsOf = (columns: Columns): Column[] => [...topicColumnsOf(columns), ...columns.fields.values()];

/** Empty columns of what is asked about and not there yet. Fields the account does not have are passed over. */
export function missingColumns(topics: Topics, known: Columns, definitions: readonly FieldDefinition[]): Columns {
  const isMissing = (topic: OwnTopic): boolean => topics.others.has(topic) && known[topic] === undefined;
  const fields = definitions.filter(({ key }) => topics.fields.has(key) && !known.fields.has(key));
  return {
    ...(isMissing('tags') && { tags: createTagColumn() }),
    ...(isMissing('identifiers') && { identifiers: createIdentifierColumn() }),
    ...(isMissing('created') && { created: createCreatedColumn() }),
    ...(isMissing('acquisition') && { acquisition: createAcquisitionColumn() }),
    fields: new Map(fields.map((definition) => [definition.key, createFieldColumn(definition)])),
  };
}

/** Adds columns to those that are there. */
export function addColumns(columns: Columns, { fields, ...others }: Columns): void {
  Object.assign(columns, others);
  for (const [key, column] of fields) columns.fields.set(key, column);
}

/** What of a view the columns take. */
export const partsFor = (columns: Columns): ProfileParts => ({
  identifiers: columns.identifiers !== undefined,
  fieldNos: [...columns.fields.values()].map(({ fieldNo }) => fieldNo),
  tags: columns.tags !== undefined,
});

/** Puts what is shown of a contact in its place in every column. Null: it is shown as another one. */
export function show(columns: readonly Column[], contactNo: number, view: ContactView | null): void {
  for (const column of columns) column.takeView(contactNo, view);
}
