import { mkdirSync, writeFileSync } from 'node:fs';
import { behaviors } from './behaviors.ts';
import { enrollments } from './enrollments.ts';
import { emailEvents, smsEvents } from './events.ts';
import { emailList, smsList } from './lists.ts';
import { makePeople } from './people.ts';
import { createRandom } from './random.ts';

// Writes the demo's files anew, the same ones on every run. They are committed: what is loaded is what can be read.
const files = new URL('files/', import.meta.url);
const people = makePeople(createRandom(1));
const lines = (events: readonly object[]): string => `${events.map((event) => JSON.stringify(event)).join('\n')}\n`;

mkdirSync(files, { recursive: true });
writeFileSync(new URL('email-list.csv', files), emailList(people, createRandom(2)));
writeFileSync(new URL('sms-list.csv', files), smsList(people, createRandom(3)));
writeFileSync(new URL('email-events.ndjson', files), lines(emailEvents(people, createRandom(4))));
writeFileSync(new URL('sms-events.ndjson', files), lines(smsEvents(people, createRandom(5))));
writeFileSync(new URL('behaviors.ndjson', files), lines(behaviors(people, createRandom(6))));
writeFileSync(new URL('enrollments.ndjson', files), lines(enrollments(people, createRandom(7))));
