import { groupBy } from '@ucp/kit/align';
import { earliest, latest } from '@ucp/kit/moments';
import type { FieldType, FieldValue, MergeStrategy } from './fields.ts';
import { strengthOf } from './identifiers.ts';
import { mergedField, mergedTag } from './merged-view.ts';
import type { FieldState, IdentifierState, TagState } from './neighbourhood.ts';
import type { AcquisitionKind } from './record.ts';
import { compareTimes } from './record-time.ts';

export interface MemberFacts {
  readonly contactNo: number;
  readonly rootNo: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly acquisition: { readonly kind: AcquisitionKind; readonly detail: string | null; readonly at: Date } | null;
  readonly lawfulBasis: string | null;
  readonly restrictedSince: Date | null;
  readonly objectionSince: Date | null;
  readonly erasureRequestedAt: Date | null;
  readonly archivedAt: Date | null;
  readonly primaries: Readonly<Record<string, string>>;
}

export interface FieldFacts extends FieldState {
  readonly contactNo: number;
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly mergeStrategy: MergeStrategy;
}

/** Everything identity knows of the contacts that are shown as one. */
export interface ContactFacts {
  /** Kinds of identifiers as the account ranks them, strongest first. */
  readonly priority: readonly string[];
  readonly members: readonly MemberFacts[];
  readonly identifiers: readonly IdentifierState[];
  readonly fields: readonly FieldFacts[];
  readonly tags: readonly (TagState & { readonly contactNo: number; readonly tag: string })[];
}

export interface IdentifierView extends IdentifierState {
  readonly primary: boolean;
}

/** A contact as it is shown: derived from its originals, which a merge never rewrites. */
export interface ContactView {
  readonly rootNo: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Null unless every original is archived. */
  readonly archivedAt: Date | null;
  readonly identifiers: readonly IdentifierView[];
  readonly customFields: readonly {
    readonly key: string;
    readonly label: string;
    readonly type: FieldType;
    readonly value: Exclude<FieldValue, null>;
    readonly source: string;
    readonly updatedAt: Date;
  }[];
  readonly acquisition: MemberFacts['acquisition'];
  readonly tags: readonly string[];
  readonly compliance: {
    readonly lawfulBasis: string | null;
    readonly processingRestricted: boolean;
    readonly marketingObjection: boolean;
    readonly erasureRequestedAt: Date | null;
  };
}

/** Null when the number belongs to nobody. */
export function viewOf(facts: ContactFacts): ContactView | null {
  const root = facts.members.find(({ contactNo, rootNo }) => contactNo === rootNo);
  if (root === undefined) return null;
  const members = [root, ...facts.members.filter((member) => member !== root)];
  return {
    rootNo: root.contactNo,
    createdAt: earliest(members.map(({ createdAt }) => createdAt)) ?? root.createdAt,
    updatedAt: latest(members.map(({ updatedAt }) => updatedAt)) ?? root.updatedAt,
    archivedAt: members.every(({ archivedAt }) => archivedAt !== null)
      ? latest(members.map(({ archivedAt }) => archivedAt))
      : null,
    identifiers: identifiersOf(members, facts.identifiers, facts.priority),
    customFields: fieldsOf(root.contactNo, facts.fields),
    acquisition: members
      .flatMap(({ acquisition }) => acquisition ?? [])
      .reduce<MemberFacts['acquisition']>((a, b) => (a === null || b.at < a.at ? b : a), null),
    tags: tagsOf(facts.tags),
    compliance: {
      lawfulBasis: members.find(({ lawfulBasis }) => lawfulBasis !== null)?.lawfulBasis ?? null,
      processingRestricted: members.some(({ restrictedSince }) => restrictedSince !== null),
      marketingObjection: members.some(({ objectionSince }) => objectionSince !== null),
      erasureRequestedAt: earliest(members.map(({ erasureRequestedAt }) => erasureRequestedAt)),
    },
  };
}

/** First and last name, else the primary email address, else the primary mobile number, else the strongest identifier. */
export function displayNameOf({ customFields, identifiers }: ContactView): string {
  const text = (key: string): string => {
    const value = customFields.find((field) => field.key === key)?.value;
    return typeof value === 'string' ? value.trim() : '';
  };
  const name = `${text('first_name')} ${text('last_name')}`.trim();
  const address = ['EMAIL', 'MOBILE'].flatMap((kind) => identifiers.find((each) => each.kind === kind)?.given ?? []);
  return name || address[0] || identifiers[0]?.value || '';
}

/**
 * Strongest kind first; within a kind the one set by hand, else the survivor's first known; where the survivor has none of the
 * kind what was set by hand for another, else the first known.
 * @param members the survivor first
 */
function identifiersOf(
  members: readonly MemberFacts[],
  identifiers: readonly IdentifierState[],
  priority: readonly string[],
): IdentifierView[] {
  const [root] = members;
  const isByHand = ({ kind, value }: IdentifierState): boolean => root?.primaries[kind] === value;
  const isOwn = ({ contactNo }: IdentifierState): boolean => contactNo === root?.contactNo;
  const isOfAnother = ({ kind, value }: IdentifierState): boolean =>
    members.some(({ primaries }) => primaries[kind] === value);
  const ordered = [...identifiers].sort(
    (a, b) =>
      strengthOf(a.kind, priority) - strengthOf(b.kind, priority) ||
      compareText(a.kind, b.kind) ||
      Number(isByHand(b)) - Number(isByHand(a)) ||
      Number(isOwn(b)) - Number(isOwn(a)) ||
      Number(isOfAnother(b)) - Number(isOfAnother(a)) ||
      compareTimes({ at: a.firstSeenAt, place: a.place }, { at: b.firstSeenAt, place: b.place }) ||
      compareText(a.value, b.value),
  );
  return ordered.map((each, i) => ({ ...each, primary: ordered[i - 1]?.kind !== each.kind }));
}

function fieldsOf(rootNo: number, fields: readonly FieldFacts[]): ContactView['customFields'][number][] {
  return [...groupBy(fields, ({ key }) => key).values()]
    .flatMap((states) => {
      const [first] = states;
      const shown = mergedField(
        states.map((state) => ({ contactNo: state.contactNo, state })),
        rootNo,
        first?.mergeStrategy ?? 'MOST_RECENT',
      );
      if (first === undefined || shown === null || shown.value === null) return [];
      const { key, label, type } = first;
      return [{ key, label, type, value: shown.value, source: shown.source, updatedAt: shown.updatedAt }];
    })
    .sort((a, b) => compareText(a.key, b.key));
}

const tagsOf = (tags: ContactFacts['tags']): string[] =>
  [...groupBy(tags, ({ tag }) => tag)].flatMap(([tag, states]) => (mergedTag(states) ? [tag] : [])).sort(compareText);

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a !== b));
