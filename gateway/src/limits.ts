/** Every limit of the gateway in one place; the README repeats those a caller can meet. */
export const limits = {
  /** Bytes of a GraphQL request. */
  graphBody: 1_048_576,
  /** Bytes of a request to a door that is read whole, as webhooks are; files are streamed and have no limit here. */
  doorBody: 5 * 1_048_576,
  /** Bytes of a form of the preference page: 200 topics on each of several channels. */
  preferencesBody: 65_536,
  /** Bytes of a one-click unsubscribe or a confirmation; Gmail's has some 300. */
  linkBody: 4_096,
  /** Requests by one link in a minute, in one process. A scanner makes a handful. */
  linkUses: 60,
  /** Links counted at once. */
  linksCounted: 10_000,
  /** Characters of one part of a path: tokens of links are the longest. */
  pathPart: 2_000,
  /** Tokens of a document. A profile with every field has some 450. */
  tokens: 5_000,
  /** Fields of an operation, fragments spread out. */
  fields: 2_000,
  /** Levels of an operation, fragments spread out. Introspection by GraphiQL has 17. */
  depth: 25,
  /** Levels of the variables. A filter of ten levels has some 30. */
  variablesDepth: 100,
  /** Aliases are fields too; introspection is not planned and may be large. */
  rootFields: 50,
  /** Operations kept compiled, some 100 kB each for a whole profile. The oldest goes when another comes. */
  operationsKept: 1_000,
  /** Characters of the documents that are remembered as valid beside the known ones; they take some 50 times that in memory. */
  documentCharacters: 524_288,
  /** Documents that are not known and of which the log tells. */
  auditedDocuments: 1_000,
  /** Milliseconds for which a key is taken for what it was: after a revocation it is refused within this time. */
  keyCache: 10_000,
  /** Keys remembered at once. */
  keysCached: 10_000,
  /**
   * After segments of an account were looked at, it is left alone for `least` milliseconds, and where things happen all the time for so
   * many `times` as long as its looks took, a minute at most: then looking takes a tenth of the time. Rest of `ahead` milliseconds may
   * be owed, so that what happens now and then is seen at once. Accounts are looked at by so many `atOnce` in a process.
   */
  looks: { least: 1_000, times: 9, ahead: 20_000, atOnce: 4 },
  /** Milliseconds from one look at which accounts changed, of one part, to the next. */
  newsPause: 200,
  /** Accounts whose tracked segments are brought forward in one statement. */
  newsAtOnce: 500,
  /** Days for which it is kept who came into segments and who left them: twice as far back as a workflow is rehearsed over. */
  changesKept: 180,
} as const;
