import { readFileSync } from 'node:fs';
import { serviceCaller } from '@ucp/kit/caller';
import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { chosenColumns, columnsOf } from './columns.ts';

const sdl = readFileSync(new URL('../../../../schema/supergraph.graphql', import.meta.url), 'utf8');
const supergraph = buildASTSchema(parse(sdl), { assumeValid: true });
const all = columnsOf(supergraph, { identifierKinds: ['EMAIL', 'PUSH'], fieldKeys: ['city'] });
const withScopes = (...scopes: readonly string[]) => ({ ...serviceCaller('test', 1), scopes });

test('without the scope for personal data an export has the columns that are none', () => {
  expect(chosenColumns(all, null, withScopes('contacts:read')).map(({ name }) => name)).toEqual([
    'id',
    'tags',
    'acquisition.kind',
    'acquisition.detail',
    'acquisition.at',
    'createdAt',
    'updatedAt',
    'email.status',
    'email.lastEngagedAt',
    'email.canSend',
    'sms.status',
    'sms.lastEngagedAt',
    'sms.canSend',
  ]);
});

test.each(['displayName', 'identifiers.EMAIL', 'identifiers.PUSH', 'customFields.city', 'email.address', 'sms.number'])(
  'the column %s is personal, and refused without the scope',
  (name) => {
    expect(() => chosenColumns(all, [name], withScopes('contacts:read'))).toThrow(
      `The column "${name}" needs the scope`,
    );
    expect(chosenColumns(all, [name], withScopes('contacts:read', 'pii:read'))).toHaveLength(1);
  },
);
