import { heroine } from './account.ts';
import type { Random } from './random.ts';

export interface Person {
  readonly first: string;
  readonly last: string;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly externalId: string | null;
  readonly city: string;
  readonly country: string;
  readonly birthday: string;
  readonly plan: string;
  readonly drink: string;
  readonly value: string;
  readonly tags: readonly string[];
  /** How likely the person reacts to a message. */
  readonly interest: number;
}

const firsts =
  'Grace Alan Edsger Barbara Donald Frances Ken Radia Dennis Adele Tim Margaret Linus Katherine Niklaus Hedy John Joan Leslie Shafi Robin Karen Vint Lynn Whitfield Sophie Butler Jean Tony Mary'.split(
    ' ',
  );
const lasts =
  'Hopper Turing Dijkstra Liskov Knuth Allen Thompson Perlman Ritchie Goldberg Berners Hamilton Torvald Johnson Wirth Lamarr Backus Clarke Lamport Goldwasser Milner Spark Cerf Conway Diffie Wilson Lampson Bartik Hoare Jackson Moore Stone Rivers Lake Hill Brook'.split(
    ' ',
  );
const cities = [
  ['Austin', '512'],
  ['Dallas', '214'],
  ['Chicago', '312'],
  ['San Francisco', '415'],
  ['Seattle', '206'],
  ['Denver', '303'],
  ['Boston', '617'],
  ['New York', '646'],
] as const;
const drinks = ['Espresso', 'Flat White', 'Filter', 'Cold Brew', 'Cortado', 'Cappuccino'];
const plans = ['Taster', 'Taster', 'Monthly', 'Roastery'];
const tags = ['vip', 'wholesale', 'event-2025', 'gift', 'barista'];

/** The people of the demo account: on the email list only, on both lists, on the SMS list only. */
export function makePeople(random: Random): Person[] {
  const ada: Person = {
    first: 'Ada',
    last: 'Lindqvist',
    ...heroine,
    externalId: 'NW-1001',
    city: 'Austin',
    country: 'US',
    birthday: '1990-12-10',
    plan: 'Roastery',
    drink: 'Cortado',
    value: '1284.5',
    tags: ['barista', 'vip'],
    interest: 1,
  };
  const others = Array.from({ length: 1_960 }, (_, i): Person => {
    const first = random.pick(firsts);
    const last = random.pick(lasts);
    const [city, area] = random.pick(cities);
    const onBoth = i >= 1_080 && i < 1_560;
    return {
      first,
      last,
      email:
        i < 1_560
          ? `${first}.${last}${i}@${random.pick(['example.com', 'example.org', 'mail.example.net'])}`.toLowerCase()
          : null,
      mobile: onBoth || i >= 1_560 ? `+1${area}555${String(1_000 + i)}` : null,
      externalId: random.chance(0.5) && i < 1_560 ? `NW-${2_000 + i}` : null,
      city,
      country: 'US',
      birthday: `${1950 + random.below(55)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
      plan: random.pick(plans),
      drink: random.pick(drinks),
      value: (random.below(200_000) / 100).toFixed(2),
      tags: tags.filter(() => random.chance(0.12)),
      interest: random.below(1_000) / 1_000,
    };
  });
  return [ada, ...others];
}

const two = (n: number): string => String(n).padStart(2, '0');
