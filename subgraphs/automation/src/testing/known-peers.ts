import { absentPeers } from '../peers/absent-peers.ts';
import type { Peers } from '../peers/peers.ts';

/** Other parts that know of what an account has, and answer nothing else. */
export function knownPeers(has: {
  readonly channels: readonly string[];
  readonly templates: readonly string[];
  readonly fields: readonly string[];
  readonly segments: readonly string[];
}): Peers & { readonly tracked: string[] } {
  const tracked: string[] = [];
  return {
    ...absentPeers,
    tracked,
    filters: {
      ...absentPeers.filters,
      problems: async (_account, filters) =>
        filters.map((filter) => {
          const { key } = Object(filter.field);
          return key === undefined || has.fields.includes(key)
            ? null
            : { path: ['field', 'key'], message: `No field has the key "${key}"` };
        }),
    },
    channels: {
      ...absentPeers.channels,
      names: has.channels,
      sending: has.channels,
      problems: async (_account, messages) =>
        messages.map(({ template }) =>
          template === null || has.templates.includes(template) ? null : `No template has the key "${template}"`,
        ),
    },
    people: {
      ...absentPeers.people,
      fieldProblems: async (_account, uses) =>
        uses.map(({ field }) => (has.fields.includes(field) ? null : `No field has the key "${field}"`)),
    },
    segments: {
      track: async (_account, ids) => {
        tracked.push(...ids.filter((id) => has.segments.includes(id)));
        return ids.map((id) => (has.segments.includes(id) ? null : `No segment has the id "${id}"`));
      },
    },
  };
}
