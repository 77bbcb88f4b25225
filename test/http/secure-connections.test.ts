import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWebFetcher } from '../../lib/http/create-web-fetcher.ts';
import { PUBLIC_ADDRESS, pretendDial, sendPage } from './pretend-internet.ts';

/** The machine's, not a package's. */
const OPENSSL = 'openssl';
const hasOpenssl = spawnSync(OPENSSL, ['version']).status === 0;

const portOf = (server: net.Server): number => (server.address() as net.AddressInfo).port;

/** A self-signed certificate for news.org and 8.8.8.8, made for one run. */
function makeCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const file = (name: string) => join(folder, name);
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=news.org', '-addext', 'subjectAltName=DNS:news.org,IP:8.8.8.8'];
  spawnSync(OPENSSL, [...kind, ...names, '-keyout', file('key.pem'), '-out', file('cert.pem')]);
  const made = { key: readFileSync(file('key.pem'), 'utf8'), cert: readFileSync(file('cert.pem'), 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}

describe.skipIf(!hasOpenssl)('secure connections (needs openssl for a certificate)', () => {
  let server: https.Server;
  let cert: string;
  const asked: { name: unknown; host: unknown }[] = [];
  const trusted = tls.getCACertificates('default');

  beforeAll(async () => {
    const made = makeCertificate();
    cert = made.cert;
    server = https.createServer(made, (request, response) => {
      asked.push({ name: (request.socket as tls.TLSSocket).servername, host: request.headers.host });
      sendPage(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    tls.setDefaultCACertificates(trusted);
    server.closeAllConnections();
    server.close();
  });

  async function fetchFrom(host: string) {
    asked.length = 0;
    const fetcher = createWebFetcher({
      contactUrl: 'https://monitor.example/contact',
      hostGapSeconds: 0,
      allowedOrigins: [],
      resolve: async () => [PUBLIC_ADDRESS],
      dial: (address, _port, signal) => pretendDial(address, portOf(server), signal),
    });
    return fetcher.fetch({ url: `https://${host}/`, kind: 'feed' });
  }

  test('are refused when nobody vouches for the certificate', async () => {
    expect(await fetchFrom('news.org')).toEqual({
      status: 'failed',
      reason: 'unreachable',
      detail: 'no secure connection to news.org: DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(asked).toEqual([]);
  });

  test('name the host in TLS and in HTTP, although the socket goes to an address', async () => {
    tls.setDefaultCACertificates([...trusted, cert]);
    expect(await fetchFrom('news.org')).toMatchObject({ status: 'fetched' });
    expect(asked).toEqual([{ name: 'news.org', host: 'news.org' }]);
  });

  test('are refused when the certificate is for another name', async () => {
    tls.setDefaultCACertificates([...trusted, cert]);
    expect(await fetchFrom('other.org')).toEqual({
      status: 'failed',
      reason: 'unreachable',
      detail: 'no secure connection to other.org: ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(asked).toEqual([]);
  });

  test('name no host in TLS for a literal address, and hold the certificate to it', async () => {
    tls.setDefaultCACertificates([...trusted, cert]);
    expect(await fetchFrom('8.8.8.8')).toMatchObject({ status: 'fetched' });
    expect(asked).toEqual([{ name: false, host: '8.8.8.8' }]);
    expect(await fetchFrom('8.8.4.4')).toMatchObject({ status: 'failed', reason: 'unreachable' });
  });

  test('are a failure where the other side speaks plain text', async () => {
    const plain = net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const origin = `https://127.0.0.1:${portOf(plain)}`;
    const options = { contactUrl: 'https://monitor.example/', hostGapSeconds: 0, allowedOrigins: [origin] };
    expect(await createWebFetcher(options).fetch({ url: origin, kind: 'feed' })).toMatchObject({
      status: 'failed',
      reason: 'unreachable',
      detail: expect.stringContaining('no secure connection to 127.0.0.1'),
    });
    plain.close();
  });

  test('are given up when the other side never answers the greeting', async () => {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    const silent = net.createServer((socket) => socket.on('close', () => close()).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const origin = `https://127.0.0.1:${portOf(silent)}`;
    const options = { contactUrl: 'https://monitor.example/', hostGapSeconds: 0, allowedOrigins: [origin] };
    const fetcher = createWebFetcher({ ...options, limits: { connectSeconds: 0.1 } });
    expect(await fetcher.fetch({ url: origin, kind: 'feed' })).toEqual({
      status: 'failed',
      reason: 'unreachable',
      detail: '127.0.0.1 does not answer',
    });
    await closed;
    silent.close();
  });
});
