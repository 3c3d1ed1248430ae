/** Every limit of automation in one place. The SDL's descriptions name those a caller can meet. */
export const limits = {
  /** Events of one call, and enrollments. */
  batch: 1_000,
  enrollments: 200,
  log: 200,
  /** Characters. */
  key: 100,
  name: 200,
  identifier: 254,
  detail: 1_000,
  /** Bytes of the properties of an event. */
  properties: 8_192,
  /** Endpoints in use of an account. */
  endpoints: 100,
  /**
   * Milliseconds for which an event is kept whose identifier is nobody's yet: it triggers and wakes if identity knows whose it is
   * by then.
   */
  identifiedWithin: 10 * 60_000,
  /** Milliseconds: what happened longer before it was told triggers nothing, as of a history that is loaded. */
  triggerAge: 24 * 3_600_000,
  /**
   * Milliseconds before a segment was looked at: who was merged or parted since then came in or left by that. It is looked at every
   * minute at least.
   */
  mergedWithin: 5 * 60_000,
  /** Milliseconds for which what somebody may wait for is kept: longer than an enrollment is at hand before it is written. */
  awaitedWithin: 2 * 60_000,
  /** Days that a date trigger makes up for, as after the system was away. */
  daysMadeUp: 3,
  /** Milliseconds for which days of date triggers that were made up for are remembered: longer than they could come up again. */
  daysKept: 30 * 86_400_000,
  /** Milliseconds for which it is kept whom of partners and staff something was told, or that it was given up. The enrollment's log stays. */
  deliveriesKept: 90 * 86_400_000,
  /** Milliseconds after which one is looked at again who came to a message that was asked for before their move. */
  lookAgain: 60_000,
  /** Milliseconds within which what a version names is looked at, and it becomes live. */
  publishing: 60_000,
  /** Milliseconds an event may lie ahead of our clock. */
  ahead: 10 * 60_000,
} as const;

/** Limits of what a workflow does. */
export const definitionLimits = {
  steps: 100,
  /** Ways of a branch or a split. */
  paths: 20,
  /** Members of a list: kinds, channels, properties, tags. */
  list: 20,
  /** Share of a way. */
  share: 1_000,
  /** Days before a day, and the longest time to wait for. */
  daysBefore: 365,
  longest: 'P1Y',
  /** How long a step waits for its message to leave, as when nobody of the staff decides on it: then it counts as skipped. */
  messageWaits: 'P7D',
  /** Characters of a step's key, a name, and a text to staff. */
  stepKey: 60,
  text: 200,
  notice: 2_000,
  link: 2_000,
  /** Bytes of JSON: values of a step, the content of a message, a whole definition. */
  value: 8_192,
  content: 65_536,
  definition: 262_144,
  /** Mistakes told at once. */
  problems: 50,
} as const;

/** Limits of a rehearsal, which looks at the past and must end while somebody waits for it. */
export const rehearsalLimits = {
  /** How far back, in days. */
  days: 90,
  /** Triggers looked at, the newest: with more the time looked at begins later. */
  triggers: 10_000,
  /** Moments at which the entry filter is asked, the newest. */
  moments: 500,
  /** Contacts followed step by step, the newest, and how many at a time. */
  followed: 1_000,
  batch: 250,
  /** Questions after which nobody more is followed. */
  questions: 1_000,
  /** How often a wait for a filter, the goal and the exit rule are looked at within the whole time. */
  looks: 60,
  /** Milliseconds after which no more moments are asked and nobody more is followed: a part is waited for ten seconds. */
  patience: { entry: 3_000, follow: 5_000 },
  /** Moments that are asked, and contacts that are followed, however long it takes: what is small is answered whole. */
  whole: 25,
  /** Events of a contact that are known, the newest of each channel. */
  events: 200,
} as const;
