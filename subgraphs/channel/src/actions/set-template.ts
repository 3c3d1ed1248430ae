import type { Database } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';
import { keyMistake } from '@ucp/kit/key-shape';
import { digestOf } from '../domain/idempotency.ts';
import type { ContentKind } from '../outgoing.ts';
import {
  type ContentRow,
  contentByDigest,
  insertContent,
  lockContents,
  templateByKey,
  templatesOf,
  type WhenMissing,
} from '../store/contents.ts';
import { sendLimits } from './send-input.ts';

export interface TemplateInput {
  readonly key: string;
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Absent: `EMPTY`. */
  readonly whenMissing?: WhenMissing;
}

/** What messages say. All of them throw CodedError. */
export interface Templates {
  readonly list: (account: number) => Promise<ContentRow[]>;
  /** @param version null: the newest */
  readonly byKey: (account: number, key: string, version: number | null) => Promise<ContentRow | null>;
  /** Makes a new version where it says something else than the newest. */
  readonly set: (account: number, input: TemplateInput, actor: string) => Promise<ContentRow>;
  /** Keeps what one message says; the same text twice is kept once. */
  readonly keep: (account: number, parts: Readonly<Record<string, unknown>>, actor: string) => Promise<ContentRow>;
  /** A text as it is kept. */
  readonly read: (
    given: Readonly<Record<string, unknown>>,
    field: readonly string[],
  ) => Readonly<Record<string, unknown>>;
}

export function createTemplates(db: Database, kind: ContentKind): Templates {
  const read: Templates['read'] = (given, field) =>
    Object.fromEntries(Object.entries(Object(kind.readParts(given, field))));
  return {
    list: (account) => templatesOf(db, account),
    byKey: (account, key, version) => templateByKey({ query: db.read }, account, key, version),
    set: (account, { key, name, content, whenMissing = 'EMPTY' }, actor) => {
      const mistake = keyMistake('"key"', key);
      if (mistake !== null) throw badInput(['input', 'key'], mistake);
      if (name.trim() === '' || name.length > sendLimits.text) {
        throw badInput(['input', 'name'], `"name" must have 1 to ${sendLimits.text} characters, got ${name.length}`);
      }
      const parts = read(content, ['input', 'content']);
      const digest = digestOf({ parts, name: name.trim(), whenMissing });
      return db.transaction(async (tx) => {
        await lockContents(tx, account);
        const newest = await templateByKey(tx, account, key);
        if (newest?.digest.equals(digest)) return newest;
        const made = { key, name: name.trim(), parts, whenMissing, digest, createdBy: actor };
        return insertContent(tx, account, made);
      });
    },
    keep: async (account, parts, actor) => {
      const digest = digestOf({ parts });
      const known = await contentByDigest({ query: db.read }, account, digest);
      if (known !== null) return known;
      return db.transaction(async (tx) => {
        await lockContents(tx, account);
        const made = { key: null, name: '', parts, whenMissing: 'EMPTY', digest, createdBy: actor } as const;
        return (await contentByDigest(tx, account, digest)) ?? insertContent(tx, account, made);
      });
    },
    read,
  };
}
