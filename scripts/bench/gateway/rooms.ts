// Where the time of a process goes, by room.
import type { Profiler, Runtime } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { findSourceMap } from 'node:module';

/** Share of a process's own time by room, in percent. */
export type Rooms = Readonly<Record<string, number>>;

/** Asks a process for its rooms: it measures for so many seconds. */
export interface RoomsOrder {
  readonly roomsFor: number;
}

/** What belongs where, by the address of its source; the first that fits. What fits nowhere is its caller's. */
const rooms: readonly (readonly [string, RegExp])[] = [
  ['executor', /gateway\/src\/(executor|sources)\//],
  ['recording, in place of parts', /bench\/gateway\/replay/],
  [
    'parts',
    /subgraphs\/(?!kit\/src\/(remote|token|graph-server|http-server|identical))|gateway\/src\/profile\/|graphql-jit|dataloader/,
  ],
  ['PostgreSQL client', /node_modules\/(pg|pg-[\w-]+|postgres-[\w-]+)\//],
  ['fetches: tokens, undici', /subgraphs\/kit\/src\/(remote|token|identical)|node_modules\/(undici|cockatiel)\//],
  ['Apollo Server, Fastify, access', /@apollo\/server|fastify|find-my-way|light-my-request|gateway\/src\//],
  ['HTTP of Node', /^node:_http|subgraphs\/kit\/src\/(graph-server|http-server)/],
];

/** Answers each order of this kind that comes to this process. */
export function tellRooms(): void {
  process.on('message', (order: Partial<RoomsOrder>) => {
    if (order.roomsFor !== undefined) void measure(order.roomsFor).then((measured) => process.send?.(measured));
  });
}

async function measure(seconds: number): Promise<Rooms> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return sharesOf(profile);
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Rooms {
  const roomById = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const assign = (id: number, callers: string): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const room = roomOf(node.callFrame) ?? callers;
    roomById.set(id, room);
    for (const child of node.children ?? []) assign(child, room);
  };
  const [root] = nodes;
  if (root !== undefined) assign(root.id, 'the rest of Node');
  const spent = new Map<string, number>();
  samples.forEach((id, i) => {
    const room = roomById.get(id) ?? '';
    if (room !== idle) spent.set(room, (spent.get(room) ?? 0) + (timeDeltas[i] ?? 0));
  });
  const all = [...spent.values()].reduce((sum, each) => sum + each, 0);
  const shares = [...spent].map(([room, time]) => [room, Math.round((time / all) * 100)] as const);
  return Object.fromEntries(shares.sort(([, one], [, other]) => other - one));
}

const idle = 'idle';

function roomOf({ functionName, url, lineNumber, columnNumber }: Runtime.CallFrame): string | null {
  if (functionName === '(idle)') return idle;
  if (functionName === '(garbage collector)') return 'collecting garbage';
  // Starting and stopping the measurement.
  if (functionName === 'dispatch' && url === '') return idle;
  const source =
    Object(findSourceMap(url.replace('file://', ''))?.findEntry(lineNumber, columnNumber)).originalSource ?? url;
  return rooms.find(([, address]) => address.test(source))?.[0] ?? null;
}
