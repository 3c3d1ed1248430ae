import { heroine } from './account.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { daysBefore } from './reference-day.ts';

/** A way through a workflow, as the tool that ran it until now exports it; times are of the reference day's. */
export interface EnrollmentLine {
  readonly key: string;
  /** Name of the workflow. */
  readonly workflow: string;
  readonly email: string;
  readonly state: string;
  readonly enteredAt: string;
  readonly exitedAt?: string;
  readonly exitReason?: string;
  readonly currentStep?: string;
  readonly log: readonly {
    readonly at: string;
    readonly step: string;
    readonly decision: string;
    readonly detail?: string;
    readonly message?: {
      readonly key: string;
      readonly channel: string;
      readonly status: string;
      readonly skippedBecause?: string;
      readonly sentAt?: string;
    };
  }[];
}

export const workflowNames = ['Welcome', 'Cart reminder', 'Win back'];

/** Who went through the welcome series, the cart reminder and the win-back in the last months. */
export function enrollments(people: readonly Person[], random: Random): EnrollmentLine[] {
  const lines: EnrollmentLine[] = [];
  const onBoth = people.filter(({ email, mobile }) => email !== null && mobile !== null);
  for (const [i, { email }] of onBoth.slice(0, 160).entries()) {
    if (email === null) continue;
    const isAda = email === heroine.email;
    if (isAda || i % 2 === 0) lines.push(welcome(email, isAda ? 120 : 20 + random.below(110), random));
    if (isAda || i % 5 === 0) lines.push(cartReminder(email, isAda ? 12 : 5 + random.below(50), random));
    if (isAda || i % 9 === 0) lines.push(winBack(email, isAda ? 2 : 1 + random.below(3)));
  }
  return lines;
}

const moment = (days: number, hours: number): string => daysBefore(days, hours * 3_600).toISOString();

function welcome(email: string, days: number, random: Random): EnrollmentLine {
  const opted = random.chance(0.8);
  return {
    key: `welcome ${email}`,
    workflow: 'Welcome',
    email,
    state: 'COMPLETED',
    enteredAt: moment(days, 9),
    exitedAt: moment(days - 3, 10),
    exitReason: 'end',
    log: [
      {
        at: moment(days, 9),
        step: 'hello',
        decision: 'sent',
        message: { key: 'hello', channel: 'EMAIL', status: 'DELIVERED', sentAt: moment(days, 9) },
      },
      { at: moment(days, 9), step: 'wait', decision: 'waited', detail: 'two days' },
      opted
        ? {
            at: moment(days - 2, 10),
            step: 'reminder',
            decision: 'sent',
            message: { key: 'reminder', channel: 'SMS', status: 'DELIVERED', sentAt: moment(days - 2, 10) },
          }
        : {
            at: moment(days - 2, 10),
            step: 'reminder',
            decision: 'skipped',
            detail: 'no consent for texts',
            message: { key: 'reminder', channel: 'SMS', status: 'SKIPPED', skippedBecause: 'CONSENT' },
          },
    ],
  };
}

function cartReminder(email: string, days: number, random: Random): EnrollmentLine {
  const bought = random.chance(0.6);
  return {
    key: `cart ${email} ${days}`,
    workflow: 'Cart reminder',
    email,
    state: bought ? 'COMPLETED' : 'EXITED',
    enteredAt: moment(days, 18),
    exitedAt: moment(days - 1, 19),
    exitReason: bought ? 'goal: conversion' : 'no conversion within a day',
    log: [
      { at: moment(days, 18), step: 'wait', decision: 'waited', detail: '24 hours without a conversion' },
      {
        at: moment(days - 1, 18),
        step: 'text',
        decision: 'sent',
        message: { key: 'text', channel: 'SMS', status: bought ? 'DELIVERED' : 'FAILED', sentAt: moment(days - 1, 18) },
      },
    ],
  };
}

const winBack = (email: string, days: number): EnrollmentLine => ({
  key: `win-back ${email}`,
  workflow: 'Win back',
  email,
  state: 'WAITING',
  enteredAt: moment(days, 12),
  currentStep: 'wait-for-click',
  log: [
    {
      at: moment(days, 12),
      step: 'offer',
      decision: 'sent',
      message: { key: 'offer', channel: 'EMAIL', status: 'SENT', sentAt: moment(days, 12) },
    },
  ],
});
