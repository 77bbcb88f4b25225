import { type FrameLanguage, frameText } from './frame-text.ts';
import { html, rawHtml } from './html-template.ts';
import { bodySize, cardStyle, headlineFont, light, styleSheetOf } from './mail-theme.ts';
import { type NoticeKind, noticeText } from './notice-text.ts';

/**
 * A mail that is no edition, in the digest's looks. It repeats nothing that a stranger typed.
 *
 * @param url where its button leads; of a kind without one not needed
 */
export function renderNotice(
  kind: NoticeKind,
  language: FrameLanguage,
  url?: string,
): { subject: string; html: string; text: string } {
  const { subject, lines, button, closing } = noticeText[language][kind];
  const direction = language === 'fa' ? 'rtl' : 'ltr';
  const paragraph = (line: string, tone: 'ink' | 'muted') =>
    html`<p class="${tone}" style="margin:0 0 14px 0;${bodySize(direction, tone === 'ink' ? 16 : 13)}color:${light[tone]};">${line}</p>`;
  const action =
    button !== undefined &&
    url !== undefined &&
    html`<p style="margin:6px 0 20px 0;${bodySize(direction, 16)}"><a href="${url}" class="link" style="color:${light.link};font-weight:700;text-decoration:underline;">${button}</a></p>`;
  return {
    subject,
    text: `${[...lines, ...(action ? [url ?? ''] : []), closing, frameText[language].privacy].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="${language}" dir="${direction}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${subject}</title><style>${rawHtml(styleSheetOf(direction))}</style></head>
<body class="page" style="margin:0;padding:0;background:${light.page};">
<div role="main" lang="${language}" dir="${direction}">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${light.page}" style="background:${light.page};"><tr><td align="center" style="padding:16px 0;">
<table role="presentation" class="card" dir="${direction}" width="640" cellpadding="0" cellspacing="0" border="0" bgcolor="${light.card}" style="${cardStyle(direction)}"><tr><td class="pad" style="padding:30px 32px;">
<h1 class="ink" style="margin:0 0 16px 0;${headlineFont(direction, 22, direction)}color:${light.ink};">${subject}</h1>
${lines.map((line) => paragraph(line, 'ink'))}${action}${paragraph(closing, 'muted')}${paragraph(frameText[language].privacy, 'muted')}
</td></tr></table></td></tr></table></div></body></html>
`.markup,
  };
}
