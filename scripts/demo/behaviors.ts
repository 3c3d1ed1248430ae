import { heroine } from './account.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { daysBefore } from './reference-day.ts';

/** An event as the shop sends it to `POST /track`; its time is of the reference day's. */
export interface BehaviorLine {
  readonly key: string;
  readonly identifier: Readonly<Record<string, string>>;
  readonly name: string;
  readonly at: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The visitor that turns out to be Ada when she buys. */
export const adaAsVisitor = 'visitor-7f3a';

const pages = ['/', '/roasts/ethiopia', '/roasts/colombia', '/brewing/v60', '/gifts', '/subscriptions'];

/** Visits, carts and orders of half a year, some of them by visitors nobody knows. In the order of time. */
export function behaviors(people: readonly Person[], random: Random): BehaviorLine[] {
  const lines: BehaviorLine[] = [];
  let made = 0;
  const add = (
    identifier: BehaviorLine['identifier'],
    name: string,
    days: number,
    properties: BehaviorLine['properties'],
  ) => {
    const at = daysBefore(days, random.below(80_000)).toISOString();
    lines.push({ key: `shop-${++made}`, identifier, name, at, properties });
  };
  for (const { email, interest } of people) {
    if (email === null || email === heroine.email || !random.chance(interest * 0.5)) continue;
    const identifier = { email };
    for (let i = random.below(4); i >= 0; i--)
      add(identifier, 'site_visit', 1 + random.below(140), { path: random.pick(pages) });
    if (random.chance(0.35)) {
      const days = 1 + random.below(60);
      add(identifier, 'cart_updated', days, { items: 1 + random.below(4), value: random.below(9_000) / 100 });
      if (random.chance(0.5))
        add(identifier, 'conversion', Math.max(1, days - 1), { value: random.below(9_000) / 100, currency: 'USD' });
    }
  }
  for (let i = 0; i < 150; i++)
    add({ anonymousId: `visitor-${random.hex(8)}` }, 'site_visit', 1 + random.below(60), { path: random.pick(pages) });
  add({ anonymousId: adaAsVisitor }, 'site_visit', 34, { path: '/roasts/ethiopia', referrer: 'search' });
  add({ email: heroine.email }, 'site_visit', 12, { path: '/subscriptions' });
  add({ email: heroine.email }, 'cart_updated', 12, { items: 2, value: 38 });
  add({ email: heroine.email }, 'conversion', 11, { value: 38, currency: 'USD', order: 'NW-O-5521' });
  add({ email: heroine.email }, 'cart_updated', 3, { items: 1, value: 19 });
  return lines.sort((a, b) => (a.at < b.at ? -1 : 1));
}
