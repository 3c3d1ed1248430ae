/** Every limit of identity in one place. The SDL's descriptions name those a caller can meet. */
export const limits = {
  /** Identifiers of one record. */
  recordIdentifiers: 20,
  /** Fields of one record. */
  recordFields: 200,
  /** Tags added or removed by one record. */
  recordTags: 100,
  /** Characters. */
  identifier: 254,
  tag: 60,
  text: 4_000,
  name: 200,
  detail: 500,
  /** Characters and words of a search; digits that make several words one number. */
  search: 200,
  searchWords: 8,
  searchNumber: 7,
  /** Per account. */
  fields: 200,
  options: 200,
  listedValues: 1_000,
  /** Identifiers of one kind on one contact, where the account does not say otherwise, and the most it may say. */
  identifiersOfKind: 5,
  identifiersOfKindAtMost: 100,
  /** Kinds of identifiers an account may rank. */
  rankedKinds: 20,
  /** Contacts of one merge. */
  mergedAtOnce: 20,
  /** Merges of one contact, and identifiers, before it is taken for a mistake (domain, section 2). */
  merges: 100,
  identifiers: 1_000,
  /** Contacts edited in one transaction. */
  editsAtOnce: 1_000,
  /** Records resolved in one transaction: a page of another part's journal fits. */
  batch: 6_000,
  /** Of an imported file. */
  importRows: 2_000_000,
  /** Bytes of it, unpacked. */
  importBytes: 2_147_483_648,
  /** How many times its size a gzip file may unpack to. Lists pack to a tenth, a bomb to a thousandth. */
  importRatio: 200,
  importColumns: 300,
  /** Characters of one row of it. */
  importRow: 1_048_576,
  /** Characters of a page of rejected rows, beside the row that goes beyond. */
  rejectedPage: 4_194_304,
} as const;
