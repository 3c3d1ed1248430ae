import { lookup } from 'node:dns';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Where senders may lead. Their settings are the account's, and the network we run in is not: unless the installation allows it, no
 * connection is made to anything but the public internet, judged by the address that is then connected to.
 */

/** What becomes of a message whose sender leads elsewhere. */
export const hostNotAllowed = {
  code: 'HOST_NOT_ALLOWED',
  detail: 'The settings of the sender lead into a network that this installation does not send to.',
} as const;

/** Addresses that IANA has given to the public: RFC 4291, 2.4 for IPv6. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** False for anything that is no address. An IPv4 address within an IPv6 one is judged as itself. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv6 ? parsed.match(globalUnicast) : true;
}

/** Whether a host is not of the public internet by what it is called already. What other names lead to is seen when they are resolved. */
export function isPrivateHost(host: string): boolean {
  const name = host.replace(/^\[|\]$|\.$/g, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || (ipaddr.isValid(name) && !isPublicAddress(name));
}

class HostNotAllowed extends Error {
  readonly code = hostNotAllowed.code;
}

/** Resolves as the machine does, to public addresses only. Fails with the code `HOST_NOT_ALLOWED` where there is none. */
export const publicLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, []);
    const addresses = found.filter(({ address }) => isPublicAddress(address));
    const [first] = addresses;
    if (first === undefined) return done(new HostNotAllowed(hostNotAllowed.detail), []);
    if (options.all === true) return done(null, addresses);
    done(null, first.address, first.family);
  });
};

/** Milliseconds that an address of several has before the next is tried; Node's quarter of a second is too short for a far one. */
const attempt = 1_000;

/**
 * @param host a name, or an address
 * @param milliseconds given up after
 * @throws Error with the `code` of the network, or `HOST_NOT_ALLOWED`
 */
export function connectTo(host: string, port: number, allowPrivate: boolean, milliseconds: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // An address is not looked up.
    if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new HostNotAllowed(hostNotAllowed.detail);
    const lookUp = allowPrivate ? {} : { lookup: publicLookup };
    const socket = connect({ host, port, keepAlive: true, autoSelectFamilyAttemptTimeout: attempt, ...lookUp });
    const late = setTimeout(
      () => socket.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })),
      milliseconds,
    );
    const failed = (error: Error) => {
      clearTimeout(late);
      reject(error);
    };
    socket.once('error', failed);
    socket.once('connect', () => {
      clearTimeout(late);
      socket.off('error', failed);
      resolve(socket);
    });
  });
}
