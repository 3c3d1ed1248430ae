import { hasBit } from '@ucp/kit/contact-bits';
import { before, daysOf, parseDuration } from '@ucp/kit/duration';
import type { LeafFact } from '@ucp/kit/leaf';
import type { Answers } from './answers.ts';
import { evaluate } from './evaluate.ts';
import { type Filter, nodeOf } from './filter.ts';
import { windowsOf } from './together.ts';

export interface ScoreRule {
  readonly id: string;
  readonly name: string;
  readonly part: 'DEMOGRAPHICS' | 'ACTIONS';
  readonly points: number;
  readonly perInstance: boolean;
  readonly within: string | null;
  readonly cap: number | null;
  readonly decayOver: string | null;
  readonly when: Filter;
}

export interface ScoreRange {
  readonly name: string;
  readonly from: number;
}

export interface ScoreModel {
  readonly rules: readonly ScoreRule[];
  readonly ranges: readonly ScoreRange[];
}

export interface Contribution {
  readonly rule: ScoreRule;
  readonly points: number;
  readonly occurrences: number;
  readonly lastAt: Date | null;
  /** Newest first. */
  readonly facts: readonly LeafFact[];
}

export interface Score {
  readonly total: number;
  readonly demographics: number;
  readonly actions: number;
  readonly leadStatus: string | null;
  /** Most points first. */
  readonly contributions: readonly Contribution[];
}

interface Instance {
  readonly at: Date;
  readonly facts: readonly LeafFact[];
}

const day = 86_400_000;
/** Points are shown without the noise of fractions that two cannot state. */
const rounded = (points: number): number => Math.round(points * 10_000) / 10_000;

/** Scores contacts by a model: a pure function of rules, facts and the moment. Whoever matches no rule has nothing. */
export function scoreContacts(model: ScoreModel, answers: Answers, contactNos: readonly number[]): Map<number, Score> {
  const matching = model.rules.map((rule) => evaluate(rule.when, answers));
  const scores = new Map<number, Score>();
  for (const contactNo of contactNos) {
    const contributions = model.rules.flatMap((rule, i) => {
      const bits = matching[i];
      return bits !== undefined && hasBit(bits, contactNo) ? (contributionOf(rule, contactNo, answers) ?? []) : [];
    });
    scores.set(contactNo, sum(contributions, model.ranges));
  }
  return scores;
}

function sum(contributions: readonly Contribution[], ranges: readonly ScoreRange[]): Score {
  const pointsOf = (part: ScoreRule['part']): number =>
    rounded(contributions.filter(({ rule }) => rule.part === part).reduce((points, each) => points + each.points, 0));
  const [demographics, actions] = [pointsOf('DEMOGRAPHICS'), pointsOf('ACTIONS')];
  const total = rounded(demographics + actions);
  const range = [...ranges].sort((a, b) => b.from - a.from).find(({ from }) => total >= from);
  return {
    total,
    demographics,
    actions,
    leadStatus: range?.name ?? null,
    contributions: [...contributions].sort((a, b) => b.points - a.points || (a.rule.id < b.rule.id ? -1 : 1)),
  };
}

/** What one rule gives a contact that matches it; null when everything behind it is too long ago. */
function contributionOf(rule: ScoreRule, contactNo: number, answers: Answers): Contribution | null {
  if (rule.part === 'DEMOGRAPHICS') return { rule, points: rule.points, occurrences: 1, lastAt: null, facts: [] };
  const since = rule.within === null ? null : before(answers.now, parseDuration(rule.within));
  const instances = instancesOf(rule.when, contactNo, answers)
    .filter(({ at }) => since === null || at >= since)
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const [newest] = instances;
  if (newest === undefined) return null;
  const weigh = ({ at }: Instance): number => rule.points * weightOf(at, answers.now, rule.decayOver);
  const given = rule.perInstance ? instances.reduce((points, each) => points + weigh(each), 0) : weigh(newest);
  const points = rule.cap === null ? given : Math.sign(given) * Math.min(Math.abs(given), Math.abs(rule.cap));
  const facts = instances.flatMap((instance) => instance.facts);
  return { rule, points: rounded(points), occurrences: instances.length, lastAt: newest.at, facts };
}

/** 1 on the first day, evenly less with each whole day, 0 from the end of the time on. */
function weightOf(at: Date, now: Date, decayOver: string | null): number {
  if (decayOver === null) return 1;
  const days = Math.floor((now.getTime() - at.getTime()) / day);
  return Math.max(0, 1 - days / daysOf(parseDuration(decayOver)));
}

/** How often a filter came true for a contact that matches it now: what is not about something that happened, once and now. */
function instancesOf(filter: Filter, contactNo: number, answers: Answers): Instance[] {
  const node = nodeOf(filter);
  switch (node.is) {
    case 'leaf': {
      const facts = answers.factsOf(node.leaf, contactNo);
      return facts.map((fact) => ({ at: fact.at, facts: [fact] }));
    }
    case 'together':
      return windowsOf(node.filters, node.within, contactNo, answers);
    case 'any':
      return node.filters.flatMap((each) => instancesOf(each, contactNo, answers));
    case 'not':
      return [{ at: answers.now, facts: [] }];
    case 'all': {
      const newest = node.filters.flatMap((each) => newestOf(instancesOf(each, contactNo, answers)) ?? []);
      const at = newest.map((each) => each.at).sort((a, b) => b.getTime() - a.getTime())[0] ?? answers.now;
      return [{ at, facts: newest.flatMap(({ facts }) => facts) }];
    }
  }
}

const newestOf = (instances: readonly Instance[]): Instance | undefined =>
  instances.reduce<Instance | undefined>((a, b) => (a === undefined || b.at > a.at ? b : a), undefined);
