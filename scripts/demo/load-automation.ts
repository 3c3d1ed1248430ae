import { heroine } from './account.ts';
import { adaAsVisitor, type BehaviorLine } from './behaviors.ts';
import type { Client } from './client.ts';
import { type EnrollmentLine, workflowNames } from './enrollments.ts';

const trackBatch = 500;
const enrollmentBatch = 50;

const moved = (text: string, shift: number): string => new Date(Date.parse(text) + shift).toISOString();

/** Sends what people did in the shop to the door for it, and tells who one of the visitors was. */
export async function loadBehaviors(client: Client, lines: readonly BehaviorLine[], shift: number): Promise<string> {
  let accepted = 0;
  for (let from = 0; from < lines.length; from += trackBatch) {
    const events = lines.slice(from, from + trackBatch).map((line) => ({ ...line, at: moved(line.at, shift) }));
    accepted += (await client.track(events)).accepted;
  }
  await client.ask(
    'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { userErrors { message } } }',
    {
      input: { identifiers: [{ email: heroine.email }, { anonymousId: adaAsVisitor }] },
    },
  );
  return `${accepted} events of the shop are in`;
}

/** Brings in who went through which workflow, as another tool ran them. */
export async function loadEnrollments(
  { ask }: Client,
  lines: readonly EnrollmentLine[],
  shift: number,
): Promise<string> {
  const known: readonly { readonly id: string; readonly name: string }[] = (await ask('{ workflows { id name } }'))
    .workflows;
  const workflows = new Map(known.map(({ id, name }) => [name, id]));
  for (const name of workflowNames.filter((each) => !workflows.has(each))) {
    const { workflowSave } = await ask(
      'mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id } userErrors { message } } }',
      { input: { name } },
    );
    await ask('mutation ($id: ID!) { workflowPublish(id: $id) { userErrors { message } } }', {
      id: workflowSave.workflow.id,
    });
    workflows.set(name, workflowSave.workflow.id);
  }
  for (let from = 0; from < lines.length; from += enrollmentBatch) {
    const batch = lines.slice(from, from + enrollmentBatch);
    const found = await ask(
      `query { ${batch.map(({ email }, i) => `c${i}: contactByIdentifier(identifier: { email: ${JSON.stringify(email)} }) { id }`).join(' ')} }`,
    );
    const enrollments = batch.flatMap(({ workflow, email: _email, ...line }, i) => {
      const contactId = found[`c${i}`]?.id;
      const record = {
        ...line,
        workflowId: workflows.get(workflow),
        contactId,
        enteredAt: moved(line.enteredAt, shift),
        ...(line.exitedAt === undefined ? {} : { exitedAt: moved(line.exitedAt, shift) }),
        log: line.log.map(({ message, ...entry }) => ({
          ...entry,
          at: moved(entry.at, shift),
          ...(message === undefined
            ? {}
            : {
                message: {
                  ...message,
                  ...(message.sentAt === undefined ? {} : { sentAt: moved(message.sentAt, shift) }),
                },
              }),
        })),
      };
      return contactId === undefined ? [] : [record];
    });
    await ask(
      'mutation ($enrollments: [EnrollmentRecordInput!]!) { enrollmentsRecord(enrollments: $enrollments) { userErrors { message } } }',
      { enrollments },
    );
  }
  const campaign = {
    key: 'winter',
    name: 'Winter espresso',
    channels: ['EMAIL', 'SMS'],
    from: moved('2025-12-01T00:00:00Z', shift),
    to: moved('2026-02-01T00:00:00Z', shift),
  };
  await ask('mutation ($input: CampaignInput!) { campaignSet(input: $input) { userErrors { message } } }', {
    input: campaign,
  });
  return `${lines.length} ways through ${workflowNames.length} workflows are in`;
}
