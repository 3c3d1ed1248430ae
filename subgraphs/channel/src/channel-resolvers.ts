import { decodeBits } from '@ucp/kit/contact-bits';
import { badInput, payloadOf } from '@ucp/kit/errors';
import { contactNoOf } from '@ucp/kit/ids';
import { leafResolvers } from '@ucp/kit/leaf';
import { commonScalars } from '@ucp/kit/scalars';
import { asksFor, type Selection } from '@ucp/kit/selection';
import type { BaseContext } from '@ucp/kit/subgraph';
import { SentWords } from '@ucp/kit/words';
import { sourceId, webhookPath } from './actions/configure.ts';
import type { ConsentOfAddress } from './actions/record-consent.ts';
import { type ActivityArguments, activityOf } from './activity-field.ts';
import { audienceOf } from './audience-field.ts';
import { lastEngagedOf } from './audience-index/last-engaged.ts';
import type { Channel } from './channel.ts';
import type { ChannelPredicate } from './domain/predicate.ts';
import type { StatusOf } from './domain/status-since.ts';
import type { ChannelLoaders } from './loaders.ts';
import { evidenceOf } from './profile-fields.ts';
import type { SourceRow } from './store/sources.ts';
import type { SecretInput } from './webhook.ts';

/** Fields of a profile that count what happened. */
const counting = new Set(['engagement', 'lastEngagedAt']);

/** Contacts that a part asks about in one call. */
const mostAsked = 1_000;

/** What every resolver of a channel gets. */
export interface ChannelContext extends BaseContext {
  readonly channel: Channel;
  readonly load: ChannelLoaders;
}

interface AudienceArguments {
  readonly predicates: readonly ChannelPredicate[];
  readonly contactIds?: readonly string[] | null | undefined;
}

/**
 * Fields that every channel answers alike; a channel names them in its own SDL.
 * @param statusOf state of the primary address, as the channel's status enum has it
 */
export const channelResolvers = (statusOf: StatusOf) => ({
  scalars: commonScalars,
  leaf: leafResolvers,
  reference: ({ id }: { readonly id: string }) => ({ id }),
  /** The contact's profile on the channel; null without an address. */
  profile: async (
    { id }: { readonly id?: string },
    _args: object,
    { caller, load, mutates }: ChannelContext,
    info: Selection,
  ) => {
    const contactNo = id === undefined ? null : contactNoOf(caller.account, id);
    if (contactNo === null) return null;
    // What its fields will count is read along; within a mutation nothing is kept for them.
    const counts = !mutates && asksFor(info, counting) ? load.history(contactNo) : null;
    const [facts] = await Promise.all([load.facts(contactNo), counts]);
    return facts;
  },
  /** What is known of where contacts are, in the order asked. */
  timeZones: async (
    _root: object,
    { contactIds }: { readonly contactIds: readonly string[] },
    { caller, channel }: ChannelContext,
  ) => {
    if (contactIds.length > mostAsked)
      throw badInput(['contactIds'], `At most ${mostAsked} contacts, got ${contactIds.length}`);
    const contactNos = contactIds.map((id) => contactNoOf(caller.account, id));
    const known = contactNos.flatMap((no) => no ?? []);
    const facts = await channel.profiles.factsOf(caller.account, known, null, true);
    return contactNos.map((no) => {
      const addresses = no === null ? undefined : facts.get(no)?.addresses;
      if (addresses === undefined) return null;
      const set = addresses.find(({ setTimeZone }) => setTimeZone !== null)?.setTimeZone ?? null;
      return { set, told: [...channel.kind.placeOf(addresses[0].value).timeZones] };
    });
  },
  consent: {
    topic: ({ topic }: ConsentOfAddress) => topic,
    state: ({ entry }: ConsentOfAddress) => entry.state,
    since: ({ entry }: ConsentOfAddress) => entry.occurredAt,
    method: ({ entry }: ConsentOfAddress) => entry.method,
    evidence: evidenceOf,
    validUntil: ({ entry }: ConsentOfAddress) => entry.validUntil,
    retractedAt: ({ entry }: ConsentOfAddress) => entry.retractedAt,
    confirmation: (
      { waits, addressNo, entry }: ConsentOfAddress,
      _args: object,
      { caller, channel }: ChannelContext,
    ) => (waits ? channel.confirmations.ask(caller.account, addressNo, entry) : null),
  },
  source: {
    id: ({ sourceNo }: SourceRow, _args: object, { caller, channel }: ChannelContext) =>
      sourceId(channel.kind, caller.account, sourceNo),
    webhookPath: (source: SourceRow, _args: object, { caller, channel }: ChannelContext) =>
      webhookPath(channel.kind, caller.account, source),
    counts: (source: SourceRow) => source,
    skippedEvents: ({ sourceNo }: SourceRow, _args: object, { load }: ChannelContext) => load.skipped.load(sourceNo),
  },
  sourceCounts: {
    new: ({ fresh }: SourceRow) => fresh,
    unassigned: ({ sourceNo }: SourceRow, _args: object, { load }: ChannelContext) => load.unassigned.load(sourceNo),
  },
  sources: (_root: object, { archived }: { readonly archived: boolean }, { caller, channel }: ChannelContext) =>
    channel.sourcesOf(caller.account, archived),
  createSource: (
    _root: object,
    { input }: { readonly input: { readonly name: string; readonly provider: string; readonly secret: SecretInput } },
    { caller, channel }: ChannelContext,
  ) => payloadOf(async () => ({ source: await channel.configure.createSource(caller.account, input) })),
  rotateSource: (
    _root: object,
    { id, secret }: { readonly id: string; readonly secret: SecretInput },
    { caller, channel }: ChannelContext,
  ) => payloadOf(async () => ({ source: await channel.configure.rotateSource(caller.account, id, secret) })),
  retireSecret: (_root: object, { id }: { readonly id: string }, { caller, channel }: ChannelContext) =>
    payloadOf(async () => ({ source: await channel.configure.retireSecret(caller.account, id) })),
  archiveSource: (_root: object, { id }: { readonly id: string }, { caller, channel }: ChannelContext) =>
    payloadOf(async () => ({ source: await channel.configure.archiveSource(caller.account, id) })),
  topics: (_root: object, _args: object, { caller, channel }: ChannelContext) => channel.topicsOf(caller.account),
  activity: (_root: object, args: ActivityArguments, context: ChannelContext) => activityOf(context, args),
  audience: (_root: object, { predicates, contactIds }: AudienceArguments, context: ChannelContext) =>
    audienceOf(context, predicates, contactIds, statusOf),
  lastEngaged: async (
    _root: object,
    { among }: { readonly among: string },
    context: ChannelContext,
  ): Promise<SentWords> => new SentWords(await lastEngagedOf(context.channel, context, decodeBits(among))),
  setTopic: (
    _root: object,
    { key, name }: { readonly key: string; readonly name: string },
    { caller, channel }: ChannelContext,
  ) => payloadOf(async () => ({ topic: await channel.configure.setTopic(caller.account, key, name) })),
});
