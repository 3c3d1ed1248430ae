import type { Activity } from './domain/timeline.ts';

/** What the fields of each type are resolved from. */
export type TimelineEntryModel = Activity;
