import type { Database } from '@ucp/kit/database';
import { recordId } from '@ucp/kit/ids';
import { holdWorker } from '@ucp/kit/jobs/job-workers';
import { type Lease, LeaseLost, type Leases } from '@ucp/kit/jobs/lease';
import { appendToJournal } from '@ucp/kit/journal';
import { z } from 'zod';
import { nextAttempt } from '../domain/delivery-retry.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  type DeliveryOutcome,
  outcomesWrites,
  untilNextDelivery,
} from '../store/deliveries.ts';
import type { Holding } from './holding.ts';
import type { NoticeSender } from './send-notice.ts';
import type { CallFailure, WebhookSender } from './send-webhook.ts';

/** Deliveries that are under way at once: one that is slow holds up those claimed with it, and no others. */
const most = 50;

/** Where webhooks of workflows go. */
export interface OpenEndpoints {
  /** Null: there is none, or it is archived. */
  readonly open: (
    account: number,
    endpointNo: number,
  ) => Promise<{ readonly url: string; readonly secret: string } | null>;
}

export interface DeliverOptions {
  readonly db: Database;
  readonly leases: Leases;
  readonly holding: Holding;
  readonly endpoints: OpenEndpoints;
  readonly webhooks: WebhookSender;
  readonly notices: NoticeSender;
  readonly isStopping: () => boolean;
  readonly announce: () => void;
}

/**
 * Tells partners and staff what is due of an account: at least once, under the same id each time.
 * @returns after how many milliseconds something is due; null: nothing is @throws LeaseLost
 */
export type Deliver = (account: number) => Promise<number | null>;

const noticeBody = z.object({ data: z.object({ text: z.string(), workflow: z.object({ name: z.string() }) }) });

export function createDeliver(options: DeliverOptions): Deliver {
  const { db, leases, holding, endpoints, webhooks, notices, isStopping, announce } = options;

  const attempt = async (account: number, delivery: ClaimedDelivery, now: Date): Promise<CallFailure> => {
    const id = recordId('dlv', account, delivery.deliveryNo);
    if (delivery.email !== null) {
      const { data } = noticeBody.parse(delivery.body);
      return notices.send({ to: delivery.email, subject: data.workflow.name, text: data.text, id });
    }
    const endpoint = await endpoints.open(account, delivery.endpointNo ?? 0);
    if (endpoint === null) return { because: 'The endpoint is archived.', isLasting: true };
    return webhooks.call({ ...endpoint, id, body: JSON.stringify(delivery.body) }, now);
  };

  const claim = async (account: number, lease: Lease) => {
    const { now, claimed } = await db.transaction(async (tx) => {
      if (!(await holdWorker(tx, lease.workerId))) throw new LeaseLost();
      return { now: tx.now, claimed: await claimDeliveries(tx, account, lease.workerId, most) };
    });
    if (claimed.length === 0) return null;
    return { held: { deliveries: claimed.map(({ deliveryNo }) => deliveryNo) }, claimed: { now, claimed } };
  };

  return async (account) => {
    while (!isStopping()) {
      const lease = await leases.current();
      const done = await holding.during(
        account,
        lease,
        () => claim(account, lease),
        async ({ now, claimed }) => {
          const outcomes = await Promise.all(
            claimed.map(async (delivery) => outcomeOf(delivery, await attempt(account, delivery, now), now)),
          );
          // What it cannot write any more somebody else tells again, under the same id.
          if (!lease.holds()) throw new LeaseLost();
          await appendToJournal({ query: db.write }, account, outcomesWrites(account, lease.workerId, now, outcomes));
          return true;
        },
      );
      if (done === null) return untilNextDelivery(db, account);
      announce();
    }
    return 0;
  };
}

function outcomeOf(
  { deliveryNo, attempts, madeAt }: ClaimedDelivery,
  failure: CallFailure,
  now: Date,
): DeliveryOutcome {
  if (failure === null) return { deliveryNo, state: 'DONE', dueAt: null, error: null };
  const dueAt = failure.isLasting ? null : nextAttempt(attempts, madeAt, now);
  return { deliveryNo, state: dueAt === null ? 'FAILED' : 'WAITING', dueAt, error: failure.because };
}
