import { groupBy } from '@ucp/kit/align';
import { hasBit } from '@ucp/kit/contact-bits';

import { LeaseLost } from '@ucp/kit/jobs/lease';
import type { Logger } from '@ucp/kit/log';
import { fieldsAsked, filtersAhead } from '../domain/asked-ahead.ts';
import type { Filter } from '../domain/definition.ts';
import { type Asked, failWay, goOn } from '../domain/go-on.ts';
import type { Peers } from '../peers/peers.ts';
import { answerEffects } from './effects.ts';
import { createAttempt } from './outages.ts';
import type { Batch, Run } from './run.ts';

type Asking = readonly (readonly [Run, Asked])[];

export interface Asks {
  /**
   * Has every run go on until it is settled: what they must ask is asked of all of them together, outside of any transaction. Those
   * that whoever they ask cannot answer are settled as to be tried later.
   * @param effects whether they may do something outside; those that would are left where they are
   * @throws LeaseLost: nothing is written, and the same is done again by whoever claims them
   */
  readonly settle: (batch: Batch, runs: readonly Run[], effects: boolean) => Promise<void>;
  /**
   * Asks filters of runs, and has them remember the answers. Those for whom they cannot be asked are settled as to be tried later.
   * @param question names what is asked, as entry filters @throws LeaseLost
   */
  readonly askFilters: (
    batch: Batch,
    question: string,
    runs: readonly Run[],
    filtersOf: (run: Run) => readonly Filter[],
  ) => Promise<void>;
}

export function createAsks(peers: Peers, monotonic: () => number, log: Logger): Asks {
  const attempt = createAttempt(monotonic, log);
  const filtersFrom = ({ way: { definition, standing } }: Run): readonly Filter[] => filtersAhead(definition, standing);

  const answerFilters = async (
    account: number,
    runs: readonly Run[],
    filtersOf: (run: Run) => readonly Filter[],
  ): Promise<void> => {
    const wanted = new Map<Filter, Run[]>();
    for (const run of runs) {
      for (const filter of filtersOf(run)) {
        if (run.way.answers.has(filter)) continue;
        const asking = wanted.get(filter);
        if (asking === undefined) wanted.set(filter, [run]);
        else asking.push(run);
      }
    }
    const filters = [...wanted.keys()];
    const contactNos = [...new Set([...wanted.values()].flat().map(({ shownNo }) => shownNo))];
    const answers = await peers.filters.matches(account, filters, contactNos);
    filters.forEach((filter, i) => {
      const bits = answers[i] ?? null;
      for (const { way, shownNo } of wanted.get(filter) ?? [])
        way.answers.set(filter, bits === null ? null : hasBit(bits, shownNo));
    });
  };

  const askFilters: Asks['askFilters'] = (batch, question, runs, filtersOf) => {
    const asking = runs.filter((run) => filtersOf(run).some((filter) => !run.way.answers.has(filter)));
    return attempt(
      batch,
      question,
      asking.map((run) => ({ run })),
      (own) => answerFilters(batch.account, own.map(runOf), filtersOf),
    );
  };

  const askFacts = async (account: number, runs: readonly Run[]): Promise<void> => {
    const contactNos = [...new Set(runs.map(({ shownNo }) => shownNo))];
    const fields = [...new Set(runs.flatMap(({ way }) => fieldsAsked(way.definition)))];
    const facts = await peers.people.factsOf(account, contactNos, fields);
    for (const { way, shownNo } of runs) way.facts = facts.get(shownNo) ?? null;
  };

  const next = (runs: readonly Run[], now: Date): Asking =>
    runs.flatMap((run) => {
      try {
        const asked = goOn(run.way, now);
        return asked === null ? [] : [[run, asked] as const];
      } catch (error) {
        // One that cannot be understood must not hold the others up.
        log.error({ enrollment: run.enrollmentNo, err: error }, 'a step failed');
        failWay(run.way);
        return [];
      }
    });

  return {
    askFilters,
    settle: async (batch, runs, effects) => {
      const { account, lease, now } = batch;
      for (let open: Asking = next(runs, now); open.length > 0; ) {
        const asking = groupBy(open, ([, { is }]) => is);
        const [forFilters, forFacts] = [asking.get('FILTERS') ?? [], asking.get('FACTS') ?? []];
        const forEffects = effects ? (asking.get('EFFECT') ?? []) : [];
        if (forFilters.length + forFacts.length + forEffects.length === 0) return;
        if (!lease.holds()) throw new LeaseLost();
        await Promise.all([
          askFilters(
            batch,
            'FILTERS',
            forFilters.map(([run]) => run),
            filtersFrom,
          ),
          attempt(batch, 'FACTS', forFacts.map(ofRun), (own) => askFacts(account, own.map(runOf))),
          answerEffects(
            peers,
            attempt,
            batch,
            forEffects.flatMap(([run, asked]) => (asked.is === 'EFFECT' ? [{ run, effect: asked.effect }] : [])),
          ),
        ]);
        open = next(
          [...forFilters, ...forFacts, ...forEffects].map(([run]) => run),
          now,
        );
      }
    },
  };
}

const ofRun = ([run]: Asking[number]) => ({ run });
const runOf = ({ run }: { readonly run: Run }): Run => run;
