import type { FrameLanguage } from '../digest/frame-text.ts';
import { type Html, type HtmlValue, html } from '../digest/html-template.ts';
import { readerText } from './reader-text.ts';

/** A page for a reader of the digest, who may not open the others: no navigation, in their own language. */
export function readerLayout(language: FrameLanguage, title: string, ...parts: HtmlValue[]): string {
  const { product } = readerText[language];
  return `<!doctype html>${html`<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title} · ${product}</title>
<link rel="stylesheet" href="/style.css"></head>
<body><header class="top"><div class="wide reader"><span class="name">${product}</span></div></header>
<main id="main" class="wide reader">${parts}</main></body></html>`}`;
}

/** A page that says one thing to a reader. */
export function readerMessage(language: FrameLanguage, title: string, text: HtmlValue, more?: Html): string {
  return readerLayout(language, title, html`<div class="message"><h1>${title}</h1><p>${text}</p>${more}</div>`);
}
