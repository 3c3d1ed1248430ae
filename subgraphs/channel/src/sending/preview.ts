import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { contactNoOf } from '@ucp/kit/ids';
import { asVariables, type Given } from '../actions/send-input.ts';
import type { Templates } from '../actions/set-template.ts';
import type { ChannelKind } from '../channel-kind.ts';
import type { ContentKind } from '../outgoing.ts';
import { type IdentityPeer, mergeViewsOf } from './merge-fields.ts';

export interface PreviewInput {
  readonly key?: Given<string>;
  readonly content?: Given<Readonly<Record<string, unknown>>>;
  readonly contactId: string;
  readonly variables?: unknown;
}

export interface PreviewedText {
  /** Null where fields are missing that it cannot do without. */
  readonly content: unknown;
  readonly fields: readonly string[];
  readonly missing: readonly string[];
}

/** A text as a contact would get it. @throws CodedError BAD_USER_INPUT, NOT_FOUND, SUBGRAPH_UNAVAILABLE */
export type Preview = (account: number, input: PreviewInput) => Promise<PreviewedText>;

/** Of a message that is never sent; links in it lead nowhere. */
const nobody = { messageNo: 0, addressNo: 0 };

export function createPreview(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly content: ContentKind;
  readonly publicUrl: string;
  readonly identity: () => IdentityPeer | null;
  readonly templates: Templates;
}): Preview {
  const { channel, content, publicUrl, identity, templates } = options;
  const textOf = async (account: number, { key, content: given }: PreviewInput) => {
    if ((given ?? null) !== null && (key ?? null) === null) {
      return { parts: templates.read(Object(given), ['content']), whenMissing: 'EMPTY' } as const;
    }
    if ((key ?? null) === null || (given ?? null) !== null) {
      throw badInput(null, 'Exactly one of "key" and "content" must be given');
    }
    const template = await templates.byKey(account, key ?? '', null);
    if (template === null) throw notFound(['key'], `No template has the key "${key?.slice(0, 100)}"`);
    return template;
  };
  return async (account, input) => {
    const { parts, whenMissing } = await textOf(account, input);
    const contactNo = contactNoOf(account, input.contactId);
    const kind = channel.identifierKind.toLowerCase();
    const fields = content.fieldsOf(parts);
    const asked = contactNo === null ? [] : [contactNo];
    const views = await mergeViewsOf(identity(), channel, account, asked, [...new Set([...fields, kind])]);
    const own = contactNo === null ? undefined : views.get(contactNo);
    if (own === undefined) throw notFound(['contactId'], `No contact has the id "${input.contactId.slice(0, 100)}"`);
    const view = { ...own, ...asVariables(input.variables, ['variables']) };
    const to = String(view[kind] ?? '');
    const writing = { ...nobody, account, to, topic: null, campaign: null, view, publicUrl, at: new Date() };
    const demanding = content.write(parts, 'FAIL', writing);
    const missing = 'missing' in demanding ? demanding.missing : [];
    const written = whenMissing === 'EMPTY' ? content.write(parts, 'EMPTY', writing) : demanding;
    return { content: 'content' in written ? written.content : null, fields, missing };
  };
}
