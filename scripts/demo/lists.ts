import { stringify } from 'csv-stringify/sync';
import { heroine } from './account.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { daysBefore } from './reference-day.ts';

const emailHeader = [
  'Email',
  'First Name',
  'Last Name',
  'External ID',
  'City',
  'Country',
  'Birthday',
  'Plan',
  'Favorite Drink',
  'Lifetime Value',
  'Tags',
  'Source',
  'Email Consent',
  'Email Consent At',
  'Email Consent Text',
  'Email Consent IP',
  'Email Topic',
];
const smsHeader = [
  'Mobile',
  'Email',
  'First Name',
  'Last Name',
  'Tags',
  'Source',
  'SMS Consent',
  'SMS Consent At',
  'SMS Consent Text',
  'SMS Topic',
];

const emailText = 'Yes, send me the Northwind newsletter. I can unsubscribe at any time.';
const smsText = 'I agree to receive texts from Northwind Coffee. Message and data rates may apply. Reply STOP to end.';

/** The email list as a newsletter tool exports it, with what such a file has: variants, doubles, and rows that are no good. */
export function emailList(people: readonly Person[], random: Random): string {
  const rows = people.flatMap((person): string[][] => {
    if (person.email === null) return [];
    const row = emailRow(person, person.email, random);
    // Some people signed up twice, in another spelling.
    return random.chance(0.03) ? [row, [person.email.toUpperCase(), ...row.slice(1)]] : [row];
  });
  const only = (email: string, more: Readonly<Record<string, string>> = {}): string[] => [
    email,
    ...emailHeader.slice(1).map((name) => more[name] ?? ''),
  ];
  const bad = [
    ...['test@test.com', 'TEST@test.com', 'n/a', 'none', 'null', 'noreply@northwind.example', '-1', 'undefined'].map(
      (email) => only(email),
    ),
    ...['grace.example.com', 'ada@', '@example.com', 'two@at@example.com', 'spaces in@example.com', 'dot@nowhere'].map(
      (email) => only(email),
    ),
    ...[1, 2, 3].map((n) => [...only(`too.many${n}@example.com`), 'one', 'two']),
    ...[1, 2, 3, 4, 5, 6].map((n) => only(`no.evidence${n}@example.com`, { 'Email Consent': 'yes' })),
    ...[1, 2].map((n) => only(`wrong.date${n}@example.com`, { Birthday: '30.02.1990' })),
    only(`wrong.plan@example.com`, { Plan: 'Platinum' }),
    only(''),
  ];
  return stringify([emailHeader, ...scattered(rows, bad, random)]);
}

function emailRow(person: Person, email: string, random: Random): string[] {
  const consented = email === heroine.email || random.chance(0.85);
  const withdrawn = !consented && random.chance(0.5);
  const topic = random.chance(0.35) && email !== heroine.email ? 'newsletter' : '';
  return [
    spelled(email, random),
    person.first,
    person.last,
    person.externalId ?? '',
    person.city,
    person.country,
    person.birthday,
    person.plan,
    person.drink,
    person.value,
    person.tags.join('; '),
    random.pick(['Website form', 'Checkout', 'Coffee fair 2025']),
    consented ? 'yes' : withdrawn ? 'no' : '',
    consented || withdrawn ? daysBefore(160 + random.below(500), random.below(86_400)).toISOString() : '',
    consented ? emailText : '',
    consented ? `203.0.113.${random.below(255)}` : '',
    consented ? topic : '',
  ];
}

const spelled = (email: string, random: Random): string =>
  random.chance(0.1)
    ? ` ${email} `
    : random.chance(0.15)
      ? email.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
      : email;

/** The SMS list as a texting tool exports it: numbers in every spelling, an email address beside some of them. */
export function smsList(people: readonly Person[], random: Random): string {
  const rows = people.flatMap((person): string[][] => {
    if (person.mobile === null) return [];
    const known = person.mobile === heroine.mobile;
    const withEmail = person.email !== null && (known || random.chance(0.9));
    const consented = known || random.chance(0.8);
    const row = [
      written(person.mobile, random),
      withEmail ? String(person.email) : '',
      person.first,
      person.last,
      known || random.chance(0.2) ? 'texts' : '',
      random.pick(['Keyword JOIN', 'Counter', 'Website form']),
      consented ? 'yes' : '',
      consented ? daysBefore(150 + random.below(300), random.below(86_400)).toISOString() : '',
      consented ? smsText : '',
      consented && !known && random.chance(0.3) ? 'offers' : '',
    ];
    return random.chance(0.03) ? [row, [person.mobile, ...row.slice(1)]] : [row];
  });
  const only = (mobile: string, email = ''): string[] => [mobile, email, ...smsHeader.slice(2).map(() => '')];
  const shared = people
    .flatMap(({ email }) => email ?? [])
    .slice(40, 46)
    .map((email) => only('(512) 555-0100', email));
  const bad = [
    ...['12345', '555-0100', '+1 512 555', 'call me', '000000', '---', '+1 999 999 9999', '0044'].map((mobile) =>
      only(mobile),
    ),
    ...['null', 'none', 'undefined'].map((mobile) => only(mobile)),
    ...[1, 2].map((n) => [...only(`+1512555200${n}`), 'x']),
    ...[1, 2, 3].map((n) => [`+1512555300${n}`, '', '', '', '', '', 'yes', '', '', '']),
  ];
  return stringify([smsHeader, ...scattered(rows, [...shared, ...bad], random)]);
}

/** A number as people write it. */
function written(mobile: string, random: Random): string {
  const [area, office, line] = [mobile.slice(2, 5), mobile.slice(5, 8), mobile.slice(8)];
  return random.pick([
    mobile,
    `(${area}) ${office}-${line}`,
    `${area}.${office}.${line}`,
    `+1 ${area}-${office}-${line}`,
    `1 ${area} ${office} ${line}`,
  ]);
}

function scattered(rows: readonly string[][], others: readonly string[][], random: Random): string[][] {
  const all = [...rows];
  for (const row of others) all.splice(1 + random.below(all.length), 0, row);
  return all;
}
