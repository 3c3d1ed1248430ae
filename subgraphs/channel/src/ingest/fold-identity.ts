import type { JournalPage, JournalWrite } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import {
  accountWrite,
  changeWrite,
  contactWrite,
  linkWrites,
  type NamedAddress,
  numberingWrites,
  statedConsentWrites,
  statedStatusWrite,
} from '../store/identity-fold.ts';
import { type ContactEntry, identityEntries } from './identity-entries.ts';

/**
 * Folds settings, links, legal flags, and consent and status as stated in files, from identity's journal into the channel's own tables: one statement, so that a
 * query that must be as new as a merge waits for a single round trip. Repeatable.
 */
export const foldIdentity =
  (channel: ChannelKind) =>
  (account: number, page: JournalPage): JournalWrite[] => {
    const entries = identityEntries(page.entries);
    const ours = ({ identifierKind }: { readonly identifierKind: string }) => identifierKind === channel.identifierKind;
    const contacts = newest(
      entries.filter((each) => each.kind === 'CONTACT'),
      ({ contactNo }) => contactNo,
    );
    const links = newest(entries.filter((each) => each.kind === 'LINK').filter(ours), ({ value }) => value);
    const consents = entries.filter((each) => each.kind === 'CONSENT_STATED').filter(ours);
    const statuses = entries.filter((each) => each.kind === 'STATUS_STATED').filter(ours);
    const settings = entries.filter((each) => each.kind === 'ACCOUNT').at(-1);
    const primaryOf = ({ primaries }: ContactEntry): string | null => primaries[channel.identifierKind] ?? null;
    const primaries = contacts.flatMap((contact) => primaryOf(contact) ?? []);
    const named = [
      ...links.map(({ value, given, firstSeenAt }) => ({ value, given, at: firstSeenAt })),
      ...[...consents, ...statuses].map(({ value, given, recordedAt }) => ({ value, given, at: recordedAt })),
      ...primaries.map((value) => ({ value, given: value, at: new Date(0) })),
    ];
    return [
      ...(named.length + contacts.length === 0 ? [] : numberingWrites(account, firsts(named))),
      ...(links.length === 0 ? [] : linkWrites(account, links)),
      ...(contacts.length === 0 ? [] : [contactWrite(account, contacts, primaryOf)]),
      ...(links.length + contacts.length === 0
        ? []
        : [
            changeWrite(
              account,
              links.map(({ value }) => value),
              contacts.map(({ contactNo }) => contactNo),
            ),
          ]),
      ...(consents.length === 0 ? [] : statedConsentWrites(account, consents)),
      ...(statuses.length === 0 ? [] : [statedStatusWrite(account, statuses)]),
      ...(settings === undefined ? [] : [accountWrite(account, settings)]),
    ];
  };

/** The newest state of each; a page may tell of the same one several times. */
const newest = <Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string | number): Entry[] => [
  ...new Map(entries.map((each) => [keyOf(each), each])).values(),
];

const firsts = (named: readonly NamedAddress[]): NamedAddress[] => [
  ...new Map([...named].reverse().map((each) => [each.value, each])).values(),
];
