import { hash } from 'node:crypto';

/** A digest of what was asked, whatever the order of its names: the same under one key is the same request. */
export const digestOf = (asked: unknown): Buffer => Buffer.from(hash('sha256', canonical(asked), 'hex'), 'hex');

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}
