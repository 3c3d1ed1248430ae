import { parseDuration } from '@ucp/kit/duration';
import { badInput, notFound } from '@ucp/kit/errors';
import type { TopicFact } from './facts.ts';
import { clockMinutes } from './sending-hours.ts';
import type { ChannelSettings, DayHours, FrequencyCap, JoinWord, RegionHours } from './settings.ts';

type Given<Value> = Value | null | undefined;

interface HoursInput {
  readonly from: string;
  readonly until: string;
}

/** Settings as a caller gives them: what is absent stays as it is, and null of a single setting takes it away. */
export interface SettingsInput {
  readonly heldAfter?: Given<number>;
  readonly sendingHours?: Given<HoursInput>;
  readonly regionHours?: Given<readonly (HoursInput & { readonly region: string })[]>;
  readonly frequencyCaps?: Given<readonly { readonly sends: number; readonly within: string }[]>;
  readonly doubleOptIn?: Given<{
    readonly channel?: Given<boolean>;
    readonly topics?: Given<readonly string[]>;
    readonly validFor?: Given<string>;
  }>;
  readonly stopWords?: Given<readonly string[]>;
  readonly startWords?: Given<readonly string[]>;
  readonly helpWords?: Given<readonly string[]>;
  readonly joinWords?: Given<readonly JoinWord[]>;
  readonly helpText?: Given<string>;
}

/** How a channel that understands words compares them, and which mean the same on every account. */
export interface WordRules {
  readonly plain: (text: string) => string;
  readonly isBuiltIn: (word: string) => boolean;
}

export const settingsLimits = {
  heldAfter: { least: 1, most: 20 },
  regions: 100,
  caps: { count: 5, sends: 1_000, days: 90 },
  questionDays: 90,
  words: 50,
  wordLength: 30,
  helpText: 320,
} as const;

const dayMs = 24 * 60 * 60_000;
const regionShape = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

/** The settings that change. @throws CodedError BAD_USER_INPUT naming the setting, NOT_FOUND for an unknown topic */
export function changesOf(
  known: ChannelSettings,
  input: SettingsInput,
  topics: readonly TopicFact[],
  rules: WordRules | null,
): Partial<ChannelSettings> {
  const { heldAfter, regionHours, frequencyCaps, doubleOptIn } = input;
  const has = (value: unknown): boolean => value !== null && value !== undefined;
  return {
    ...(heldAfter === null || heldAfter === undefined ? {} : { heldAfter: heldAfterOf(heldAfter) }),
    ...(input.sendingHours === undefined
      ? {}
      : { sendingHours: input.sendingHours === null ? null : hoursOf(input.sendingHours, ['input', 'sendingHours']) }),
    ...(has(regionHours) ? { regionHours: regionsOf(regionHours ?? []) } : {}),
    ...(has(frequencyCaps) ? { frequencyCaps: capsOf(frequencyCaps ?? []) } : {}),
    ...(doubleOptIn === null || doubleOptIn === undefined
      ? {}
      : { doubleOptIn: doubleOptInOf(known, doubleOptIn, topics) }),
    ...(rules === null ? {} : wordsOf(known, input, topics, rules)),
    ...(input.helpText === undefined ? {} : { helpText: helpTextOf(input.helpText) }),
  };
}

function heldAfterOf(count: number): number {
  const { least, most } = settingsLimits.heldAfter;
  if (count < least || count > most) {
    throw badInput(['input', 'heldAfter'], `"heldAfter" must be between ${least} and ${most}, got ${count}`);
  }
  return count;
}

function hoursOf({ from, until }: HoursInput, path: readonly string[]): DayHours {
  const [first, last] = [clockMinutes(from), clockMinutes(until)];
  if (first === null) throw badInput([...path, 'from'], `Hours are written as HH:MM, got "${from.slice(0, 20)}"`);
  if (last === null) throw badInput([...path, 'until'], `Hours are written as HH:MM, got "${until.slice(0, 20)}"`);
  if (first >= last) throw badInput([...path, 'until'], `"until" must be after "from" (${from}), got "${until}"`);
  return { from: first, until: last };
}

function regionsOf(regions: readonly (HoursInput & { readonly region: string })[]): RegionHours[] {
  const path = ['input', 'regionHours'];
  tooMany(path, regions.length, settingsLimits.regions);
  const seen = new Set<string>();
  return regions.map(({ region, ...hours }, i) => {
    const at = [...path, String(i)];
    if (!regionShape.test(region)) {
      throw badInput(
        [...at, 'region'],
        `A region is written as ISO 3166, for example "US-FL", got "${region.slice(0, 20)}"`,
      );
    }
    if (seen.has(region))
      throw badInput([...at, 'region'], `Each region may be named once, "${region}" is named again`);
    seen.add(region);
    return { region, ...hoursOf(hours, at) };
  });
}

