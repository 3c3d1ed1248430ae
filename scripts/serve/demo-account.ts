import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serviceCaller } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { hashOf } from '@ucp/kit/token';
import { accountSettings, demoName } from '../demo/account.ts';

const roles = ['ADMIN', 'MARKETER', 'ANALYST', 'PARTNER', 'FRONTEND'] as const;
type KeyName = Lowercase<(typeof roles)[number]>;

export interface DemoAccount {
  readonly keys: Readonly<Record<KeyName, string>>;
  /** True: it was made just now and is empty. */
  readonly created: boolean;
}

/** What `.data/demo.json` says, for scripts and people. */
export interface DemoFile {
  readonly url: string;
  readonly keys: DemoAccount['keys'];
  readonly account: string;
}

const fileOf = (folder: string): string => path.join(folder, 'demo.json');

/** The demo account with a key of each role: those of an earlier start where they still work. */
export async function openDemoAccount(identity: Connection, folder: string): Promise<DemoAccount> {
  const known = await workingKeys(identity, folder);
  if (known !== null) return { keys: known, created: false };
  const opened = await service(
    identity,
    'mutation ($name: String!, $settings: AccountSettingsInput, $roles: [Role!]!) { accountOpen(name: $name, settings: $settings, roles: $roles) { created keys } }',
    {
      name: demoName,
      settings: accountSettings,
      roles,
    },
  );
  const { created, keys } = Object(opened.accountOpen);
  return { created, keys: Object(Object.fromEntries(roles.map((role, i) => [role.toLowerCase(), keys[i]]))) };
}

export const writeDemoFile = (folder: string, file: DemoFile): void =>
  writeFileSync(fileOf(folder), `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });

async function workingKeys(identity: Connection, folder: string): Promise<DemoAccount['keys'] | null> {
  const file = readDemoFile(folder);
  if (file === null) return null;
  for (const key of Object.values(file.keys)) {
    const { principalOfKey } = await service(
      identity,
      'query ($hash: String!) { principalOfKey(hash: $hash) { account } }',
      { hash: hashOf(key) },
    );
    if (principalOfKey === null) return null;
  }
  return file.keys;
}

function readDemoFile(folder: string): DemoFile | null {
  try {
    return JSON.parse(readFileSync(fileOf(folder), 'utf8'));
  } catch {
    return null;
  }
}

async function service(
  identity: Connection,
  query: string,
  variables: Record<string, unknown>,
): Promise<Readonly<Record<string, unknown>>> {
  const { data, errors } = await identity.execute({ query, variables }, serviceCaller('start'));
  if (data === null || data === undefined || errors !== undefined)
    throw new Error(`identity did not answer: ${errors?.[0]?.message}`);
  return data;
}
