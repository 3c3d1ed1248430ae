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

/** Takes so many numbers for new enrollments and messages: nobody else gets them. */
export async function takeNumbers(
  tx: Pick<Transaction, 'query'>,
  account: number,
  enrollments: number,
  messages: number,
): Promise<RecordNumbers> {
  let [row] =
    enrollments + messages === 0
      ? [{ enrollmentsFrom: 0, messagesFrom: 0 }]
      : await tx.query<{ enrollmentsFrom: number; messagesFrom: number }>(take, [account, enrollments, messages]);
  if (row === undefined) throw new Error('no numbers were given');
  const next = (name: 'enrollmentsFrom' | 'messagesFrom') => (): number => {
    row = { enrollmentsFrom: 0, messagesFrom: 0, ...row, [name]: (row?.[name] ?? 0) + 1 };
    return row[name];
  };
  return { nextEnrollment: next('enrollmentsFrom'), nextMessage: next('messagesFrom') };
}
