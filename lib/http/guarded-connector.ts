import net from 'node:net';
import tls from 'node:tls';
import ipaddr from 'ipaddr.js';
import type { buildConnector } from 'undici';
import { isPublicAddress } from './is-public-address.ts';
import { bareHost } from './read-web-address.ts';

/** The name leads, or the connection went, to an address that is not public. Nothing was sent. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** No connection within the time for one. */
export class ConnectTimeoutError extends Error {
  override readonly name = 'ConnectTimeoutError';
}

export interface ConnectorNeeds {
  /** Every address of a name, once per connection. Rejects as `dns.lookup` does. */
  resolve: (host: string) => Promise<string[]>;
  /** Opens TCP to a literal address; ends with the signal. */
  dial: (address: string, port: number, signal: AbortSignal) => Promise<net.Socket>;
  connectSeconds: number;
}

/** Addresses of one name that are tried before giving up. */
const MAX_DIALS = 3;

/**
 * The socket when the event has come; destroyed when the signal comes first. Afterwards the signal has no hold on it,
 * because a body may take longer than a connection. The listener for errors stays: one that comes when nobody waits any
 * more must not end the process.
 */
function readySocket<S extends net.Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      socket.destroy();
      reject(signal.reason);
    };
    const settle = (end: () => void) => () => {
      signal.removeEventListener('abort', abort);
      end();
    };
    socket.on('error', (error) => settle(() => reject(error))());
    socket.once(
      event,
      settle(() => resolve(socket)),
    );
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** Opens TCP to a literal address, without any name resolution. */
export function dialAddress(address: string, port: number, signal: AbortSignal): Promise<net.Socket> {
  return readySocket(net.connect({ host: address, port, noDelay: true }), 'connect', signal);
}

function startTls(socket: net.Socket, host: string, signal: AbortSignal): Promise<net.Socket> {
  // SNI carries names only; a literal address is held against the certificate through `host`.
  const name = net.isIP(host) === 0 ? { servername: host } : { host };
  const secure = tls.connect({ socket, ALPNProtocols: ['http/1.1'], ...name });
  return readySocket(secure, 'secureConnect', signal);
}

/** The promise, or the signal's reason when that comes first: name resolution cannot be stopped from outside. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** @throws PrivateAddressError when one of the name's addresses is not public, before any connection */
async function publicAddresses(
  host: string,
  isAllowed: boolean,
  resolve: ConnectorNeeds['resolve'],
): Promise<string[]> {
  const addresses = net.isIP(host) === 0 ? await resolve(host) : [host];
  const hidden = isAllowed ? undefined : addresses.find((address) => !isPublicAddress(address));
  if (hidden !== undefined) throw new PrivateAddressError(`not a public address: ${host} is ${hidden}`);
  return addresses.slice(0, MAX_DIALS);
}

const isSameAddress = (one: string, other: string): boolean =>
  ipaddr.parse(one).toNormalizedString() === ipaddr.parse(other).toNormalizedString();

async function dialFirst(addresses: string[], port: number, needs: ConnectorNeeds, signal: AbortSignal) {
  let failure: unknown = Object.assign(new Error('no address'), { code: 'ENODATA' });
  for (const address of addresses) {
    try {
      return { address, socket: await needs.dial(address, port, signal) };
    } catch (error) {
      failure = error;
      if (signal.aborted) break;
    }
  }
  throw failure;
}

/**
 * Connects to the host of one address and to nothing else: the name is resolved once, all its answers must be public,
 * the socket is opened to one of exactly these and looked at again before anything is sent. It stands in undici's
 * connector because a `lookup` hook never sees literal addresses.
 *
 * @param isAllowed the origin is one of the operator's own: addresses are not judged
 */
export function createGuardedConnector(
  url: URL,
  isAllowed: boolean,
  signal: AbortSignal,
  needs: ConnectorNeeds,
): buildConnector.connector {
  async function connect(): Promise<net.Socket> {
    const host = bareHost(url);
    const overdue = AbortSignal.timeout(needs.connectSeconds * 1000);
    const stop = AbortSignal.any([signal, overdue]);
    try {
      const addresses = await unlessAborted(publicAddresses(host, isAllowed, needs.resolve), stop);
      const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
      const { address, socket } = await dialFirst(addresses, port, needs, stop);
      const reached = socket.remoteAddress ?? '';
      if (!isAllowed && !(isPublicAddress(reached) && isSameAddress(reached, address))) {
        socket.destroy();
        throw new PrivateAddressError(`the connection to ${host} went to ${reached} instead of ${address}`);
      }
      return url.protocol === 'https:' ? await startTls(socket, host, stop) : socket;
    } catch (error) {
      if (overdue.aborted) throw new ConnectTimeoutError('', { cause: error });
      throw error;
    }
  }
  return (_options, callback) => {
    connect().then(
      (socket) => callback(null, socket),
      (error) => callback(error, null),
    );
  };
}
