import type { PlaceOfPart } from '@ucp/kit/activity-place';
import type { Database, Statement } from '@ucp/kit/database';

/** What happened to a contact on no channel: it was first known, or others became part of it. */
export interface ActivityRow {
  readonly asked: number;
  /** Unique within the account; in the order of text. */
  readonly activityId: string;
  readonly at: Date;
  readonly kind: 'CREATED' | 'MERGED';
  readonly acquisitionKind: string | null;
  /** Of the acquisition, or the reason of the merge. */
  readonly detail: string | null;
  readonly absorbedNos: readonly number[] | null;
  readonly [column: string]: unknown;
}

const newest: Statement = {
  name: 'identity_activity',
  text: `/* identity_activity */
    with member as (select a.contact_no as asked, m.* from contact a join contact m on m.account_id = $1 and m.root_no = a.root_no
      where a.account_id = $1 and a.contact_no = any($2::int[])),
    happened as (
      select m.asked, 'c' || lpad(m.contact_no::text, 10, '0') as id, m.created_at as at, 'CREATED' as kind,
        m.acquisition_kind, m.acquisition_detail as detail, null::int[] as absorbed_nos from member m
      union all
      select distinct m.asked, 'm' || lpad(g.merge_no::text, 10, '0'), g.at, 'MERGED', null, g.reason, g.absorbed_nos
      from member m join merge_edge e on e.account_id = $1 and e.one_no = m.contact_no and e.active
        join merge g on g.account_id = $1 and g.merge_no = e.merge_no)
    select asked, id as "activityId", at, kind, acquisition_kind as "acquisitionKind", detail, absorbed_nos as "absorbedNos" from (
      select h.*, row_number() over (partition by asked order by at desc, id collate "C" desc) as place from happened h
      where (h.at, h.id collate "C") < ($4::timestamptz, $5::text collate "C")) ranked
    where place <= $3 order by asked, place`,
};

/** At most `first` of each contact, newest first, behind `before`. */
export const activityOf = (
  db: Database,
  account: number,
  contactNos: readonly number[],
  first: number,
  before: PlaceOfPart | null,
): Promise<ActivityRow[]> =>
  db.read<ActivityRow>(newest, [account, contactNos, first, before?.at ?? 'infinity', before?.id ?? '~']);
