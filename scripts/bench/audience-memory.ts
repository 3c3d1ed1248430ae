import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serviceCaller, serviceScope } from '@ucp/kit/caller';
import { freePort } from '@ucp/kit/ports';
import { connectRemotely } from '@ucp/kit/remote-connection';
import { createSecret } from '@ucp/kit/secret';
import { createTokens } from '@ucp/kit/token';
import { programOf, programOptions } from '../program.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Who did something lately, and who may be messaged: the latter follows from the ledgers of every contact. */
const document = `query { emailAudience(predicates: [{ did: [{ kinds: [OPEN, CLICK], within: "P60D" }] },
  { did: [{ kinds: [OPEN], within: "P30D", atLeast: 3 }] }, { canSend: true }]) { contacts } }`;

interface EmailPart {
  readonly url: string;
  readonly account: number;
  readonly secret: string;
}

/** What one run of the email part took: megabytes at most, and milliseconds until its first answer. */
interface Run {
  readonly megabytes: number;
  readonly firstAnswer: number;
}

/**
 * The email part as a process of its own, as in `npm run start:split`. A first one finds for every contact whether it may be messaged,
 * which takes minutes where no run before left it in the snapshot; with that begins a second one, whose first answer counts.
 */
export async function measureEmailAlone(part: EmailPart): Promise<Run> {
  const first = await runEmail(part);
  const again = await runEmail(part);
  return { megabytes: Math.max(first.megabytes, again.megabytes), firstAnswer: again.firstAnswer };
}

async function runEmail({ url, account, secret }: EmailPart): Promise<Run> {
  const [port, nobody] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [...programOptions, await programOf('subgraphs/email/src/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: url,
      PEERS: `identity=http://127.0.0.1:${nobody}`,
      UCP_SECRET: secret,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  const part = connectRemotely('email', origin, createTokens(createSecret(secret)), 'bench');
  const caller = { ...serviceCaller('bench', account), scopes: [serviceScope] };
  try {
    for (let tries = 0; (await fetch(`${origin}/livez`).catch(() => null))?.ok !== true; tries++) {
      if (tries === 400) throw new Error('the email part did not come up');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const began = performance.now();
    for (;;) {
      // A first answer may take longer than a caller waits.
      const answer = await part.execute({ query: document }, caller).catch(() => null);
      if (answer !== null && answer.errors === undefined) break;
      // What it still works on for an ask that was given up would grow by each further one.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    const firstAnswer = performance.now() - began;
    for (let asked = 0; asked < 20; asked++) await part.execute({ query: document }, caller);
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
    return { megabytes: Number(kilobytes) / 1_000, firstAnswer };
  } finally {
    await part.close();
    // It ends when its snapshot is written.
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
}
