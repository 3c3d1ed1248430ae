import { randomUUID } from 'node:crypto';
import { appendToJournal, type JournalWrite } from '@ucp/kit/journal';
import fc from 'fast-check';
import { activityOf, activityWrite } from '../store/activity-log.ts';
import { consentWrite, retractionWrite, suppressionWrite } from '../store/ledger.ts';
import { statusWrite } from '../store/status-ledger.ts';
import { contactEntry, foldEntries, linkEntry } from './audience-data.ts';
import { type HeldLetters, heldLetterChannel } from './held-letters.ts';

/** Contacts of an account, with one address each at first. */
export const statedPeople = 3;
export const hour = 3_600_000;

const person = fc.integer({ min: 1, max: statedPeople });
/** Behind and ahead of the moment at which all begins; the clock goes from hour to hour, and things happen half an hour later. */
export const hours = fc.integer({ min: -5, max: 5 });

const consent = fc.record({
  consent: fc.constantFrom('GRANTED', 'WITHDRAWN', 'DENIED', 'PENDING'),
  addressNo: person,
  topicNo: fc.constantFrom(0, 1),
  at: hours,
  until: fc.option(hours),
});
const status = fc.record({
  status: fc.constantFrom('EXPIRED', 'NORMAL', 'HELD', 'UNHELD'),
  addressNo: person,
  at: hours,
  bulk: fc.boolean(),
});
const happened = fc.record({
  happened: fc.constantFrom('HARD_BOUNCE', 'HARD_BOUNCE', 'DELIVERED'),
  addressNo: person,
  at: hours,
});

/** One thing that is said of an account and that what contacts are follows from, or the clock moving on. */
export const statement = fc.oneof(
  { weight: 3, arbitrary: consent },
  status,
  fc.record({ suppressed: person, at: hours }),
  fc.record({ retracted: fc.nat(20), at: hours }),
  { weight: 3, arbitrary: happened },
  fc.record({ contact: person, root: person, restricted: fc.option(hours), primary: fc.option(person) }),
  fc.record({ address: person, to: fc.option(person) }),
  fc.record({ heldAfter: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ topic: true } as const),
  { weight: 3, arbitrary: fc.record({ clock: fc.integer({ min: -3, max: 5 }) }) },
);

export type Statement = typeof statement extends fc.Arbitrary<infer Value> ? Value : never;

/** An account of such contacts, to which things are said. @returns says one, and tells the moment of an hour */
export async function beginStatements({ channel, clock }: HeldLetters, account: number) {
  const { db } = channel;
  const started = Date.now();
  const moment = (at: number): Date => new Date(started + at * hour + hour / 2);
  const append = (write: JournalWrite) => appendToJournal({ query: db.write }, account, [write]);
  const entries: { addressNo: number; entryId: string }[] = [];
  /** In the future by their own clock as well: what a fold of identity brings may be. */
  const recorded = moment(1_000);
  const noted = (addressNo: number) => {
    const entry = { addressNo, entryId: randomUUID() };
    entries.push(entry);
    return entry;
  };
  clock.setOffset(0);
  for (let no = 1; no <= statedPeople; no++)
    await foldEntries(db, account, contactEntry(no), linkEntry(`house ${no}`, no));
  const say = async (each: Statement): Promise<void> => {
    if ('consent' in each) {
      const { consent: state, topicNo, at, until } = each;
      const grant = { state, topicNo, method: 'API', actor: 'test', occurredAt: moment(at) } as const;
      const evidence = { statedText: null, statedTextVersion: null, ip: null, userAgent: null, grantUntil: null };
      const validUntil = until === null ? null : moment(until);
      await append(consentWrite(account, recorded, [{ ...noted(each.addressNo), ...grant, ...evidence, validUntil }]));
    } else if ('status' in each) {
      const { addressNo, at, ...stated } = each;
      const entry = { ...noted(addressNo), ...stated, occurredAt: moment(at), reason: 'test', actor: 'test' };
      await append(statusWrite(account, recorded, [entry]));
    } else if ('suppressed' in each) {
      const entry = { ...noted(each.suppressed), reason: 'MANUAL', occurredAt: moment(each.at), detail: null } as const;
      await append(suppressionWrite(account, recorded, [entry]));
    } else if ('retracted' in each) {
      const entry = entries[each.retracted % Math.max(1, entries.length)];
      if (entry === undefined) return;
      const retraction = { ...entry, retractedAt: moment(each.at), reason: 'test', actor: 'test' };
      await append(retractionWrite(account, [retraction]));
    } else if ('happened' in each) {
      const { happened: kind, at, addressNo } = each;
      const common = { eventId: randomUUID(), addressNo, machine: false, messageId: null, details: {} };
      const event = activityOf({ ...common, kind, at: moment(at) });
      await append(activityWrite(heldLetterChannel, account, [event]));
    } else if ('root' in each) {
      const { contact, root, restricted, primary } = each;
      const told = {
        restrictedSince: restricted === null ? null : moment(restricted).toISOString(),
        primaries: primary === null ? {} : { [heldLetterChannel.identifierKind]: `house ${primary}` },
      };
      await foldEntries(db, account, contactEntry(contact, root, told));
    } else if ('address' in each) await foldEntries(db, account, linkEntry(`house ${each.address}`, each.to));
    else if ('heldAfter' in each) await channel.updateSettings(account, each, null);
    else if ('topic' in each) await channel.configure.setTopic(account, 'news', 'News');
    else clock.setOffset(clock.offset() + each.clock * hour);
  };
  return { say, moment };
}
