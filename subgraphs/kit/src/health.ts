/** State of one part. `ready` false: it cannot answer at the moment; `reason` says why, without addresses or secrets. */
export interface Health {
  readonly part: string;
  readonly ready: boolean;
  readonly reason: string | null;
}

export const healthy = (part: string): Health => ({ part, ready: true, reason: null });
export const unwell = (part: string, reason: string): Health => ({ part, ready: false, reason });
