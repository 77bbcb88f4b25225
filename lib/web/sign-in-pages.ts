import { html } from '../digest/html-template.ts';
import { safeLink } from '../digest/safe-link.ts';
import { messagePage } from './layout.ts';
import type { SignInFailure } from './sign-in-error.ts';

interface Told {
  status: 400 | 403 | 500 | 503;
  title: string;
  /** What happened, and what to do. */
  text: string;
}

const AGAIN = 'Sign in again; nothing was changed.';

export const failures: Readonly<Record<SignInFailure, Told>> = {
  refused: {
    status: 403,
    title: 'You were not signed in',
    text: 'The sign-in was cancelled, or your account may not use this page. Try again, or ask whoever invited you.',
  },
  unreachable: {
    status: 503,
    title: 'The sign-in cannot be reached',
    text: 'The service that signs people in does not answer. It was logged. Try again in a few minutes; who is signed in already can go on.',
  },
  'set-up': {
    status: 500,
    title: 'The sign-in is not set up right',
    text: 'The service that signs people in refuses this page itself. It was logged; please tell whoever runs it.',
  },
  used: { status: 400, title: 'This sign-in was used already', text: AGAIN },
  unfitting: { status: 400, title: 'The sign-in did not work', text: `What came back does not fit. ${AGAIN}` },
  lost: {
    status: 400,
    title: 'This sign-in has ended',
    text: `It took longer than ten minutes, was finished before, or was begun in another browser. ${AGAIN} If this page comes back, allow cookies for this site.`,
  },
  'not-allowed': {
    status: 403,
    title: 'This account may not open the page',
    text: 'Your account is known, but its mail address is not on the list of this page, or was not verified. Use another account, or ask whoever runs the page.',
  },
};

/** @param signOutUrl where another account can be chosen */
export function signInFailurePage(failure: SignInFailure, signOutUrl?: URL): string {
  const { title, text } = failures[failure];
  const away = signOutUrl && safeLink(signOutUrl.href);
  // Where the issuer remembers the account, the sign-in would lead back here at once.
  const [address, name] = away ? [away, 'Use another account'] : ['/sign-in', 'Sign in again'];
  return messagePage(title, text, html`<p class="actions"><a class="button" href="${address}">${name}</a></p>`);
}

export function signedOutPage(): string {
  return messagePage(
    'You are signed out',
    'If other people use this device, close the browser too.',
    html`<p class="actions"><a class="button" href="/sign-in">Sign in again</a></p>`,
  );
}

/** Stands for a moment, until the browser has gone on to the issuer. */
export function leavingPage(signOutUrl: URL): string {
  const on = safeLink(signOutUrl.href);
  return messagePage(
    'You are signed out here',
    html`Next, <bdi>${signOutUrl.host}</bdi> signs you out as well.`,
    html`<p class="actions">${on && html`<a class="button" href="${on}">Go on</a>`}</p>`,
  );
}
