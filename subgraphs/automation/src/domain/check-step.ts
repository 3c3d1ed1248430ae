import { normaliseEmail } from '@ucp/kit/addresses';
import {
  checkActivity,
  checkBehavior,
  checkCondition,
  checkDate,
  checkDuration,
  checkTime,
} from './check-conditions.ts';
import { end } from './definition.ts';
import { type StepDocument, stepActions } from './definition-document.ts';
import { definitionLimits, limits } from './limits.ts';
import { checkBytes, checkList, checkRange, checkText, exactlyOne, type Path, type Problem } from './problem.ts';

const keyShape = /^[A-Za-z0-9_-]{1,60}$/;

type Action<Name extends keyof StepDocument> = NonNullable<StepDocument[Name]>;

/** What is wrong with a step by itself; ways to other steps are looked at by `checkWays`. */
export function* checkStep(step: StepDocument, path: Path): Iterable<Problem> {
  if (!keyShape.test(step.key) || step.key === end)
    yield {
      path: [...path, 'key'],
      message: `a key has 1 to ${definitionLimits.stepKey} letters, digits, dashes or underscores and is not "${end}", got "${step.key.slice(0, limits.key)}"`,
    };
  yield* exactlyOne(step, stepActions, path);
  const { wait, waitUntil, branch, split, send, setField, tags, webhook, notify, goal, exit } = step;
  if (wait) yield* checkWait(wait, [...path, 'wait']);
  if (waitUntil) yield* checkWaitUntil(waitUntil, [...path, 'waitUntil']);
  if (branch) yield* checkBranch(branch, [...path, 'branch']);
  if (split) yield* checkSplit(split, [...path, 'split']);
  if (send) yield* checkSend(send, [...path, 'send']);
  if (setField) {
    yield* checkText(setField.field, limits.key, [...path, 'setField', 'field']);
    yield* checkBytes(setField.value, definitionLimits.value, [...path, 'setField', 'value']);
  }
  if (tags) yield* checkTags(tags, [...path, 'tags']);
  if (webhook) yield* checkBytes(webhook.data, definitionLimits.value, [...path, 'webhook', 'data']);
  if (notify) yield* checkNotify(notify, [...path, 'notify']);
  yield* checkText(goal?.reason, definitionLimits.text, [...path, 'goal', 'reason']);
  yield* checkText(exit?.reason, definitionLimits.text, [...path, 'exit', 'reason']);
}

function* checkWait(wait: Action<'wait'>, path: Path): Iterable<Problem> {
  const { for: duration, untilField, untilTime } = wait;
  yield* exactlyOne(wait, ['for', 'until', 'untilField', 'untilTime'], path);
  if (typeof duration === 'string') yield* checkDuration(duration, [...path, 'for']);
  if (untilField) yield* checkDate(untilField, [...path, 'untilField']);
  if (!untilTime) return;
  yield* checkTime(untilTime.at, [...path, 'untilTime', 'at']);
  const place = [...path, 'untilTime', 'weekdays'];
  yield* checkList(untilTime.weekdays?.map(String), place);
  const [wrong] = (untilTime.weekdays ?? []).filter((day) => day < 1 || day > 7);
  if (wrong !== undefined)
    yield { path: place, message: `"weekdays" are numbers from 1 for Monday to 7 for Sunday, got ${wrong}` };
}

function* checkWaitUntil(waitUntil: Action<'waitUntil'>, path: Path): Iterable<Problem> {
  const { activity, behavior, filter, own, timeout } = waitUntil;
  yield* exactlyOne(waitUntil, ['activity', 'behavior', 'filter'], path);
  if (activity) yield* checkActivity(activity, [...path, 'activity']);
  if (behavior) yield* checkBehavior(behavior, [...path, 'behavior']);
  yield* checkCondition(filter, [...path, 'filter']);
  if (own && !activity)
    yield { path: [...path, 'own'], message: '"own" goes with "activity" only, got true without it' };
  yield* checkDuration(timeout, [...path, 'timeout']);
}

function* checkBranch({ paths }: Action<'branch'>, path: Path): Iterable<Problem> {
  yield* checkPaths(paths, 1, [...path, 'paths']);
  for (const [i, { when }] of paths.entries()) yield* checkCondition(when, [...path, 'paths', String(i), 'when']);
}

function* checkSplit({ seed, paths }: Action<'split'>, path: Path): Iterable<Problem> {
  yield* checkText(seed, limits.key, [...path, 'seed']);
  yield* checkPaths(paths, 2, [...path, 'paths']);
  for (const [i, { share }] of paths.entries())
    yield* checkRange(share, 1, definitionLimits.share, [...path, 'paths', String(i), 'share']);
}

function* checkPaths(paths: readonly { readonly name: string }[], least: number, path: Path): Iterable<Problem> {
  if (paths.length < least || paths.length > definitionLimits.paths)
    yield { path, message: `"paths" has ${least} to ${definitionLimits.paths} ways, got ${paths.length}` };
  if (new Set(paths.map(({ name }) => name)).size < paths.length)
    yield { path, message: 'every way of "paths" has a name of its own' };
  for (const [i, { name }] of paths.entries())
    yield* checkText(name, definitionLimits.stepKey, [...path, String(i), 'name']);
}

function* checkSend(send: Action<'send'>, path: Path): Iterable<Problem> {
  yield* exactlyOne(send, ['template', 'content'], path);
  yield* checkText(send.channel, limits.key, [...path, 'channel']);
  yield* checkText(send.template, limits.name, [...path, 'template']);
  yield* checkText(send.topic, limits.name, [...path, 'topic']);
  yield* checkBytes(send.content, definitionLimits.content, [...path, 'content']);
  yield* checkBytes(send.variables, definitionLimits.value, [...path, 'variables']);
  if (typeof send.skippedNext === 'string' && send.ifSkipped !== 'GO_TO')
    yield {
      path: [...path, 'skippedNext'],
      message: `"skippedNext" goes with "ifSkipped" GO_TO, got it with ${send.ifSkipped}`,
    };
}

function* checkTags({ add, remove }: Action<'tags'>, path: Path): Iterable<Problem> {
  const [added, removed] = [add ?? [], remove ?? []];
  if (added.length + removed.length === 0)
    yield { path, message: '"tags" names a tag to add or to remove at least, got none' };
  if (added.length > 0) yield* checkList(added, [...path, 'add']);
  if (removed.length > 0) yield* checkList(removed, [...path, 'remove']);
  const [both] = added.filter((tag) => removed.includes(tag));
  if (both !== undefined) yield { path, message: `"tags" adds "${both}" and removes it` };
}

function* checkNotify(notify: Action<'notify'>, path: Path): Iterable<Problem> {
  yield* exactlyOne(notify, ['email', 'endpoint'], path);
  yield* checkText(notify.text, definitionLimits.notice, [...path, 'text']);
  const address = typeof notify.email === 'string' ? normaliseEmail(notify.email) : null;
  if (address !== null && 'refused' in address) yield { path: [...path, 'email'], message: address.refused };
}
