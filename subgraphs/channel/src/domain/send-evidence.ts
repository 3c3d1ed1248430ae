import type { ConsentEntry } from './consent.ts';
import type { SuppressionEntry } from './suppression.ts';

const verbs = {
  GRANTED: 'Consent was given',
  WITHDRAWN: 'Consent was withdrawn',
  DENIED: 'Consent was refused',
  PENDING: 'Consent was asked for and is not confirmed',
} as const;
const ways = {
  FORM: 'by a form',
  KEYWORD: 'by a key word',
  IMPORT: 'according to an imported file',
  API: 'over the API',
  PREFERENCE_CENTER: 'in the preference center',
  ONE_CLICK: 'by one-click unsubscribe',
  AGENT: 'as a member of staff noted',
} as const;

/** The entry that decides in one sentence. */
export function consentText(entry: ConsentEntry, at: Date): string {
  const text = entry.statedText === null ? '' : `: “${entry.statedText}”`;
  const over = entry.validUntil !== null && entry.validUntil <= at;
  const end = !over ? '' : entry.state === 'PENDING' ? ', and the question ran out' : ', and it ran out';
  return `${verbs[entry.state]} ${ways[entry.method]}${end}${text}${text.endsWith('.”') ? '' : '.'}`;
}

const reasons = {
  UNSUBSCRIBE: 'The person unsubscribed',
  KEYWORD_STOP: 'The person texted to stop',
  COMPLAINT: 'The person reported a message as spam',
  PROVIDER_OPT_OUT: 'The provider has the address as opted out',
  INVALID: 'The address cannot receive messages',
  MANUAL: 'Suppressed by hand',
  ERASED: 'The person was erased',
} as const;

export const suppressionText = ({ reason, detail }: SuppressionEntry): string =>
  detail === null ? `${reasons[reason]}.` : `${reasons[reason]}: ${detail}${/[.!?]$/.test(detail) ? '' : '.'}`;
