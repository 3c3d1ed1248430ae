import { leavesOf } from '@ucp/audience/filter';
import type { Definition } from './definition.ts';
import { namedIn } from './named.ts';

/** Whether a workflow begins by who comes into a segment or leaves it. @param is by its id */
export const listensToSegment = ({ trigger }: Definition, is: (id: string) => boolean): boolean =>
  trigger.is === 'SEGMENT' && is(trigger.segmentId);

/** The same, or whether any of its filters asks for the segment. */
export const needsSegment = (definition: Definition, is: (id: string) => boolean): boolean =>
  listensToSegment(definition, is) ||
  leavesOf(namedIn(definition).filters.map(({ what }) => what)).some(
    ({ name, predicate }) => name === 'segment' && is(String(Object(predicate).id)),
  );
