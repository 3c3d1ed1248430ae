import type { PlaceOfPart } from '@ucp/kit/activity-place';
import type { Database } from '@ucp/kit/database';
import { recordNoOf } from '@ucp/kit/ids';
import type { BaseContext } from '@ucp/kit/subgraph';
import type { DidBehavior } from './domain/behavior-history.ts';
import { readDefinition } from './domain/read-definition.ts';
import { listensToSegment, needsSegment } from './domain/segment-use.ts';
import { behaviorFacts } from './store/behaviors.ts';
import { campaignsOf } from './store/campaigns.ts';
import { happeningsOf, whoIsIn } from './store/enrollments.ts';
import { definitionsInUse } from './store/workflow-versions.ts';
import { knownWorkflows, workflowByNo, workflowsOf } from './store/workflows.ts';

/** Reads of automation that are not shared by the fields of one request. */
export function createAutomationReads(db: Database) {
  return {
    workflows: (account: number) => workflowsOf(db, account),
    workflowByNo: (account: number, workflowNo: number) => workflowByNo({ query: db.read }, account, workflowNo),
    /** Names of workflows that need a segment, or only those that listen to it. */
    segmentUsers: async (account: number, segmentNo: number, isListening: boolean): Promise<string[]> => {
      const isIt = (id: string): boolean => recordNoOf('seg', account, id) === segmentNo;
      const found = (await definitionsInUse(db, account)).filter(({ state, definition }) => {
        const read = readDefinition(definition);
        return isListening ? state !== 'ARCHIVED' && listensToSegment(read, isIt) : needsSegment(read, isIt);
      });
      return [...new Set(found.map(({ name }) => name))];
    },
    campaigns: (account: number) => campaignsOf(db, account),
    behaviorFacts: (
      { caller, asOf }: Pick<BaseContext, 'caller' | 'asOf'>,
      conditions: readonly DidBehavior[],
      contactNos: readonly number[] | null,
    ) => behaviorFacts(db, caller, conditions, contactNos, asOf.note),
    knownWorkflows: (account: number, workflowNos: readonly number[]) => knownWorkflows(db, account, workflowNos),
    whoIsIn: (
      { caller, asOf }: Pick<BaseContext, 'caller' | 'asOf'>,
      conditions: readonly { readonly workflowNo: number | null; readonly states: readonly string[] | null }[],
      contactNos: readonly number[] | null,
    ) => whoIsIn(db, caller.account, conditions, contactNos, asOf.note),
    happenings: (account: number, contactNos: readonly number[], first: number, before: PlaceOfPart | null) =>
      happeningsOf(db, account, contactNos, first, before),
  };
}

export type AutomationReads = ReturnType<typeof createAutomationReads>;
