import { afterAll, beforeAll, beforeEach } from 'vitest';
import { setLogSink } from '../../lib/log.ts';
import { type LoopbackIssuer, startIssuer } from './loopback-issuer.ts';
import { accounts, openSignInWeb, publicUrl, type SignInWebOptions } from './open-sign-in-web.ts';

/** An issuer for all tests of a file, pages that sign in there, and what each test logs. */
export function withIssuer() {
  let provider: LoopbackIssuer;
  const logged: unknown[] = [];
  beforeAll(async () => {
    provider = await startIssuer({ publicUrl, accounts });
    setLogSink((line) => logged.push(line));
  });
  beforeEach(() => {
    logged.length = 0;
  });
  afterAll(async () => {
    setLogSink();
    await provider.close();
  });
  const issuer = () => provider.issuer;
  const open = (settings: Partial<SignInWebOptions> = {}) => openSignInWeb({ issuer: issuer(), ...settings });
  return { logged, issuer, open };
}
