import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

export interface LoopbackIssuer {
  issuer: string;
  close(): Promise<void>;
}

export interface IssuerOptions {
  /** Where the issuer may send the browser back to. */
  publicUrl: string;
  /** Mail address of each account, and whether it is verified. */
  accounts?: Readonly<Record<string, { email: string; email_verified?: boolean }>>;
  client?: Record<string, unknown>;
  /** `localhost` is another site than the page's 127.0.0.1. */
  host?: '127.0.0.1' | 'localhost';
  /** Any that is free, unless said. */
  port?: number;
  /** Over the tests' own. */
  configuration?: Configuration;
}

export const clientId = 'vigil-of-the-tests';

/** A whole OpenID provider on loopback, which believes whoever names an account and asks for no password. */
export async function startIssuer(options: IssuerOptions): Promise<LoopbackIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const issuer = `http://${options.host ?? '127.0.0.1'}:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationOf(options));
  const handle = provider.callback();
  server.on('request', async (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    if (!path.startsWith('/interaction/')) return handle(request, response);
    const { prompt, params } = await provider.interactionDetails(request, response);
    if (request.method === 'GET') return response.setHeader('content-type', 'text/html').end(loginPage(path));
    const form = new URLSearchParams((await readAll(request)).toString());
    const account = form.get('account') ?? '';
    if (form.has('cancel')) {
      return provider.interactionFinished(
        request,
        response,
        { error: 'access_denied' },
        { mergeWithLastSubmission: false },
      );
    }
    const grant = new provider.Grant({ accountId: account, clientId: String(params.client_id) });
    grant.addOIDCScope('openid email');
    const consent = { grantId: await grant.save() };
    const result = prompt.name === 'login' ? { login: { accountId: account }, consent } : { consent };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  });
  return { issuer, close: () => closeServer(server) };
}

function configurationOf({ publicUrl, accounts, client, configuration }: IssuerOptions): Configuration {
  return {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [`${publicUrl}/sign-in/callback`],
        post_logout_redirect_uris: [`${publicUrl}/signed-out`],
        token_endpoint_auth_method: 'none',
        ...client,
      },
    ],
    pkce: { required: () => true },
    claims: { email: ['email', 'email_verified'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: async () => ({ sub: accountId, ...accounts?.[accountId] }),
    }),
    cookies: { keys: ['a key of the tests'] },
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    ...configuration,
  };
}

const loginPage = (action: string) => `<!doctype html><html lang="en"><head><title>Issuer</title></head><body><main>
<h1>Issuer</h1><form method="post" action="${action}"><label>Account <input name="account"></label>
<button name="go">Sign in</button><button name="cancel">Cancel</button></form></main></body></html>`;

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

const closeServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
