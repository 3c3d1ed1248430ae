import type { Door } from '@ucp/kit/door';
import type { Logger } from '@ucp/kit/log';
import type { Secret } from '@ucp/kit/secret';
import type { Channel } from './channel.ts';
import type { ContentKind, SenderProvider } from './outgoing.ts';

/** What makes the sending of one channel different from another's. */
export interface Sending {
  /** @param secret signs the links of messages */
  readonly contents: (secret: Secret) => ContentKind;
  /** @param publicUrl origin under which providers reach us */
  readonly providers: (publicUrl: string) => readonly SenderProvider[];
  /** Where the links of messages lead. */
  readonly doors: (channel: Channel, secret: Secret, log: Logger) => readonly Door[];
}
