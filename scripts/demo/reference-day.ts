/**
 * The demo's files are written as if they were exported on this day. Loading moves every time in them by whole days, so that
 * the account is as old on the day it is loaded, whenever that is.
 */
export const referenceDay = Date.UTC(2026, 0, 1);

const day = 86_400_000;

/** A moment so many days before the reference day, at a second of that day. */
export const daysBefore = (days: number, second: number): Date => new Date(referenceDay - days * day + second * 1_000);

/** What to add to a time of the files, in milliseconds: to load today what was exported on the reference day. */
export const shiftTo = (now: number): number => Math.floor((now - referenceDay) / day) * day;
