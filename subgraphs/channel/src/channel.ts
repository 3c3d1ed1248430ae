import { fileURLToPath } from 'node:url';
import type { Connection } from '@ucp/kit/connection';
import { createDatabase, type Database } from '@ucp/kit/database';
import { createFollower, type Follower } from '@ucp/kit/follower';
import { type Health, healthy, unwell } from '@ucp/kit/health';
import { type Asking, createKeptReads } from '@ucp/kit/kept-reads';
import { createLocalJournal, type LocalJournal } from '@ucp/kit/local-journal';
import { migrate } from '@ucp/kit/migrate';
import { once } from '@ucp/kit/once';
import { createPreferenceLinks, type PreferenceLinks } from '@ucp/kit/preference-links';
import { createSharedRead } from '@ucp/kit/shared-read';
import { type AskList, createSharedReads } from '@ucp/kit/shared-reads';
import type { SubgraphOptions } from '@ucp/kit/subgraph';
import { createTurns, type Turns } from '@ucp/kit/turns';
import { createStatusChanges, type StatusChanges } from './actions/change-status.ts';
import { type Configure, createConfigure } from './actions/configure.ts';
import { type Confirmations, createConfirmations } from './actions/confirm-consent.ts';
import { createCountRefused } from './actions/count-refused.ts';
import { createDecideReview } from './actions/decide-review.ts';
import { createIngest } from './actions/ingest.ts';
import { createRecordConsent } from './actions/record-consent.ts';
import { createPreferences, type Preferences } from './actions/set-preferences.ts';
import { type AddressEdits, createAddressEdits } from './actions/suppress.ts';
import { createUpdateSettings } from './actions/update-settings.ts';
import { type AudienceIndexes, createAudienceIndexes } from './audience-index/audience-indexes.ts';
import type { ChannelKind } from './channel-kind.ts';
import type { TopicFact } from './domain/facts.ts';
import { foldIdentity } from './ingest/fold-identity.ts';
import { identityKinds } from './ingest/identity-entries.ts';
import type { ChannelSending } from './outgoing.ts';
import { createSending, type Sending, type SendingOptions } from './sending/sending.ts';
import { type ActivityStore, createActivityStore } from './store/activity.ts';
import { channelJournal } from './store/channel-journal.ts';
import { createProfileStore, type ProfileList, type ProfileStore, type Profiles } from './store/profile.ts';
import { type ReviewRow, waitingReviews } from './store/reviews.ts';
import { readSettings, type SettingsOfAccount } from './store/settings.ts';
import { addRefused, type SkippedEvent, skippedOf, unassignedOf } from './store/source-counts.ts';
import { bindToken } from './store/source-tokens.ts';
import { type SealedSource, type SourceRow, sourceByNo, sourcesOf } from './store/sources.ts';
import { topicsOf } from './store/topics.ts';
import type { Provider, SignedToken } from './webhook.ts';