function capsOf(caps: readonly { readonly sends: number; readonly within: string }[]): FrequencyCap[] {
  const path = ['input', 'frequencyCaps'];
  const { count, sends: most, days } = settingsLimits.caps;
  tooMany(path, caps.length, count);
  return caps.map(({ sends, within }, i) => {
    if (sends < 1 || sends > most) {
      throw badInput([...path, String(i), 'sends'], `"sends" must be between 1 and ${most}, got ${sends}`);
    }
    return { sends, windowMs: lengthOf(within, days, [...path, String(i), 'within']) };
  });
}

/** Milliseconds of a duration in days, hours and minutes: calendar months have no fixed length to count back by. */
function lengthOf(text: string, days: number, path: readonly string[]): number {
  const duration = parseDuration(text);
  const milliseconds = duration.toMillis();
  if (duration.months !== 0 || duration.years !== 0 || milliseconds > days * dayMs) {
    throw badInput(path, `A length of time must be in days, hours or minutes and at most P${days}D, got "${text}"`);
  }
  return milliseconds;
}

function doubleOptInOf(
  { doubleOptIn }: ChannelSettings,
  { channel, topics, validFor }: NonNullable<SettingsInput['doubleOptIn']>,
  known: readonly TopicFact[],
): ChannelSettings['doubleOptIn'] {
  const path = ['input', 'doubleOptIn'];
  topics?.forEach((key, i) => {
    demandTopic(known, key, [...path, 'topics', String(i)]);
  });
  return {
    channel: channel ?? doubleOptIn.channel,
    topics: [...new Set(topics ?? doubleOptIn.topics)],
    validMs:
      validFor === null || validFor === undefined
        ? doubleOptIn.validMs
        : lengthOf(validFor, settingsLimits.questionDays, [...path, 'validFor']),
  };
}

/** The account's own words: each means one thing, and none takes the meaning of a word that holds everywhere. */
function wordsOf(
  known: ChannelSettings,
  input: SettingsInput,
  topics: readonly TopicFact[],
  { plain, isBuiltIn }: WordRules,
): Pick<ChannelSettings, 'stopWords' | 'startWords' | 'helpWords' | 'joinWords'> {
  const taken = new Set<string>();
  const wordOf = (text: string, path: readonly string[]): string => {
    const word = plain(text);
    if (word === '' || word.length > settingsLimits.wordLength) {
      throw badInput(path, `A word has 1 to ${settingsLimits.wordLength} characters, got "${text.slice(0, 50)}"`);
    }
    if (isBuiltIn(word)) throw badInput(path, `"${word}" means the same on every account and cannot be changed`);
    if (taken.has(word)) throw badInput(path, `A word means one thing, "${word}" is given twice`);
    taken.add(word);
    return word;
  };
  const listed = (name: 'stopWords' | 'startWords' | 'helpWords'): string[] => {
    const words = input[name] ?? known[name];
    tooMany(['input', name], words.length, settingsLimits.words);
    return words.map((word, i) => wordOf(word, ['input', name, String(i)]));
  };
  const joins = input.joinWords ?? known.joinWords;
  tooMany(['input', 'joinWords'], joins.length, settingsLimits.words);
  return {
    stopWords: listed('stopWords'),
    startWords: listed('startWords'),
    helpWords: listed('helpWords'),
    joinWords: joins.map(({ word, topic }, i) => {
      demandTopic(topics, topic, ['input', 'joinWords', String(i), 'topic']);
      return { word: wordOf(word, ['input', 'joinWords', String(i), 'word']), topic };
    }),
  };
}

function helpTextOf(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > settingsLimits.helpText) {
    throw badInput(
      ['input', 'helpText'],
      `"helpText" may have ${settingsLimits.helpText} characters, got ${trimmed.length}`,
    );
  }
  return trimmed === '' ? null : trimmed;
}

function tooMany(path: readonly string[], count: number, most: number): void {
  if (count > most) throw badInput(path, `"${path.at(-1)}" takes at most ${most} entries, got ${count}`);
}

function demandTopic(topics: readonly TopicFact[], key: string, path: readonly string[]): void {
  if (!topics.some((topic) => topic.key === key)) throw notFound(path, `No topic has the key "${key}"`);
}
