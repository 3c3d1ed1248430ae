import { contactId, contactNoOf } from '@ucp/kit/ids';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import type { Context } from '../context.ts';
import { type ContactView, displayNameOf } from '../domain/contact-view.ts';
import { mergeFieldsOf } from '../domain/merge-fields.ts';
import type { ContactModel } from '../models.ts';

/** The contact as shown under a number, with the survivor's id; null when the account has none. */
export async function contactOf({ caller, load }: Context, contactNo: number | null): Promise<ContactModel | null> {
  const view = contactNo === null ? null : await load.contact(contactNo);
  return view === null ? null : { id: contactId(caller.account, view.rootNo), view };
}

/** A contact that is known to exist. */
export async function existingContact(context: Context, contactNo: number): Promise<ContactModel> {
  const contact = await contactOf(context, contactNo);
  if (contact === null) throw new Error(`contact ${contactNo} is gone`);
  return contact;
}

const fieldOf =
  <Value>(read: (view: ContactView) => Value) =>
  ({ view }: ContactModel): Value | null =>
    view === null ? null : read(view);

export const contactResolvers: Resolvers = {
  Contact: {
    // Another part may name a contact by an id that was merged meanwhile: the answer keeps the id that was asked.
    __resolveReference: async ({ id }, context) => {
      const contact = await contactOf(context, contactNoOf(context.caller.account, String(id)));
      return contact === null ? null : { ...contact, id: String(id) };
    },
    displayName: fieldOf(displayNameOf),
    createdAt: fieldOf(({ createdAt }) => createdAt),
    updatedAt: fieldOf(({ updatedAt }) => updatedAt),
    archivedAt: fieldOf(({ archivedAt }) => archivedAt),
    identifiers: fieldOf((view) => view.identifiers.map((identifier) => ({ ...identifier, of: view }))),
    customFields: fieldOf(({ customFields }) => [...customFields]),
    acquisition: fieldOf(({ acquisition }) => acquisition),
    tags: fieldOf(({ tags }) => [...tags]),
    compliance: fieldOf(({ compliance }) => compliance),
    merges: async ({ view }, _args, { load }) =>
      view === null ? null : [...((await load.origins(view.rootNo))?.merges ?? [])],
  },
  Query: {
    mergeFields: async (_root, { contactIds, names }, { caller, load }) => {
      const noOf = new Map(contactIds.map((id) => [id, contactNoOf(caller.account, id)]));
      const views = await load.merging(
        [...noOf.values()].flatMap((contactNo) => contactNo ?? []),
        names ?? null,
      );
      return Object.fromEntries(
        [...noOf].flatMap(([id, contactNo]) => {
          const view = contactNo === null ? undefined : views.get(contactNo);
          return view === undefined ? [] : [[id, mergeFieldsOf(view, names ?? null)]];
        }),
      );
    },
  },
  ContactIdentifier: {
    from: ({ contactNo, of }, _args, { caller }) => ({ id: contactId(caller.account, contactNo), view: of }),
  },
};
