import { expect, test } from 'vitest';
import { type Door, findDoor, jsonResponse } from './door.ts';

const door: Door = {
  method: 'POST',
  path: '/webhooks/email/sendgrid/:source',
  scopes: null,
  streams: false,
  handle: async () => jsonResponse(200, {}),
};

test('a door is found by method and path, with its parameters', () => {
  expect(findDoor([door], 'POST', '/webhooks/email/sendgrid/main-1?x=1')?.params).toEqual({ source: 'main-1' });
  expect(findDoor([door], 'GET', '/webhooks/email/sendgrid/main-1')).toBeNull();
  expect(findDoor([door], 'POST', '/webhooks/email/sendgrid')).toBeNull();
  expect(findDoor([door], 'POST', '/webhooks/email/sendgrid/a/b')).toBeNull();
});
