import type { Digest } from './digest.ts';
import type { DigestLinks } from './digest-links.ts';
import { frameDollars, frameNumber } from './frame-number.ts';
import { frameText } from './frame-text.ts';
import { type Html, html, sentence } from './html-template.ts';
import { countedIn, joined, link } from './mail-parts.ts';
import { bodySize, light } from './mail-theme.ts';
import { sectionText } from './section-text.ts';

/** What was done for this digest: feeds, articles, money. */
export function runSentences(digest: Digest): string {
  const { language, health, run } = digest;
  const number = (count: number): string => frameNumber(count, language);
  const words = sectionText[language].run;
  const feeds = frameText[language].run({
    watched: number(health.watched),
    checked: number(health.checked),
    failing: number(health.failing),
    silent: number(health.silent),
  });
  if (!run) return feeds;
  return `${feeds} ${words.read(countedIn(run.articlesRead, digest), run.day)} ${words.cost(frameDollars(run.dollars, language))}`;
}

/** As the command takes it, the same in every language. */
const sealedWindow = ({ manifest: { from, to } }: Digest) => ({
  from: from.replace(/\.000Z$/, 'Z'),
  to: to.replace(/\.000Z$/, 'Z'),
});

export function sealSentence(digest: Digest): string {
  const { from, to } = sealedWindow(digest);
  return sectionText[digest.language].manifest.note(countedIn(digest.manifest.articles, digest), from, to);
}

/** The run's line, the seal of the archive, why the mail came and how to be rid of it. */
export function renderFoot(digest: Digest, links: DigestLinks): Html {
  const text = frameText[digest.language];
  const line = (content: Html | string, marginTop: number, size = 13): Html =>
    html`<p class="muted" style="margin:${marginTop}px 0 0;${bodySize(digest.direction, size)}color:${light.muted};">${content}</p>`;
  const ways = [
    link(`${links.publicUrl}/`, text.page),
    links.editionUrl && link(links.editionUrl, text.inBrowser),
    links.preferencesUrl && link(links.preferencesUrl, text.preferences),
    link(links.unsubscribeUrl, text.unsubscribe),
  ].filter((way) => way !== undefined && way !== '');
  return html`<tr><td class="pad" style="padding:10px 32px 36px 32px;"><div class="rule" style="border-top:1px solid ${light.rule};padding-top:18px;">
${line(runSentences(digest), 0)}
${line(html`${sectionText[digest.language].manifest.label}: ${sentence(sealSentence(digest))}`, 10)}
<p dir="ltr" class="muted" style="margin:2px 0 0;text-align:${digest.direction === 'rtl' ? 'right' : 'left'};font-family:Menlo,Consolas,monospace;font-size:11px;line-height:16px;word-break:break-all;color:${light.muted};">${digest.manifest.sha256}</p>
${line(`${text.whyYouGetThis} ${text.zoneNote(digest.zone)} ${text.privacy}`, 10)}
${line(html`${joined(ways, ' · ')}`, 14, 14)}
</div></td></tr>`;
}
