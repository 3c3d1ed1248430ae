/** What happened to a contact on no channel, as the store reads it. */
export interface ContactHappening {
  readonly activityId: string;
  readonly at: Date;
  readonly kind: 'CREATED' | 'MERGED';
  readonly acquisitionKind: string | null;
  readonly detail: string | null;
  readonly absorbedNos: readonly number[] | null;
}

/** How each way of coming in reads in one line. */
const ways: Readonly<Record<string, string>> = {
  FORM: 'a form',
  IMPORT: 'an import',
  API: 'the API',
  KEYWORD: 'a text message',
  CHECKOUT: 'a purchase',
  MANUAL: 'staff',
};

/** A line of the timeline, for example: First known by an import: spring-list.csv. */
export function activityEntry({ activityId, at, kind, acquisitionKind, detail, absorbedNos }: ContactHappening) {
  const way = acquisitionKind === null ? '' : ` by ${ways[acquisitionKind] ?? acquisitionKind.toLowerCase()}`;
  const count = absorbedNos?.length ?? 0;
  const what =
    kind === 'CREATED'
      ? `First known${way}`
      : `Became one with ${count === 1 ? 'another contact' : `${count} other contacts`}`;
  return {
    id: `IDENTITY.${activityId}`,
    at,
    channel: null,
    kind,
    summary: detail === null ? what : `${what}: ${detail}`,
    details: kind === 'CREATED' ? { acquisition: acquisitionKind } : { absorbed: count },
    messageId: null,
  };
}
