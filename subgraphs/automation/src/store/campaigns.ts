import type { Database, Statement } from '@ucp/kit/database';

export interface CampaignRow {
  readonly key: string;
  readonly name: string;
  readonly channels: readonly string[];
  readonly from: Date;
  readonly to: Date;
}

const columns = 'key, name, channels, since as "from", until as "to"';
const list: Statement = {
  name: 'campaigns',
  text: `/* campaigns */ select ${columns} from campaign where account_id = $1 order by since desc, key`,
};
const upsert: Statement = {
  name: 'campaign_set',
  text: `/* campaign_set */ insert into campaign (account_id, key, name, channels, since, until) values ($1, $2, $3, $4, $5, $6)
    on conflict (account_id, key) do update set name = excluded.name, channels = excluded.channels, since = excluded.since, until = excluded.until
    returning ${columns}`,
};

type Read = CampaignRow & Record<string, unknown>;

/** Newest first. */
export const campaignsOf = (db: Database, account: number): Promise<CampaignRow[]> => db.read<Read>(list, [account]);

export async function setCampaign(
  db: Database,
  account: number,
  { key, name, channels, from, to }: CampaignRow,
): Promise<CampaignRow> {
  const [row] = await db.write<Read>(upsert, [account, key, name, channels, from, to]);
  if (row === undefined) throw new Error('the campaign was not written');
  return row;
}