/** What every channel is built upon: its database with the channel's tables, stores, actions and the fold of identity. */
export interface Channel {
  readonly kind: ChannelKind;
  readonly db: Database;
  readonly journal: LocalJournal;
  readonly profiles: ProfileStore;
  /** Reads of what profiles are made of, shared by who asks at the same time. */
  readonly profileReads: (asking: Asking) => AskList<ProfileList, Profiles>;
  readonly activity: ActivityStore;
  readonly audience: AudienceIndexes;
  /** Questions about a whole account that SQL answers in place of the index. */
  readonly ledgerTurns: Turns;
  readonly configure: Configure;
  readonly ingest: ReturnType<typeof createIngest>;
  readonly recordConsent: ReturnType<typeof createRecordConsent>;
  readonly confirmations: Confirmations;
  readonly preferences: Preferences;
  readonly links: PreferenceLinks;
  readonly status: StatusChanges;
  readonly addresses: AddressEdits;
  readonly settingsOf: (account: number) => Promise<SettingsOfAccount>;
  readonly updateSettings: ReturnType<typeof createUpdateSettings>;
  readonly decideReview: ReturnType<typeof createDecideReview>;
  /** Revocations on review that wait, oldest first, behind a place. */
  readonly reviewsOf: (
    account: number,
    behind: { readonly at: string; readonly id: string },
    limit: number,
  ) => Promise<ReviewRow[]>;
  readonly topicsOf: (account: number) => Promise<TopicFact[]>;
  readonly sourcesOf: (account: number, archived: boolean) => Promise<SourceRow[]>;
  readonly skippedOf: (account: number, sourceNos: readonly number[]) => Promise<SkippedEvent[]>;
  readonly unassignedOf: (
    account: number,
    sourceNos: readonly number[],
  ) => Promise<readonly { readonly sourceNo: number; readonly count: number }[]>;
  readonly sourceByNo: (account: number, sourceNo: number) => Promise<SealedSource | null>;
  /** Counts a request that was refused; in the background, as whoever sends such may send many. */
  readonly countRefused: (account: number, sourceNo: number) => void;
  /** Whether a token is not bound to something else already. */
  readonly bindToken: (account: number, sourceNo: number, token: SignedToken) => Promise<boolean>;
  readonly followers: readonly Follower[];
  /** Null for a channel that sends nothing of its own. */
  readonly sending: Sending | null;
  readonly meet: (peer: Connection) => void;
  readonly health: () => Promise<Health>;
  readonly start: () => Promise<void>;
  readonly rest: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Longer than any provider tries again: a signature older than this is refused, a younger one is known if it came before. */
const tokensKept = '60 days';

const folder = (url: string, base: string): string => fileURLToPath(new URL(url, base));

/**
 * @param migrations folder of the channel's own migrations, behind those of kit and of this library
 * @param sends how it sends messages of its own; null: it sends none
 */
export async function createChannel(
  kind: ChannelKind,
  options: SubgraphOptions,
  migrations: string,
  providers: readonly Provider[],
  sends: (ChannelSending & Pick<SendingOptions, 'monotonic'>) | null,
): Promise<Channel> {
  const { databaseUrl: url, clock, secret, log, publicUrl, observe } = options;
  await migrate(url, [
    { name: 'kit', path: folder('../../kit/migrations', import.meta.url) },
    { name: 'channel', path: folder('../migrations', import.meta.url) },
    { name: kind.name.toLowerCase(), path: migrations },
  ]);
  const db = createDatabase({ url, clock, log, observe });
  const journal = createLocalJournal({
    db,
    url,
    log,
    readAfter: (...asked) => channelJournal(db, kind, ...asked),
  });
  const followers: Follower[] = [];
  const topics = (account: number) => topicsOf(db, account);
  const { announce } = journal;
  const profiles = createProfileStore(db, kind);
  const sending =
    sends === null
      ? null
      : await createSending({ ...sends, db, url, secret, channel: kind, profiles, publicUrl, log, announce });
  const audience = createAudienceIndexes({ db, channel: kind, log, limit: options.audienceIndexBytes });
  const confirmations = createConfirmations({ db, channel: kind, secret, announce });
  const rest = once(async () => {
    await sending?.stop();
    await Promise.all(followers.map((follower) => follower.stop()));
  });
  return {
    kind,
    db,
    journal,
    followers,
    profiles,
    profileReads: createKeptReads(kind.name.toLowerCase(), createSharedReads(profiles.profilesOf)),
    activity: createActivityStore(db, kind),
    audience,
    ledgerTurns: createTurns(),
    configure: createConfigure({ db, secret, channel: kind, providers }),
    ingest: createIngest({ db, channel: kind, sends: sends !== null, announce }),
    confirmations,
    preferences: createPreferences({ db, channel: kind, profiles, announce }),
    links: createPreferenceLinks(secret),
    recordConsent: createRecordConsent({ db, channel: kind, confirmations, announce }),
    status: createStatusChanges({ db, channel: kind, announce }),
    addresses: createAddressEdits({ db, channel: kind, announce }),
    settingsOf: (account) => readSettings(db, kind.presets, account),
    updateSettings: createUpdateSettings(db, kind),
    decideReview: createDecideReview({ db, announce }),
    reviewsOf: (account, behind, limit) => waitingReviews({ query: db.read }, account, behind, limit),
    topicsOf: topics,
    sourcesOf: (account, archived) => sourcesOf(db, account, archived),
    skippedOf: (account, sourceNos) => skippedOf(db, account, sourceNos),
    unassignedOf: (account, sourceNos) => unassignedOf(db, account, sourceNos),
    sourceByNo: createSharedRead((account, sourceNo) => sourceByNo(db, account, sourceNo)),
    countRefused: createCountRefused((account, sourceNo, count) => addRefused(db, account, sourceNo, count)),
    bindToken: (account, sourceNo, token) => bindToken(db, account, sourceNo, token, tokensKept),
    sending,
    meet: (peer) => {
      // Links and legal flags are identity's, and what messages merge; of nobody else a channel needs anything.
      if (peer.name !== 'identity') return;
      const fold = { writesOf: foldIdentity(kind) };
      const follower = createFollower({
        part: peer.name,
        journal: peer.journal,
        kinds: identityKinds,
        db,
        log,
        announce,
        fold,
      });
      followers.push(follower);
      sending?.meet(peer, follower);
    },
    health: async () => {
      const name = kind.name.toLowerCase();
      try {
        await db.pool.query('select 1');
      } catch {
        return unwell(name, 'the database cannot be reached');
      }
      const behind = followers.find((follower) => follower.failingSince() !== null);
      return behind === undefined
        ? healthy(name)
        : { part: name, ready: true, reason: `${behind.part} cannot be followed at the moment` };
    },
    start: async () => {
      await db.pool.query("select ensure_activity_partitions(now(), now() + interval '1 year')");
      await journal.start();
      for (const follower of followers) follower.start();
      sending?.start();
    },
    rest,
    stop: async () => {
      await rest();
      await audience.stop();
      await journal.stop();
      await db.close();
    },
  };
}
