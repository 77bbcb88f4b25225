import { type Newsroom, startNewsroom } from '../../lib/local/newsroom/newsroom-server.ts';
import { startIssuer } from '../web/loopback-issuer.ts';
import { readClientId, readPageUrl } from './page-of-template.ts';
import type { TemplateDocument } from './template-document.ts';
import { startTroubledOutlet, type TroubledOutlet } from './troubled-outlet.ts';

/** Who the stack has to do with: outlets, and the issuer at whom people sign in. All on loopback. */
export interface OutsideWorld {
  newsroom: Newsroom;
  outlet: TroubledOutlet;
  pageUrl: string;
  /** Of somebody who may open the page, at the issuer. */
  account: string;
  /** Variables of a stage in place of the template's: without them it would not reach this world. */
  variablesOf(stage: string): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const ACCOUNT = 'invited';

export async function startOutsideWorld(template: TemplateDocument): Promise<OutsideWorld> {
  const now = new Date();
  await using started = new AsyncDisposableStack();
  const pageUrl = readPageUrl(template);
  const newsroom = started.adopt(await startNewsroom({ now }), (server) => server.close());
  const outlet = started.adopt(await startTroubledOutlet(now), (server) => server.close());
  const issuer = await startIssuer({
    publicUrl: pageUrl,
    accounts: { [ACCOUNT]: { email: 'reader@vigil.example', email_verified: true } },
    client: { client_id: readClientId(template) },
  });
  started.adopt(issuer, (server) => server.close());
  const all = started.move();
  return {
    newsroom,
    outlet,
    pageUrl,
    account: ACCOUNT,
    // Two variables are not the template's, because this world lies on loopback: the fetcher refuses it unless it is
    // told, which no deployed function is, and the user pool is AWS's.
    variablesOf(stage): Record<string, string> {
      if (stage === 'web') return { SIGN_IN_ISSUER: issuer.issuer };
      const origins = [newsroom.url, outlet.url].join(',');
      return ['fetch-feed', 'read-article'].includes(stage) ? { ALLOWED_ORIGINS: origins } : {};
    },
    close: () => all.disposeAsync(),
  };
}
