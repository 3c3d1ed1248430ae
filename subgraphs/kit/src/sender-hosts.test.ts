import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { connectTo, isPrivateHost, isPublicAddress, publicLookup } from './sender-hosts.ts';

test.each([
  '10.0.0.5',
  '172.16.3.4',
  '192.168.1.1',
  '127.0.0.1',
  '127.8.9.10',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '192.0.2.1',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:10.0.0.5',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a00:5',
  '2002:a00:5::1',
  'fe80::1',
  'fec0::1',
  'fd12:3456:789a::1',
  'ff02::1',
  // Spellings that a resolver takes for 127.0.0.1.
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '127.1',
])('%s is not of the public internet', (address) => {
  expect([isPublicAddress(address), isPrivateHost(address)]).toEqual([false, true]);
});

test.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])('%s is', (address) => {
  expect([isPublicAddress(address), isPrivateHost(address)]).toEqual([true, false]);
});

test('this machine is private by its names, and others by what they lead to only', () => {
  expect(['localhost', 'LocalHost.', 'mail.localhost', '[::1]', 'smtp.example.com'].map(isPrivateHost)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

test('a name that leads to this machine is not connected to, by whichever spelling, unless it is allowed', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const host of ['localhost', '127.0.0.1', '::ffff:127.0.0.1', '0x7f000001', '127.1'])
    await expect(connectTo(host, port, false, 5_000)).rejects.toMatchObject({ code: 'HOST_NOT_ALLOWED' });
  expect(connections).toBe(0);
  (await connectTo('127.0.0.1', port, true, 5_000)).destroy();
  await expect.poll(() => connections).toBe(1);
  server.close();
});

test('a name is looked up to public addresses only, one or all as it is asked for', async () => {
  for (const all of [true, false]) {
    const code = await new Promise((resolve) => publicLookup('localhost', { all }, (error) => resolve(error?.code)));
    expect(code).toBe('HOST_NOT_ALLOWED');
  }
  const found = await new Promise((resolve) =>
    publicLookup('8.8.8.8', {}, (_error, address, family) => resolve([address, family])),
  );
  expect(found).toEqual(['8.8.8.8', 4]);
});
