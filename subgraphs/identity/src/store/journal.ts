import type { Database, Statement } from '@ucp/kit/database';
import { type JournalEntry, type JournalPage, pageLimit, pageOf } from '@ucp/kit/journal';

/** Whether entries of a kind are asked for. */
const told = (kind: string): string => `and ($4::text[] is null or '${kind}' = any($4::text[]))`;

/**
 * What identity tells the other parts: the state of the account, of contacts and links, stated consent and status, by the rev of
 * their last change.
 * A row that changed again is told once, at its newest rev; readers keep states, so nothing is missed by that.
 */
const after: Statement = {
  name: 'journal_after',
  text: `/* journal_after */
    with entry as (
      select c.rev, json_build_object('kind', 'CONTACT', 'contactNo', c.contact_no, 'rootNo', c.root_no, 'restrictedSince', c.restricted_since,
        'objectionSince', c.objection_since, 'erasedAt', c.erased_at, 'archivedAt', c.archived_at, 'primaries', c.primaries) as entry
      from contact c where c.account_id = $1 and c.rev > $2 ${told('CONTACT')}
      union all
      select i.rev, json_build_object('kind', 'LINK', 'identifierKind', i.kind, 'value', i.value, 'given', i.given,
        'contactNo', i.contact_no, 'firstSeenAt', i.first_seen_at, 'place', i.place)
      from identifier i where i.account_id = $1 and i.rev > $2 ${told('LINK')}
      union all
      select s.rev, json_build_object('kind', 'CONSENT_STATED', 'identifierKind', s.identifier_kind, 'value', s.value, 'given', s.given,
        'topic', s.topic, 'state', s.state, 'method', s.method, 'occurredAt', s.occurred_at, 'recordedAt', s.recorded_at, 'statedText', s.stated_text,
        'statedTextVersion', s.stated_text_version, 'ip', s.ip, 'userAgent', s.user_agent, 'actor', s.actor,
        'validUntil', s.valid_until, 'key', s.key)
      from consent_statement s where s.account_id = $1 and s.rev > $2 ${told('CONSENT_STATED')}
      union all
      select s.rev, json_build_object('kind', 'STATUS_STATED', 'identifierKind', s.identifier_kind, 'value', s.value, 'given', s.given,
        'status', s.status, 'occurredAt', s.occurred_at, 'recordedAt', s.recorded_at, 'reason', s.reason, 'actor', s.actor, 'key', s.key)
      from status_statement s where s.account_id = $1 and s.rev > $2 ${told('STATUS_STATED')}
      union all
      select a.rev, json_build_object('kind', 'ACCOUNT', 'defaultRegion', a.default_region, 'timeZone', a.time_zone)
      from account a where a.account_id = $1 and a.rev > $2 ${told('ACCOUNT')})
    select coalesce((select rev from journal_head where account_id = $1), 0) as head,
      coalesce((select rev from contact_move where account_id = $1), 0) as moved,
      (select json_agg(json_build_object('rev', page.rev, 'entry', page.entry) order by page.rev)
        from (select rev, entry from entry order by rev fetch first $3 rows with ties) page) as entries`,
};

interface Row {
  readonly head: number;
  readonly moved: number;
  readonly entries: readonly { readonly rev: number; readonly entry: JournalEntry }[] | null;
  readonly [column: string]: unknown;
}

export async function journalAfter(
  db: Database,
  account: number,
  rev: number,
  kinds: readonly string[] | null,
): Promise<JournalPage> {
  const [row] = await db.read<Row>(after, [account, rev, pageLimit, kinds]);
  return pageOf(row?.entries ?? [], row?.head ?? 0, row?.moved);
}
