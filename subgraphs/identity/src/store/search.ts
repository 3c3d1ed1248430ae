import type { Database, Statement } from '@ucp/kit/database';
import { type SearchHit, tierQualities } from '../domain/search-match.ts';
import type { SearchQuery } from '../domain/search-query.ts';

export interface SearchPlace {
  readonly tier: number;
  readonly contactNo: number;
}

/** A contact that would be of a tier if all it has were shown. */
export interface SearchCandidate extends SearchPlace {
  readonly hits: readonly SearchHit[];
}

/** A word with at most so many hits leads the search; where none has, the newest so many contacts are looked through first. */
const fewHits = 2_000;

/** Above every contact number. */
const everybody = 2_147_483_647;

const probe = `probe as materialized (
      select p.*, search_form(p.text) as word,
        case how when 'PART' then '%' when 'WORD' then '% ' else '' end
          || regexp_replace(search_form(p.text), '([\\\\%_])', '\\\\\\1', 'g') || '%' as pattern
      from jsonb_to_recordset($2::jsonb) as p(place int, how text, text text, identifiers boolean, kind text, fields int[], tags boolean))`;

interface Way {
  /** Which rows each table gives. */
  readonly rows: (table: 'i' | 'v' | 't') => string;
  /** The searched text; an expression that is indexed is looked up, any other is compared. */
  readonly text: (column: string) => string;
}

/** Every value a word is found in. */
const hits = ({ rows, text }: Way): string => {
  const [identifier, tag, field] = [text('i.value'), text('t.tag'), text("(v.value #>> '{}')")];
  const fields = "jsonb_typeof(v.value) = 'string' and v.field_no = any(p.fields)";
  return `
      select p.place, 1::real as quality, 'IDENTIFIER' as found_in, i.kind as key, i.value as text, i.contact_no
      from probe p join identifier i on ${identifier} like p.pattern and (p.kind is null or i.kind = p.kind)
      where p.identifiers and p.how <> 'SIMILAR' and ${rows('i')}
      union all
      select p.place, 1, 'FIELD', v.field_no::text, v.value #>> '{}', v.contact_no
      from probe p join field_value v on ${fields} and ${field} like p.pattern
      where p.how <> 'SIMILAR' and ${rows('v')}
      union all
      select p.place, 1, 'TAG', '', t.tag, t.contact_no from probe p join tag t on t.present and ${tag} like p.pattern
      where p.tags and p.how <> 'SIMILAR' and ${rows('t')}
      union all
      select p.place, least(0.99, similarity(${field}, p.word))::real, 'FIELD', v.field_no::text, v.value #>> '{}', v.contact_no
      from probe p join field_value v on ${fields} and ${field} % p.word
      where p.how = 'SIMILAR' and ${rows('v')}`;
};

const indexed = (column: string) => `search_form(${column})`;
/** Never by the index of parts: which contacts are asked is known, and what they have is little. */
const compared = (column: string) => `(search_form(${column}) || '')`;

const ofMember = hits({
  rows: (table) => `${table}.account_id = $1 and ${table}.contact_no = n.contact_no`,
  text: compared,
});

/** What all words of `pair` (place, quality, root_no) were found for, in the order of tiers and then newest first, with its hits. */
const ranked = `
    best as (select root_no, place, max(quality) as quality from pair group by root_no, place),
    complete as (
      select root_no, case ${tierQualities.map((least, tier) => `when min(quality) >= ${least} then ${tier}`).join(' ')} end as tier
      from best group by root_no having count(*) = $3),
    candidate as materialized (
      select c.root_no, t.tier from complete c cross join lateral generate_series(c.tier, case when c.tier < $4::int and exists (
          select 1 from contact m where m.account_id = $1 and m.root_no = c.root_no and m.contact_no <> c.root_no)
        then $4::int else c.tier end) as t(tier)
      where t.tier <= $4::int and (t.tier, -c.root_no) > ($5::int, -$6::int)
      order by t.tier, c.root_no desc limit $7),
    answer as (
      select c.tier, c.root_no, json_agg(json_build_object('place', h.place, 'quality', h.quality, 'foundIn', h.found_in,
        'key', coalesce(d.key, h.key), 'text', h.text)) as hits
      from candidate c join contact n on n.account_id = $1 and n.root_no = c.root_no cross join lateral (${ofMember}) h
        left join field_definition d on h.found_in = 'FIELD' and d.account_id = $1 and d.field_no::text = h.key
      group by c.tier, c.root_no)
    select coalesce((select json_agg(json_build_object('tier', tier, 'contactNo', root_no, 'hits', hits) order by tier, root_no desc)
      from answer), '[]') as candidates`;

