import { badInput } from './errors.ts';

/** Page sizes of every list. */
export const pageLimits = { least: 1, most: 200 } as const;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

export interface Connection<Node> {
  readonly nodes: Node[];
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Checks `first`. @throws CodedError BAD_USER_INPUT */
export function pageSize(first: number | null | undefined, preset = 50): number {
  const size = first ?? preset;
  if (size < pageLimits.least || size > pageLimits.most) {
    throw badInput(['first'], `"first" must be between ${pageLimits.least} and ${pageLimits.most}, got ${size}`);
  }
  return size;
}

type CursorPart = string | number;

/** What a value of a place may be. Whoever makes up a cursor is told so, and not that something is wrong on our side. */
const shapes = {
  string: (value: unknown) => typeof value === 'string',
  number: (value: unknown) => typeof value === 'number',
  /** A number of the database's type integer. */
  integer: (value: unknown) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  /** Milliseconds since 1970, of the years 1 to 9999. */
  moment: (value: unknown) =>
    Number.isInteger(value) && Number(value) >= -62_135_596_800_000 && Number(value) < 253_402_300_800_000,
  uuid: (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
} as const;

/** A cursor of the list named by `list`, at a place given by the values its order compares. Opaque to clients. */
export function encodeCursor(list: string, place: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify([list, ...place])).toString('base64url');
}

/**
 * The place a cursor stands for. `shape` says what each value is.
 * @throws CodedError BAD_USER_INPUT when the cursor is of another list or malformed
 */
export function decodeCursor(
  list: string,
  shape: readonly (keyof typeof shapes)[],
  cursor: string | null | undefined,
): CursorPart[] | null {
  if (cursor === null || cursor === undefined) return null;
  const [of, ...place] = parsed(cursor);
  const fits =
    of === list && place.length === shape.length && place.every((value, i) => shapes[shape[i] ?? 'string'](value));
  if (!fits)
    throw badInput(['after'], `"after" must be a cursor of this list (${list}), got "${cursor.slice(0, 100)}"`);
  return place as CursorPart[];
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** A page out of `size + 1` rows asked for: the row too many only tells that there is more. */
export function connectionOf<Row, Node>(
  rows: readonly Row[],
  size: number,
  after: string | null | undefined,
  cursorOf: (row: Row) => string,
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const edges = rows.slice(0, size).map((row) => ({ cursor: cursorOf(row), node: nodeOf(row) }));
  return {
    nodes: edges.map((edge) => edge.node),
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
