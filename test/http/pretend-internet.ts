import http from 'node:http';
import type net from 'node:net';
import { createWebFetcher, type WebFetcherOptions } from '../../lib/http/create-web-fetcher.ts';
import { dialAddress } from '../../lib/http/guarded-connector.ts';

/** A public address; every name has it unless the test says otherwise. Nothing is ever sent there. */
export const PUBLIC_ADDRESS = '93.184.216.34';

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

export interface PretendInternet {
  /** Answers of the resolver by name, taken one after the other; the last one stays. */
  names: Map<string, string[][]>;
  /** Names that were asked for, addresses that were dialled, requests that arrived. */
  questions: string[];
  dials: string[];
  requests: { host: string; path: string; headers: http.IncomingHttpHeaders }[];
  origin: string;
  port: number;
  fetcher(options?: Partial<WebFetcherOptions>): ReturnType<typeof createWebFetcher>;
  close(): Promise<void>;
}

/**
 * One loopback server that answers for every public address: the resolver and the dialler are injected, so that names,
 * ports 80 and redirects between hosts are as on the internet while every byte stays on 127.0.0.1.
 */
export async function startPretendInternet(handler: Handler): Promise<PretendInternet> {
  const requests: PretendInternet['requests'] = [];
  const server = http.createServer((request, response) => {
    requests.push({ host: request.headers.host ?? '', path: request.url ?? '', headers: request.headers });
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  const names: PretendInternet['names'] = new Map();
  const questions: string[] = [];
  const dials: string[] = [];
  const fetchers: ReturnType<typeof createWebFetcher>[] = [];

  return {
    names,
    questions,
    dials,
    requests,
    origin: `http://127.0.0.1:${port}`,
    port,
    fetcher(options = {}) {
      const fetcher = createWebFetcher({
        contactUrl: 'https://monitor.example/contact',
        hostGapSeconds: 0,
        allowedOrigins: [],
        async resolve(host) {
          questions.push(host);
          const answers = names.get(host) ?? [[PUBLIC_ADDRESS]];
          return (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
        },
        dial(address, dialledPort, signal) {
          dials.push(`${address} ${dialledPort}`);
          return pretendDial(address, port, signal);
        },
        ...options,
      });
      fetchers.push(fetcher);
      return fetcher;
    },
    async close() {
      await Promise.all(fetchers.map((fetcher) => fetcher.close()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Goes to the loopback server and claims to have reached the address. */
export async function pretendDial(address: string, port: number, signal: AbortSignal): Promise<net.Socket> {
  const socket = await dialAddress('127.0.0.1', port, signal);
  return Object.defineProperty(socket, 'remoteAddress', { value: address });
}

/** A page that anyone may read. */
export const PAGE = '<!doctype html><title>News</title><p>Text';

export function sendPage(response: http.ServerResponse, headers: http.OutgoingHttpHeaders = {}): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(PAGE);
}
