/** A click on a link of a message, at one address. */
export interface Click {
  readonly eventId: string;
  readonly addressNo: number;
  readonly messageId: string;
  readonly at: Date;
  readonly url: string | null;
  readonly userAgent: string | null;
  /** Told to be a machine's by the event itself. */
  readonly machine: boolean;
}

/** A delivery of a message to an address. */
export interface Delivery {
  readonly addressNo: number;
  readonly messageId: string;
  readonly at: Date;
}

/** Distinct links of a message that nobody clicks within `burstWindow`, in milliseconds. */
const burstLinks = 3;
const burstWindow = 5_000;
/** Distinct links of a message that nobody clicks so close to its delivery, in milliseconds. Scanners may click before it. */
const deliveryLinks = 2;
const deliveryWindow = 10_000;
/** A click is judged by what happened at most this far from it, in milliseconds. */
export const neighbourhood = 2 * deliveryWindow;

/**
 * Ids of the clicks that are a machine's by what happened around them: three links of a message within five seconds, two within ten
 * seconds of its delivery, or one then by a program that people rarely use. More events make more clicks a machine's and never
 * fewer, so that the order in which they come makes no difference, nor whether they are judged together or as they come.
 * Sources: mail gateways follow every link within seconds of delivery (Suped, "How can I identify bot user agents", 2026;
 * "Bot clicks from security scanners", 2026, which counts clicks within 5 s of delivery and clicks on every link).
 */
export function machineClicks(
  clicks: readonly Click[],
  deliveries: readonly Delivery[],
  isSuspect: (userAgent: string) => boolean,
): Set<string> {
  const marks = new Set<string>();
  const mark = (found: readonly Click[]) => {
    for (const { eventId, machine } of found) if (!machine) marks.add(eventId);
  };
  const deliveredAt = grouped(deliveries);
  for (const [message, own] of grouped(clicks)) {
    const ordered = [...own].sort((a, b) => a.at.getTime() - b.at.getTime());
    ordered.forEach((first, i) => {
      const end = first.at.getTime() + burstWindow;
      const window = ordered.slice(i).filter(({ at }) => at.getTime() <= end);
      if (linksOf(window) >= burstLinks) mark(window);
    });
    for (const { at } of deliveredAt.get(message) ?? []) {
      const close = own.filter((click) => Math.abs(click.at.getTime() - at.getTime()) <= deliveryWindow);
      if (linksOf(close) >= deliveryLinks) mark(close);
      mark(close.filter(({ userAgent }) => userAgent !== null && isSuspect(userAgent)));
    }
  }
  return marks;
}

const linksOf = (clicks: readonly Click[]): number => new Set(clicks.flatMap(({ url }) => url ?? [])).size;

function grouped<Event extends Delivery>(events: readonly Event[]): Map<string, Event[]> {
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const key = `${event.addressNo} ${event.messageId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return groups;
}
