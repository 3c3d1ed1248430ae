import { decodeBits, numbersIn } from '@ucp/kit/contact-bits';
import { contactNoOf } from '@ucp/kit/ids';
import type { TestPart } from '@ucp/kit/testing/part';
import { expect } from 'vitest';
import type { TestAccount } from './account.ts';

/** A question for one kind of conditions. */
export const leafDocument = (name: string, type: string): string =>
  `query ($predicates: [${type}!]!, $ids: [ID!]) { leaves: ${name}Audience(predicates: $predicates, contactIds: $ids) { contacts } }`;

/** Asks a part about the conditions of one account. */
export function askingOf(part: TestPart, of: TestAccount) {
  const ask = (document: string, variables: Record<string, unknown> = {}, at?: number) =>
    part.ask(document, variables, { account: of.account, ...(at !== undefined && { at }) });
  /** Numbers of those who match, as the account is asked and as its contacts are; both must be the same. */
  const matching = async (name: string, type: string, predicate: object, at?: number): Promise<number[]> => {
    const ids = (await of.contacts()).map(({ id }) => id);
    const answers = [null, ids].map(async (asked) => {
      const { data, errors } = await ask(leafDocument(name, type), { predicates: [predicate], ids: asked }, at);
      expect(errors).toEqual([]);
      return numbersIn(decodeBits(data.leaves[0].contacts));
    });
    const [ofAccount, ofContacts] = await Promise.all(answers);
    expect(ofAccount).toEqual(ofContacts);
    return ofAccount ?? [];
  };
  /** A new contact. */
  const contact = async (email: string, more: object = {}): Promise<{ readonly id: string; readonly no: number }> => {
    const { id } = (await of.upsert([{ email }], more)).contact;
    return { id, no: contactNoOf(of.account, id) ?? 0 };
  };
  return { ask, matching, contact };
}

/** What a contact is told of one field. */
export const fieldGiven = (key: string, value: unknown) => ({ customFields: [{ key, value }] });
