import type { ConsentToRecord } from './actions/record-consent.ts';
import type { ConsentMethod, ConsentState } from './event.ts';

type Given<Value> = Value | null | undefined;

interface ConsentInput {
  readonly topic?: Given<string>;
  readonly state: ConsentState;
  readonly validUntil?: Given<Date>;
  readonly evidence: {
    readonly occurredAt: Date;
    readonly method: ConsentMethod;
    readonly actor?: Given<string>;
    readonly statedText?: Given<string>;
    readonly statedTextVersion?: Given<string>;
    readonly ip?: Given<string>;
    readonly userAgent?: Given<string>;
  };
}

/** The input of `<channel>ConsentRecord` as the action takes it; `field` is the name of the address in that input. */
export function consentToRecord(
  address: string,
  field: string,
  input: ConsentInput,
  caller: { readonly actor: string },
): ConsentToRecord {
  const { evidence } = input;
  return {
    address,
    addressField: ['input', field],
    topic: input.topic ?? null,
    state: input.state,
    validUntil: input.validUntil ?? null,
    evidence: {
      occurredAt: evidence.occurredAt,
      method: evidence.method,
      actor: evidence.actor ?? caller.actor,
      statedText: evidence.statedText ?? null,
      statedTextVersion: evidence.statedTextVersion ?? null,
      ip: evidence.ip ?? null,
      userAgent: evidence.userAgent ?? null,
    },
  };
}
