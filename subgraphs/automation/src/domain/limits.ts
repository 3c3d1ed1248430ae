/** Every limit of automation in one place. The SDL's descriptions name those a caller can meet. */
export const limits = {
  /** Events of one call, and enrollments. */
  batch: 1_000,
  enrollments: 200,
  log: 200,
  /** Characters. */
  key: 100,
  name: 200,
  identifier: 254,
  detail: 1_000,
  /** Bytes of the properties of an event. */
  properties: 8_192,
  /** Milliseconds an event may lie ahead of our clock. */
  ahead: 10 * 60_000,
} as const;