/** By the word with the fewest hits, if one has few; else among the newest contacts behind the place. */
const led: Statement = {
  name: 'contacts_searched',
  text: `/* contacts_searched */
    with ${probe},
    word as materialized (
      select w.place, s.contact_nos, cardinality(s.contact_nos) as size from (select distinct place from probe) w cross join lateral (
        select coalesce(array_agg(contact_no), '{}') as contact_nos from (
          select contact_no from (${hits({ rows: (table) => `${table}.account_id = $1 and p.place = w.place`, text: indexed })}) h limit ${fewHits + 1}) few) s),
    fewest as materialized (select contact_nos from word where size <= ${fewHits} order by size, place limit 1),
    newest as materialized (
      select root_no from contact where account_id = $1 and root_no = contact_no and not exists (select 1 from fewest)
        and contact_no < $8
      order by contact_no desc limit ${fewHits}),
    member as materialized (
      select m.contact_no, m.root_no from (
        select c.root_no from fewest l cross join lateral unnest(l.contact_nos) as n(contact_no)
          join contact c on c.account_id = $1 and c.contact_no = n.contact_no
        union select root_no from newest) r
      join contact m on m.account_id = $1 and m.root_no = r.root_no),
    pair as (select h.place, h.quality, n.root_no from member n cross join lateral (${ofMember}) h),
    ${ranked},
      exists (select 1 from fewest) or (select count(*) from newest) < ${fewHits} as whole`,
};

/** By every word. */
const everywhere: Statement = {
  name: 'contacts_searched_everywhere',
  text: `/* contacts_searched_everywhere */
    with ${probe},
    pair as (
      select h.place, h.quality, c.root_no from (${hits({ rows: (table) => `${table}.account_id = $1`, text: indexed })}) h
        cross join lateral (select root_no from contact where account_id = $1 and contact_no = h.contact_no limit 1) c),
    ${ranked}, true as whole`,
};

interface Row {
  readonly candidates: readonly SearchCandidate[];
  readonly whole: boolean;
  readonly [column: string]: unknown;
}

/**
 * Contacts that every word of a search is found for, at most `first` behind a place, up to a tier: in the order of tiers, newest
 * first within each. A merged contact is a candidate of its tier and of all behind it, as what made it so may not be shown.
 */
export async function searchContacts(
  db: Database,
  account: number,
  query: SearchQuery,
  behind: SearchPlace,
  upTo: number,
  first: number,
): Promise<readonly SearchCandidate[]> {
  const probes = upTo === 0 ? query.probes.filter(({ how }) => how !== 'SIMILAR') : query.probes;
  const values = [account, JSON.stringify(probes), query.words, upTo, behind.tier, behind.contactNo, first];
  const next = behind.contactNo === 0 ? behind.tier + 1 : behind.tier;
  // Of the last tier asked only what is behind the place can be meant.
  const below = next === upTo && behind.contactNo > 0 ? behind.contactNo : everybody;
  const [row] = await db.readAside<Row>(led, [...values, below]);
  if (row === undefined) return [];
  // A full page of one tier out of the newest is what would be found among all; of the tier behind it others could be newer.
  const full = row.candidates.length === first && row.candidates.every(({ tier }) => tier === next);
  if (row.whole || full) return row.candidates;
  const [all] = await db.readAside<Row>(everywhere, values);
  return all?.candidates ?? [];
}
