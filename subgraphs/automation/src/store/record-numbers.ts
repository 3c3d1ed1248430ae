import type { Statement, Transaction } from '@ucp/kit/database';

const take: Statement = {
  name: 'record_numbers_take',
  text: `/* record_numbers_take */ insert into record_count as taken (account_id, enrollments, messages) values ($1, $2, $3)
    on conflict (account_id) do update set enrollments = taken.enrollments + excluded.enrollments, messages = taken.messages + excluded.messages
    returning enrollments - $2::int as "enrollmentsFrom", messages - $3::int as "messagesFrom"`,
};

/** Hands out numbers one after another. */
export interface RecordNumbers {
  readonly nextEnrollment: () => number;
  readonly nextMessage: () => number;
}

/** Numbers that nobody else gets. */
export interface TakenNumbers {
  /** Begins with the first of them each time: what is tried again gives the same to the same. */
  readonly fromFirst: () => RecordNumbers;
}

/** Takes so many numbers for new enrollments and messages. */
export async function takeNumbers(
  tx: Pick<Transaction, 'query'>,
  account: number,
  enrollments: number,
  messages: number,
): Promise<TakenNumbers> {
  if (enrollments + messages === 0) return noNumbers;
  const [row] = await tx.query<{ enrollmentsFrom: number; messagesFrom: number }>(take, [
    account,
    enrollments,
    messages,
  ]);
  if (row === undefined) throw new Error('no numbers were given');
  return takenFrom(row.enrollmentsFrom, row.messagesFrom);
}

function takenFrom(enrollmentsFrom: number, messagesFrom: number): TakenNumbers {
  return {
    fromFirst: () => {
      let [enrollment, message] = [enrollmentsFrom, messagesFrom];
      return { nextEnrollment: () => ++enrollment, nextMessage: () => ++message };
    },
  };
}

/** For what takes none. */
export const noNumbers = takenFrom(0, 0);
