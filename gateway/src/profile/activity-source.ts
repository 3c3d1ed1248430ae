import type { Caller } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import type { Activity } from './domain/timeline.ts';

export interface ActivityRequest {
  readonly contactIds: readonly string[];
  readonly first: number;
  readonly before: { readonly at: string; readonly id: string } | null;
}

export interface ActivitySource {
  readonly part: string;
  /** Null when the part cannot answer. */
  readonly read: (request: ActivityRequest, caller: Caller) => Promise<readonly Activity[] | null>;
}

/** Reads `<part>Activity` of one part. */
export function createActivitySource({ name, execute }: Pick<Connection, 'name' | 'execute'>): ActivitySource {
  const query = `query Timeline($contactIds: [ID!]!, $first: Int!, $before: ActivityPosition) {
    activity: ${name}Activity(contactIds: $contactIds, first: $first, before: $before) { id contactId at channel kind summary details messageId }
  }`;
  return {
    part: name,
    read: async (request, caller) => {
      try {
        const { data } = await execute({ query, variables: { ...request } }, caller);
        const activity: unknown = data?.activity;
        return Array.isArray(activity) ? activity : null;
      } catch {
        return null;
      }
    },
  };
}
