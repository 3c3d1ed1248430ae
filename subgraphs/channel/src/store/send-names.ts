import type { Database, Statement } from '@ucp/kit/database';
import { topicsOf } from './topics.ts';

const campaigns: Statement = {
  name: 'campaign_send_names',
  text: `/* campaign_send_names */ select campaign_no as no, name from campaign_send where account_id = $1 and campaign_no = any($2::int[])`,
};

/** Keys of the account's topics, and names of campaigns, by their numbers. */
export async function namesOf(
  db: Database,
  account: number,
  campaignNos: readonly number[],
): Promise<{ readonly topics: ReadonlyMap<number, string>; readonly campaigns: ReadonlyMap<number, string> }> {
  const topics = await topicsOf(db, account);
  const rows = await db.readAside<{ no: number; name: string }>(campaigns, [account, [...new Set(campaignNos)]]);
  return {
    topics: new Map(topics.map(({ topicNo, key }) => [topicNo, key])),
    campaigns: new Map(rows.map(({ no, name }) => [no, name])),
  };
}
