import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { readDefinition } from '../domain/read-definition.ts';
import { lockInside, moveWrites, standingOf } from '../store/inside.ts';
import { laneWrite } from '../store/lanes.ts';
import { definitionsOf, versionsOf } from '../store/workflow-versions.ts';
import { enrollmentsAtOnce } from './publish-workflow.ts';

/**
 * Moves those who are in older versions to the live one, each to the step of the same key. Who comes to a step that the live version
 * does not have while this is done, or is on the way from step to step at that moment, stays in their version.
 * @returns how many were moved
 * @throws CodedError NOT_FOUND, BAD_USER_INPUT where somebody is at a step that the live version does not have
 */
export async function moveEnrollments(db: Database, account: number, workflowNo: number | null): Promise<number> {
  const versions = workflowNo === null ? [] : await versionsOf(db, account, [workflowNo]);
  if (workflowNo === null || versions.length === 0)
    throw notFound(['workflowId'], 'The account has no workflow of this id');
  const live = versions.find(({ state }) => state === 'PUBLISHED');
  const [row] = live === undefined ? [] : await definitionsOf(db, account, [live]);
  if (live === undefined || row === undefined || row.definition === null)
    throw badInput(['workflowId'], 'No version of this workflow is live: there is nothing to move to');
  const { version } = live;
  const steps = readDefinition(row.definition).steps.map(({ key }) => key);
  const standing = await standingOf(db, account, [workflowNo]);
  const lost = standing.find((each) => each.version !== version && !steps.includes(each.step));
  if (lost !== undefined)
    throw badInput(
      ['workflowId'],
      `Step "${lost.step}" of version ${lost.version}: ${lost.contacts} contacts are there, and version ${version} has no such step`,
    );
  let moved = 0;
  for (let count = enrollmentsAtOnce; count === enrollmentsAtOnce; moved += count)
    count = await db.transaction(async (tx) => {
      const numbers = await lockInside(tx, account, workflowNo, enrollmentsAtOnce, { version, steps });
      if (numbers.length > 0)
        await appendToJournal(tx, account, [
          laneWrite(account, numbers.length),
          ...moveWrites(account, numbers, version, tx.now),
        ]);
      return numbers.length;
    });
  return moved;
}
