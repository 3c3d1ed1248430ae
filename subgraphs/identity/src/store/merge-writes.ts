import type { Neighbourhood } from '../domain/neighbourhood.ts';
import { columns, type SizedWrite } from './sized-write.ts';

/** Merges made and taken back, with their edges. */
export function mergeWrites(account: number, { changes, now }: Neighbourhood): SizedWrite[] {
  const retracted = changes.retracted.map(({ mergeNo }) => mergeNo);
  return [
    {
      name: 'merges',
      text: `insert into merge (account_id, merge_no, survivor_no, absorbed_nos, at, reason, actor)
        select $1::int, m.merge_no, m.survivor_no, array(select jsonb_array_elements_text(m.absorbed)::int), m.at, m.reason, m.actor
        from unnest($2::int[], $3::int[], $4::jsonb[], $5::timestamptz[], $6::text[], $7::text[]) as m(merge_no, survivor_no, absorbed, at, reason, actor)`,
      values: [
        account,
        ...columns(changes.merges, ['mergeNo', 'survivorNo']),
        changes.merges.map(({ absorbedNos }) => JSON.stringify(absorbedNos)),
        ...columns(changes.merges, ['at', 'reason', 'actor']),
      ],
      rows: changes.merges.length,
    },
    {
      name: 'edges',
      text: `insert into merge_edge (account_id, merge_no, one_no, other_no, active)
        select $1::int, e.*, true from unnest($2::int[], $3::int[], $4::int[]) as e(merge_no, one_no, other_no)`,
      values: [account, ...columns(changes.edges, ['mergeNo', 'oneNo', 'otherNo'])],
      rows: changes.edges.length,
    },
    {
      name: 'retracted',
      text: `update merge set retracted_at = $2::timestamptz, retracted_by = r.by from unnest($3::int[], $4::text[]) as r(merge_no, by)
        where merge.account_id = $1::int and merge.merge_no = r.merge_no`,
      values: [account, now, ...columns(changes.retracted, ['mergeNo', 'by'])],
      rows: retracted.length,
    },
    {
      name: 'fallen',
      text: 'update merge_edge set active = false where account_id = $1::int and merge_no = any($2::int[])',
      values: [account, retracted],
      rows: retracted.length,
    },
  ];
}

export function separationWrites(account: number, { changes, now }: Neighbourhood): SizedWrite[] {
  return [
    {
      name: 'separations',
      text: `insert into separation (account_id, one_no, other_no, at) select $1::int, s.*, $2::timestamptz
        from unnest($3::int[], $4::int[]) as s(one_no, other_no) on conflict do nothing`,
      values: [account, now, changes.separations.map(([one]) => one), changes.separations.map(([, other]) => other)],
      rows: changes.separations.length,
    },
    {
      name: 'reunited',
      text: `delete from separation using unnest($2::int[], $3::int[]) as r(one_no, other_no)
        where separation.account_id = $1::int and separation.one_no = r.one_no and separation.other_no = r.other_no`,
      values: [account, changes.reunited.map(([one]) => one), changes.reunited.map(([, other]) => other)],
      rows: changes.reunited.length,
    },
  ];
}

/** The same pair refused by the same rule again is one review, unless it was approved: then it was taken back since. */
export const reviewWrite = (account: number, { changes }: Neighbourhood): SizedWrite => ({
  name: 'reviews',
  text: `insert into merge_review (account_id, review_no, at, rule, detail, contact_nos)
    select $1::int, r.review_no, r.at, r.rule, r.detail, array(select jsonb_array_elements_text(r.contacts)::int)
    from unnest($2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::jsonb[]) as r(review_no, at, rule, detail, contacts)
    on conflict do nothing`,
  values: [
    account,
    ...columns(changes.reviews, ['reviewNo', 'at', 'rule', 'detail']),
    changes.reviews.map(({ contactNos }) => JSON.stringify(contactNos)),
  ],
  rows: changes.reviews.length,
});
