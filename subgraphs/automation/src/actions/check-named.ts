import type { Database } from '@ucp/kit/database';
import { recordNoOf } from '@ucp/kit/ids';
import type { Definition } from '../domain/definition.ts';
import { definitionLimits } from '../domain/limits.ts';
import { type Named, namedIn } from '../domain/named.ts';
import type { Problem } from '../domain/problem.ts';
import type { Peers } from '../peers/peers.ts';
import { endpointsByNo } from '../store/endpoints.ts';
import { knownWorkflows } from '../store/workflows.ts';
import { endpointNoOf } from './endpoints.ts';

/** Whom a check asks about what a definition names. */
export interface Askable {
  readonly db: Database;
  readonly peers: Peers;
}

/**
 * What is wrong with what a definition names: its owners are asked whether it is there and can be used. Segments are tracked from
 * now on, once all else is right. Empty: nothing.
 * @throws CodedError SUBGRAPH_UNAVAILABLE while an owner is away
 */
export async function checkNamed(
  { db, peers }: Askable,
  account: number,
  workflowNo: number,
  definition: Definition,
): Promise<Problem[]> {
  const named = namedIn(definition);
  const what = <What>(list: readonly Named<What>[]): What[] => list.map((each) => each.what);
  const sending = named.messages.filter((each) => peers.channels.sending.includes(each.what.channel));
  const [filters, messages, fields, endpoints, workflows] = await Promise.all([
    isAny(named.filters, (list) => peers.filters.problems(account, what(list))),
    isAny(sending, (list) => peers.channels.problems(account, what(list))),
    isAny(named.fields, (list) => peers.people.fieldProblems(account, what(list))),
    isAny(named.endpoints, (list) => endpointProblems(db, account, what(list))),
    isAny(named.workflows, (list) => workflowProblems(db, account, workflowNo, what(list))),
  ]);
  const problems = [
    ...named.channels.flatMap((each) => unknownChannel(each, each.what, peers.channels.names)),
    ...named.messages.flatMap((each) => unknownChannel(each, each.what.channel, peers.channels.sending)),
    ...named.filters.flatMap((each, i) => placed(each, filters[i]?.message, filters[i]?.path)),
    ...sending.flatMap((each, i) => placed(each, messages[i])),
    ...named.fields.flatMap((each, i) => placed(each, fields[i])),
    ...named.endpoints.flatMap((each, i) => placed(each, endpoints[i])),
    ...named.workflows.flatMap((each, i) => placed(each, workflows[i])),
  ];
  if (problems.length > 0) return problems.slice(0, definitionLimits.problems);
  const segments = await isAny(named.segments, (list) => peers.segments.track(account, what(list)));
  return named.segments.flatMap((each, i) => placed(each, segments[i]));
}

/** Nobody is asked about nothing. */
const isAny = async <What, Answer>(
  list: readonly Named<What>[],
  ask: (list: readonly Named<What>[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> => (list.length === 0 ? [] : ask(list));

const placed = (
  { path, place }: Named<unknown>,
  message: string | null | undefined,
  within: readonly string[] = [],
): Problem[] =>
  message === null || message === undefined ? [] : [{ path: [...path, ...within], message: `${place}: ${message}` }];

const unknownChannel = (each: Named<unknown>, channel: string, names: readonly string[]): Problem[] =>
  names.includes(channel)
    ? []
    : placed(each, `a channel here is ${[...names].sort().join(' or ')}, got "${channel.slice(0, 50)}"`);

async function endpointProblems(db: Database, account: number, ids: readonly string[]): Promise<(string | null)[]> {
  const numbers = ids.map((id) => endpointNoOf(account, id));
  const rows = await endpointsByNo(
    db,
    account,
    numbers.flatMap((no) => no ?? []),
  );
  return numbers.map((no, i) => {
    const row = rows.find(({ endpointNo }) => endpointNo === no);
    if (row === undefined) return `the account has no endpoint of the id "${ids[i]?.slice(0, 50)}"`;
    return row.archivedAt === null ? null : `the endpoint "${row.name}" is archived`;
  });
}

async function workflowProblems(
  db: Database,
  account: number,
  own: number,
  ids: readonly string[],
): Promise<(string | null)[]> {
  const numbers = ids.map((id) => recordNoOf('wf', account, id));
  const known = await knownWorkflows(
    db,
    account,
    numbers.flatMap((no) => no ?? []),
  );
  return numbers.map((no, i) => {
    if (no === null || !known.has(no)) return `the account has no workflow of the id "${ids[i]?.slice(0, 50)}"`;
    return no === own ? 'takes another workflow, got this one itself' : null;
  });
}
