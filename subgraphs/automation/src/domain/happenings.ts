/** What happened to a contact, as the timeline shows it. */
export interface Happening {
  /** Unique within the account; in the order of text. */
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly name: string;
  readonly details: Readonly<Record<string, unknown>>;
}

interface Behavior {
  readonly eventId: string;
  readonly name: string;
  readonly at: Date;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Enrollment {
  readonly enrollmentNo: number;
  readonly state: string;
  readonly enteredAt: Date;
  readonly exitedAt: Date | null;
  readonly exitReason: string | null;
  readonly workflow: { readonly name: string; readonly version: number };
}

/** Behaviour and ways through workflows, newest first. */
export const happeningsIn = (behaviors: readonly Behavior[], enrollments: readonly Enrollment[]): Happening[] =>
  [
    ...behaviors.map(({ eventId, at, name, properties }) => ({
      id: `b${eventId}`,
      at,
      kind: name.toUpperCase(),
      name,
      details: properties,
    })),
    ...enrollments.flatMap(waysOf),
  ].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));

function waysOf({ enrollmentNo, enteredAt, exitedAt, exitReason, state, workflow }: Enrollment): Happening[] {
  const no = String(enrollmentNo).padStart(10, '0');
  const { name, version } = workflow;
  const entered = { id: `e${no}`, at: enteredAt, kind: 'ENROLLED', name, details: { version } };
  return exitedAt === null
    ? [entered]
    : [entered, { id: `x${no}`, at: exitedAt, kind: state, name, details: { reason: exitReason } }];
}
