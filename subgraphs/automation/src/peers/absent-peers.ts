import { CodedError } from '@ucp/kit/errors';
import type { Peers } from './peers.ts';

const absent = (part: string) => async (): Promise<never> => {
  throw new CodedError('SUBGRAPH_UNAVAILABLE', `${part} cannot answer at the moment.`);
};

/** Nobody was met: whatever is asked cannot be answered at the moment. */
export const absentPeers: Peers = {
  filters: { matches: absent('profile'), problems: absent('profile') },
  channels: { names: [], sending: [], sendEach: absent('a channel'), problems: absent('a channel') },
  people: {
    factsOf: absent('identity'),
    setFields: absent('identity'),
    setTags: absent('identity'),
    fieldProblems: absent('identity'),
    contactsOfDays: absent('identity'),
    timeZoneOf: absent('identity'),
  },
  segments: { track: absent('profile') },
};
