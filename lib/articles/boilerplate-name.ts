/**
 * What a class, id or role says an element is: `furniture` is hardly ever the article, `small` only when
 * short, `links` when short or mostly links, `byline` names the author. `discussion` is other people's text,
 * `aside` an element that says so itself, `quoted` a post from elsewhere that the article shows.
 */
export type Suspicion = 'discussion' | 'furniture' | 'small' | 'links' | 'byline' | 'aside' | 'quoted';

// Matched against names split into lower-case words: "relatedArticles js-share" reads " related articles js share ".
const discussion =
  / (comments?( (list|section|area|thread|box|form|wrapper|container|count|feed))?|disqus|fb comments|livefyre|spot ?im|cookies?|consent|gdpr|onetrust|adverts?|advertisements?|ads?|adsense|adsbygoogle|ad (slot|unit|wrap|wrapper|container|banner|break|label)|dfp|gpt|leaderboard|skyscraper|taboola|outbrain|zergnet|revcontent|mgid|kommentar(e|er|bereich)?|commentaires?|comentarios?|commenti|anzeigen?|werbung|publicite|publicidad|pubblicita|annons(er)?|reklam[ae]?|mainos) /;
const furniture =
  / (privacy|advertorial|sharedaddy|share|shares|sharing|sharebar|addtoany|addthis|sharethis|social|socials|breadcrumbs?|pagination|pager|paging|navbar|navigation|nav|menu|toolbar|skip link|sr only|screen reader( text)?|visually ?hidden|modal|popup|overlay|lightbox|newsletters?|signup|sign up|subscribe|donate|donation|login|survey|poll|print only|masthead|sitemap|site footer|page footer|tooltip|teilen|partag(e|er|es)|compartir|condividi|delen|merkzettel|brotkrumen|fil d? ?ariane|migas|abo box|abonnement|fusszeile|kopfzeile) /;
const links =
  / (related|recirc|recirculation|recommended|recommendations?|recommend|more (from|on|stories|news|in|articles|like|about)|read (more|next|also)|readmore|also read|see also|also like|you may|might like|most (read|popular|viewed|shared|recent|watched)|popular|trending|latest( news| stories)?|up next|next up|next (post|article|story)|prev(ious)? (post|article|story)|post navigation|teasers?|promos?|promoted|promotion|sponsored?|sponsor|partners?|sidebar|side bar|rail|right rail|widget|widgets|tags?|tag list|tags? links|topics?|keywords|categories|cat links|channels|linkbox|links? list|story package|explore more|further reading|external links|jp relatedposts|yarpp|toc|table of contents|in this (article|story)|quick links|hashtags?|playlist|carousel|slider|slideshow|gallery|footer|subscription|paywall|weiterfuehrend\w*|verwandte\w*|mehr (zum|aus|von)|meistgelesen\w*|themen|schlagworte|a lire|lire aussi|voir aussi|sur le meme|articles lies|mots cles|etiquettes|relacionad[oa]s?|te puede|mas leid[oa]s|etiquetas|temas|correlat\w+|leggi anche|potrebbe\w*|relaterat|relaterade|relaterte|las (mer|ocksa)|mest last|lees (ook|meer)|gerelateerd\w*|powiazane|czytaj|ilgili) /;
const small =
  / (caption|captions|wp caption text|image caption|photo (caption|credit|by)|credit|credits|copyright|image (credit|source|meta)|media (meta|caption|credit)|figcaption|pull ?quote|pullquotes|pulled quote|time ?stamp|timestamp|published|publish date|pub ?date|post date|entry (date|meta|utility|footer)|date time|datetime|updated|post meta|article (meta|info|tools|date|footer)|story (meta|tools|date|footer)|meta|meta data|metadata|read(ing)? time|time to read|word count|view count|views|rating|ratings|votes|likes?|reactions?|reaction bar|feedback|report (an )?error|corrections? link|follow|following|follow us|app (promo|download|store)|audio player|listen|text to speech|video player|player|disclaimer|disclosure|affiliate|legal|kicker|eyebrow|section label|article label|category|rubric|trust|no ?display|noprint|font size|text size|translate|language switcher|alert|notice|banner|callout|cta|call to action|button|btn|buttons|loading|spinner|placeholder|error message|toast|house ad|notification|notifications|open in app|bildunterschrift|bildunterzeile|bildnachweis|bildquelle|bildtext|legende|credit photo|pie de foto|didascalia|datum|fecha|zeitstempel|lesezeit|temps de lecture|tiempo de lectura) /;
const byline =
  / (by ?line|bylines|author|authors|author (name|bio|info|box|card|meta|details|description|block|profile)|about (the )?author|writer|contributors?|reporter|posted by|written by|article byline|autor|auteur|autore|vcard|bio|biography|staff|autorenbox|autoren|auteurs?|autores|autori|forfattare|skribent|redakteur|redacteur|signature) /;

const quotedPost = / (tweet|twitter tweet|embed|embedded|instagram media|quote|blockquote) /;
const hiddenClass = /(^|\s)(hidden|hide|d-none|is-hidden|print-only|noprint|no-print)(\s|$)/;

const wordpressMarks = /\b(?:tag|category|postid|status|format|type|post|author)-[\w-]+/g;

/** First letters of every word that a pattern names: most names hold none of them. */
const beginnings = new Set(
  [discussion, furniture, links, small, byline, quotedPost].flatMap(({ source }) =>
    (source.match(/[a-z]+/g) ?? []).map((word) => word.slice(0, 3)),
  ),
);

function mayBeSuspect(text: string): boolean {
  return text.split(' ').some((word) => {
    return beginnings.has(word.slice(0, 3)) || beginnings.has(word.slice(0, 2)) || beginnings.has(word.slice(0, 1));
  });
}

/** @param names class, id, role and test ids of one element, joined by spaces */
export function suspectName(names: string): Suspicion | undefined {
  const spaced = names
    .replace(wordpressMarks, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ');
  if (!mayBeSuspect(spaced) && !hiddenClass.test(names)) return undefined;
  const text = ` ${spaced.replaceAll(' ', '  ')} `.replace(/ +/g, ' ');
  if (discussion.test(text)) return 'discussion';
  if (byline.test(text)) return 'byline';
  if (small.test(text) || hiddenClass.test(names)) return 'small';
  if (quotedPost.test(text)) return 'quoted';
  if (furniture.test(text)) return 'furniture';
  if (links.test(text)) return 'links';
  return undefined;
}

const bodyNames =
  /(article|story|post|entry|page|news|content|blog)[-_ ]?(body|content|text|copy|main)|articlebody|(^|[-_ ])(hentry|body-copy|bodycopy|article__body|storytext|mw-parser-output)([-_ ]|$)/i;

/** Whether the class or id says that the article's body is in here. */
export function namesArticleBody(names: string): boolean {
  return bodyNames.test(names);
}

const dateNames =
  /(^|[^a-z])((entry|post|article|story|news|item|publish(ed|ing)?|pub)[-_ ]?)?(date|time|datum|fecha|tarikh)([^a-z]|$)|published|pubdate|datepublished|timestamp|publi[eé]|veroeffentlicht/i;

/** Whether the class or id says that a date is in here. */
export function namesDate(names: string): boolean {
  return dateNames.test(names);
}
