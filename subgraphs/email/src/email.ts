import { channelSubgraph } from '@ucp/channel/channel-subgraph';
import { emailChannel } from './email-channel.ts';
import { sendGrid } from './ingest/sendgrid-provider.ts';
import { resolvers } from './resolvers.ts';

/** The email subgraph: addresses, consent, activity and the providers' events of email. */
export const createEmail = channelSubgraph(emailChannel, new URL('../', import.meta.url), resolvers, [sendGrid]);
