import type { PlaceOfPart } from '@ucp/kit/activity-place';
import type { Database, Statement } from '@ucp/kit/database';
import type { ChannelKind } from '../channel-kind.ts';
import { kindName } from '../channel-kind.ts';
import { isMachine, markJoin } from './machine-marks.ts';

export interface ActivityRow {
  readonly asked: number;
  readonly eventId: string;
  readonly at: Date;
  readonly kind: string;
  readonly machine: boolean;
  readonly messageId: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
}

export interface ActivityStore {
  /** At most `first` of each contact, newest first, behind `before`. Merged contacts are asked by any of their ids. */
  readonly newestOf: (
    account: number,
    contactNos: readonly number[],
    first: number,
    before: PlaceOfPart | null,
  ) => Promise<ActivityRow[]>;
}

const newest: Statement = {
  name: 'activity_newest',
  text: `/* activity_newest */
    with asked as (select contact_no as asked, root_no from contact where account_id = $1 and contact_no = any($2::int[])),
    linked as (select a.asked, l.address_no from asked a
      join contact m on m.account_id = $1 and m.root_no = a.root_no
      join link l on l.account_id = $1 and l.contact_no = m.contact_no)
    select asked, "eventId", at, kind, machine, "messageId", details from (
      select l.asked, a.event_id as "eventId", a.at, a.kind, ${isMachine} as machine, a.message_id as "messageId", a.details,
        row_number() over (partition by l.asked order by a.at desc, a.event_id desc) as place
      from linked l cross join lateral (
        select * from activity a where a.account_id = $1 and a.address_no = l.address_no
          and (a.at, a.event_id) < ($4::timestamptz, $5::uuid)
        order by a.at desc, a.event_id desc limit $3) a
      ${markJoin}) ranked
    where place <= $3 order by asked, place`,
};

export function createActivityStore(db: Database, channel: ChannelKind): ActivityStore {
  return {
    newestOf: async (account, contactNos, first, before) => {
      const place = before ?? { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
      const values = [account, contactNos, first, place.at, place.id];
      const rows = await db.read<Omit<ActivityRow, 'kind'> & { kind: number }>(newest, values);
      return rows.map((row) => ({ ...row, kind: kindName(channel, row.kind) }));
    },
  };
}
