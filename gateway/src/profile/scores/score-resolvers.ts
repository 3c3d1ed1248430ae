import type { Score } from '@ucp/audience/score';
import { payloadOf } from '@ucp/kit/errors';
import { contactNoOf } from '@ucp/kit/ids';
import type { Resolvers } from '@ucp/schema/generated/profile.ts';
import DataLoader from 'dataloader';
import { accountRules } from '../actions.ts';
import { modelsOf, type NamedModel } from '../store/score-models.ts';
import { setModel } from './models.ts';

/** Scores by a model that is named, or of another moment: of all contacts of one request in one question to each owner. */
export type ScoreLoader = (model: string | null, at: Date | null) => DataLoader<number, Score | null>;

export function createScoreLoader(
  scoresOf: (
    contactNos: readonly number[],
    model: string | null,
    at: Date | null,
  ) => Promise<ReadonlyMap<number, Score>>,
): ScoreLoader {
  const loaders = new Map<string, DataLoader<number, Score | null>>();
  return (model, at) => {
    const key = JSON.stringify([model, at]);
    const known = loaders.get(key);
    if (known !== undefined) return known;
    const loader = new DataLoader(async (contactNos: readonly number[]) => {
      const scores = await scoresOf(contactNos, model, at);
      return contactNos.map((contactNo) => scores.get(contactNo) ?? null);
    });
    loaders.set(key, loader);
    return loader;
  };
}

/** Facts shown behind a contribution. */
const shownFacts = 20;

const shownModel = ({ rules, ranges, ...model }: NamedModel) => ({ ...model, rules: [...rules], ranges: [...ranges] });

export const scoreResolvers = {
  contactFields: {
    score: async ({ id }, { model = null, at = null }, { caller, loadView, loadScore }) => {
      const contactNo = contactNoOf(caller.account, String(id));
      if (contactNo === null) return null;
      const usual = model === null && at === null;
      const score = usual ? (await loadView.load(contactNo))?.score : await loadScore(model, at).load(contactNo);
      return score === null || score === undefined ? null : { ...score, contributions: [...score.contributions] };
    },
  },
  ScoreContribution: {
    evidence: ({ facts }) => facts.slice(0, shownFacts),
  },
  queries: {
    scoreModels: async (_root, _args, { caller, db }) => {
      // The one that everybody begins with is there when it is asked for first.
      await accountRules(db, caller.account);
      return (await modelsOf({ query: db.read }, caller.account)).map(shownModel);
    },
  },
  mutations: {
    scoreModelSet: (_root, { input }, { caller, db, service, rulesChanged }) =>
      payloadOf(async () => {
        const rules = input.rules.map((rule) => ({ ...rule, when: Object(rule.when) }));
        const model = await setModel(db, caller.account, { ...input, rules }, (filters) =>
          service.check(caller, filters),
        );
        rulesChanged();
        return { scoreModel: shownModel(model) };
      }),
  },
} satisfies Resolvers & {
  readonly contactFields: Resolvers['Contact'];
  readonly queries: Resolvers['Query'];
  readonly mutations: Resolvers['Mutation'];
};
