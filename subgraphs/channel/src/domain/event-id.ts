import { hash } from 'node:crypto';

/** A 128-bit name for a text: the same text gives the same name, on every retry. */
export function uuidOf(text: string): string {
  const hex = hash('sha256', text, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Names of the entries that follow from an event, by their place among those of their kind. */
export const consentId = (eventId: string, place: number): string => uuidOf(`${eventId}:consent:${place}`);
export const suppressionId = (eventId: string, place: number): string => uuidOf(`${eventId}:suppression:${place}`);
