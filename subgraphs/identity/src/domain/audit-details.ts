import { contactId, recordId } from '@ucp/kit/ids';

/** Details that name contacts by number, as the log keeps them. */
const contacts: ReadonlySet<string> = new Set(['survivor', 'absorbed', 'pieces', 'into']);

/** What a change was about, with ids where the log has numbers; what was not touched is left out. */
export const shownDetails = (
  account: number,
  details: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) => {
      if (value === null || (Array.isArray(value) && value.length === 0)) return [];
      if (name === 'merge') return [[name, recordId('mrg', account, Number(value))]];
      if (name === 'review') return [[name, recordId('rev', account, Number(value))]];
      if (!contacts.has(name)) return [[name, value]];
      const ids = [value].flat().map((no) => contactId(account, Number(no)));
      return [[name, Array.isArray(value) ? ids : ids[0]]];
    }),
  );
