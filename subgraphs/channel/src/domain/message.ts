/** One thing that happened to a message. */
export interface MessageFact {
  readonly at: Date;
  readonly kind: string;
  readonly machine: boolean;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A message and everything that happened to it, oldest first. */
export interface MessageHistory {
  readonly messageId: string;
  readonly addressNo: number;
  /** The address as given. */
  readonly given: string;
  /** When it was first heard of: its place in lists. */
  readonly firstAt: Date;
  readonly facts: readonly MessageFact[];
}

/** What people did with one link of a message or a campaign. */
export interface LinkClicks {
  readonly url: string;
  readonly clicks: number;
  readonly lastAt: Date;
}

/** First fact of a kind, of people only or of machines too. */
export const firstOf = (
  facts: readonly MessageFact[],
  kinds: readonly string[],
  machines: 'with machines' | 'people only' = 'with machines',
): MessageFact | null =>
  facts.find(({ kind, machine }) => kinds.includes(kind) && (machines === 'with machines' || !machine)) ?? null;

/** The first text that any fact tells under a name; events of one message do not all repeat it. */
export function detailOf(facts: readonly MessageFact[], name: string): string | null {
  for (const { details } of facts) {
    const value = details[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

export const timesOf = (facts: readonly MessageFact[], kind: string, machine: boolean): number =>
  facts.filter((fact) => fact.kind === kind && fact.machine === machine).length;

/** Links clicked by people, most clicked first; of as many clicks by address. */
export function linksOf(facts: readonly MessageFact[]): LinkClicks[] {
  const links = new Map<string, LinkClicks>();
  for (const { kind, machine, at, details } of facts) {
    if (kind !== 'CLICK' || machine || typeof details.url !== 'string') continue;
    const known = links.get(details.url);
    const lastAt = known === undefined || at > known.lastAt ? at : known.lastAt;
    links.set(details.url, { url: details.url, clicks: (known?.clicks ?? 0) + 1, lastAt });
  }
  return [...links.values()].sort((a, b) => b.clicks - a.clicks || (a.url < b.url ? -1 : 1));
}

/**
 * The state that is furthest along: events come late and in any order, and a message never goes back.
 * @param ranks states in the order of a message's life, each with the kind of activity that reaches it
 */
export function furthestOf<State>(
  facts: readonly MessageFact[],
  ranks: readonly (readonly [kind: string, state: State])[],
): State | null {
  const reached = new Set(facts.filter(({ machine }) => !machine).map(({ kind }) => kind));
  return ranks.findLast(([kind]) => reached.has(kind))?.[1] ?? null;
}
