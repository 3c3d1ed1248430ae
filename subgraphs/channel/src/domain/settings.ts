/** Part of a day in local time, in minutes since midnight: from `from` on, until before `until`. */
export interface DayHours {
  readonly from: number;
  readonly until: number;
}

/** Hours of a country (`US`) or a part of one (`US-FL`), ISO 3166: they make the channel's hours narrower there, never wider. */
export interface RegionHours extends DayHours {
  readonly region: string;
}

/** At most so many sends to a contact within a window, in milliseconds. */
export interface FrequencyCap {
  readonly sends: number;
  readonly windowMs: number;
}

/** A word of the account that subscribes whoever texts it to a topic. */
export interface JoinWord {
  readonly word: string;
  readonly topic: string;
}

export interface DoubleOptIn {
  /** Whether consent for the whole channel must be confirmed. */
  readonly channel: boolean;
  /** Keys of topics whose consent must be confirmed. */
  readonly topics: readonly string[];
  /** How long a question waits for its answer, in milliseconds. */
  readonly validMs: number;
}

/** Whether consent for a topic counts only once the person has confirmed it. @param topic its key; null: the whole channel */
export const demandsConfirmation = ({ channel, topics }: DoubleOptIn, topic: string | null): boolean =>
  topic === null ? channel : topics.includes(topic);

/** What an account sets on a channel. Words are kept plain: capitals, without surrounding signs and accents. */
export interface ChannelSettings {
  /** Hard bounces over distinct messages after which an address is held; null where addresses are never held. */
  readonly heldAfter: number | null;
  /** Null: at any hour. */
  readonly sendingHours: DayHours | null;
  readonly regionHours: readonly RegionHours[];
  readonly frequencyCaps: readonly FrequencyCap[];
  readonly doubleOptIn: DoubleOptIn;
  readonly stopWords: readonly string[];
  readonly startWords: readonly string[];
  readonly helpWords: readonly string[];
  readonly joinWords: readonly JoinWord[];
  /** Answer to HELP; null: the channel's own. */
  readonly helpText: string | null;
}

const day = 24 * 60 * 60_000;

/** What holds where neither the account nor the channel says otherwise. */
export const presets: ChannelSettings = {
  heldAfter: null,
  sendingHours: null,
  regionHours: [],
  frequencyCaps: [],
  doubleOptIn: { channel: false, topics: [], validMs: 7 * day },
  stopWords: [],
  startWords: [],
  helpWords: [],
  joinWords: [],
  helpText: null,
};

/** What the account is beside its settings on the channel, as identity tells it. */
export interface AccountFacts {
  /** Region in which a number without a country code is read, ISO 3166. */
  readonly defaultRegion: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Of an account that identity has told nothing of yet. */
export const unknownAccount: AccountFacts = { defaultRegion: 'US', timeZone: 'UTC' };
