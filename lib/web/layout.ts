import { displayText } from '../digest/display-text.ts';
import { type Html, type HtmlValue, html } from '../digest/html-template.ts';
import type { Visitor } from './visitor.ts';

const PAGES = [
  ['/', 'Coverage'],
  ['/feeds', 'Feeds'],
  ['/digest', 'Digest'],
  ['/cost', 'Cost'],
] as const;

export interface LayoutOptions {
  title: string;
  /** The path of the page in the navigation; absent outside it. */
  path?: string;
  /** Who is signed in, and can sign out. */
  visitor?: Visitor | undefined;
}

/** A whole document around the parts of a page. */
export function layout({ title, path, visitor }: LayoutOptions, ...parts: HtmlValue[]): string {
  const navigation = PAGES.map(
    ([address, name]) => html`<a href="${address}"${path === address && html` aria-current="page"`}>${name}</a>`,
  );
  return `<!doctype html>${html`<html lang="en" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title} · Vigil</title>
<link rel="stylesheet" href="/style.css"></head>
<body><a class="skip" href="#main">To the content</a>
<header class="top"><div class="wide"><a class="name" href="/">Vigil</a>${path !== undefined && html`<nav aria-label="Pages">${navigation}</nav>`}${visitor && signOutForm(visitor)}</div></header>
<main id="main" class="wide">${parts}</main></body></html>`}`;
}

function signOutForm({ name }: Visitor): Html {
  return html`<form class="visitor" method="post" action="/sign-out"><bdi>${displayText(name, 80)}</bdi> <button>Sign out</button></form>`;
}

/** A page that says one thing. */
export function messagePage(title: string, text: HtmlValue, more?: Html): string {
  return layout({ title }, html`<div class="message"><h1>${title}</h1><p>${text}</p>${more}</div>`);
}
