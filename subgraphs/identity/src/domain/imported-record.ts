import { parseEdit } from './edit.ts';
import { normaliseIdentifier } from './identifiers.ts';
import { contactOf, type IdentifierState, identifierKey, identifiersOf, type Neighbourhood } from './neighbourhood.ts';
import { choosePrimaries } from './primaries.ts';
import type { ContactRecord, RecordOutcome } from './record.ts';
import { resolveRecord } from './resolve.ts';

/** Kinds of which the customer's own system may say which one holds. */
const changeable = ['EMAIL', 'MOBILE'];

/**
 * Resolves a record; for a row of a file also by what holds for files only. A row of a known person is passed over where the
 * import skips them, unless it is wrong. And the external id wins: an address in the row of an external id that is known
 * becomes the primary one of its kind, as it is the customer's own system that says so. The former one stays an identifier.
 */
export function resolveByOrigin(place: Neighbourhood, record: ContactRecord): RecordOutcome {
  if (record.imported === undefined) return resolveRecord(place, record);
  if (record.imported.existing === 'SKIP') {
    const [known] = knownBy(place, record.identifiers);
    if (known !== undefined && !isWrong(place, record))
      return { outcome: 'SKIPPED', contactNo: contactOf(place, known.contactNo).rootNo };
  }
  const externalIds = record.identifiers.filter(({ kind }) => kind === 'EXTERNAL_ID');
  const wasKnown = knownBy(place, externalIds).length > 0;
  const outcome = resolveRecord(place, record);
  if (wasKnown && 'contactNo' in outcome) preferAddresses(place, record, outcome.contactNo);
  return outcome;
}

/** What identifiers of a record are in the account. */
const knownBy = (place: Neighbourhood, identifiers: ContactRecord['identifiers']): IdentifierState[] =>
  identifiers.flatMap(({ kind, given }) => {
    const identifier = normaliseIdentifier(kind, given, place.settings);
    return 'value' in identifier ? (place.identifiers.get(identifierKey(kind, identifier.value)) ?? []) : [];
  });

const isWrong = (place: Neighbourhood, record: ContactRecord): boolean =>
  record.identifiers.some(({ kind, given }) => !('value' in normaliseIdentifier(kind, given, place.settings))) ||
  'message' in parseEdit(place, record);

function preferAddresses(place: Neighbourhood, record: ContactRecord, rootNo: number): void {
  const own = identifiersOf(place, [rootNo]);
  const stated = knownBy(place, record.identifiers).filter((each) => own.includes(each));
  const preferred = changeable.flatMap((kind) => {
    const [first] = stated.filter((each) => each.kind === kind);
    const only = own.filter((each) => each.kind === kind).length === 1;
    return first === undefined || only ? [] : [[kind, first.value] as const];
  });
  const root = contactOf(place, rootNo);
  const at = record.at.toISOString();
  // What was set by hand since the file came in stays.
  const changed = preferred.filter(
    ([kind, value]) => root.primaries[kind] !== value && (root.primariesAt[kind] ?? '') <= at,
  );
  if (changed.length === 0) return;
  choosePrimaries(place, rootNo, changed, record.at);
  if (record.at > root.updatedAt) root.updatedAt = record.at;
  place.changes.audit.push({
    actor: record.source,
    action: 'EDITED',
    contactNo: rootNo,
    details: { fields: [], addTags: [], removeTags: [], primary: changed.map(([kind]) => kind) },
  });
}
