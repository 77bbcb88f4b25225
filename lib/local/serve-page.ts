import { type ServerType, serve } from '@hono/node-server';
import type { MeterNeeds } from '../aws/metered-handler.ts';
import { UserError } from '../errors.ts';
import { createWebApp, type WebNeeds } from '../web/create-web-app.ts';
import { meteredPage } from './metered-page.ts';

export interface ServedPage {
  close(): Promise<void>;
}

/**
 * Serves the page on 127.0.0.1, the same app that runs in the Lambda.
 *
 * @throws UserError when the port is taken
 */
export async function servePage(needs: WebNeeds & MeterNeeds, port: number): Promise<ServedPage> {
  const fetch = meteredPage(createWebApp(needs).fetch, needs);
  const server = await new Promise<ServerType>((resolve, reject) => {
    const starting = serve({ fetch, hostname: '127.0.0.1', port }, () => resolve(starting));
    starting.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)));
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new UserError(`port ${port} is in use: stop the other program or choose another with --port`);
  if (error.code === 'EACCES')
    return new UserError(`port ${port} needs more rights: choose one above 1023 with --port`);
  return error;
}
