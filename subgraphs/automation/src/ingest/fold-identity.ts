import type { JournalPage, JournalWrite } from '@ucp/kit/journal';
import { z } from 'zod';
import { contactsWrite, linksWrites } from '../store/known-contacts.ts';

const moment = z
  .string()
  .nullish()
  .transform((at) => at ?? null);
const contact = z.object({
  kind: z.literal('CONTACT'),
  contactNo: z.number().int(),
  rootNo: z.number().int(),
  erasedAt: moment,
  archivedAt: moment,
});
const link = z.object({
  kind: z.literal('LINK'),
  identifierKind: z.string(),
  value: z.string(),
  contactNo: z.number().int().nullable(),
});
const entry = z.discriminatedUnion('kind', [contact, link]);
/** What automation reads of identity's journal. */
export const identityKinds = ['CONTACT', 'LINK'];
const kinds = new Set(identityKinds);

/** Contacts and links that a page tells of, each as it was told last. */
export function contactEntries(page: JournalPage) {
  const entries = page.entries.flatMap((each) => (kinds.has(each.kind) ? entry.parse(each) : []));
  const contacts = new Map(
    entries.flatMap((each) => (each.kind === 'CONTACT' ? [[each.contactNo, each] as const] : [])),
  );
  const links = new Map(
    entries.flatMap((each) => (each.kind === 'LINK' ? [[`${each.identifierKind} ${each.value}`, each] as const] : [])),
  );
  return { contacts: [...contacts.values()], links: [...links.values()] };
}

/**
 * Folds contacts and links of every kind: what a visitor did shows on the person once identity knows who it was. Repeatable.
 * @param clockOffset of the database's clock
 */
export const foldIdentity =
  (clockOffset: () => string) =>
  (account: number, page: JournalPage): JournalWrite[] => {
    const { contacts, links } = contactEntries(page);
    return [
      ...(contacts.length === 0 ? [] : [contactsWrite(account, contacts, clockOffset())]),
      ...(links.length === 0 ? [] : linksWrites(account, links)),
    ];
  };
