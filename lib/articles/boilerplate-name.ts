import { expandPattern } from './expand-pattern.ts';
import { nameWords } from './name-words.ts';

/**
 * What a class, id or role says an element is: `furniture` is hardly ever the article, `small` only when
 * short, `links` when short or mostly links, `byline` names the author. `discussion` is other people's text,
 * `aside` an element that says so itself, `quoted` a post from elsewhere that the article shows.
 */
export type Suspicion = 'discussion' | 'furniture' | 'small' | 'links' | 'byline' | 'aside' | 'quoted';

/** Words that follow each other in a name, for each suspicion; the first that a name holds counts. See `expandPattern`. */
const patterns: readonly (readonly [Suspicion, string])[] = [
  [
    'discussion',
    'comments?( (list|section|area|thread|box|form|wrapper|container|count|feed))?|disqus|fb comments|' +
      'livefyre|spot ?im|cookies?|consent|gdpr|onetrust|adverts?|advertisements?|ads?|adsense|adsbygoogle|' +
      'ad (slot|unit|wrap|wrapper|container|banner|break|label)|dfp|gpt|leaderboard|skyscraper|taboola|outbrain|' +
      'zergnet|revcontent|mgid|kommentar(e|er|bereich)?|commentaires?|comentarios?|commenti|anzeigen?|werbung|' +
      'publicite|publicidad|pubblicita|annons(er)?|reklam[ae]?|mainos',
  ],
  [
    'byline',
    'by ?line|bylines|author|authors|author (name|bio|info|box|card|meta|details|description|block|profile)|' +
      'about (the )?author|writer|contributors?|reporter|posted by|written by|article byline|autor|auteur|' +
      'autore|vcard|bio|biography|staff|autorenbox|autoren|auteurs?|autores|autori|forfattare|skribent|' +
      'redakteur|redacteur|signature',
  ],
  [
    'small',
    'caption|captions|wp caption text|image caption|photo (caption|credit|by)|credit|credits|copyright|' +
      'image (credit|source|meta)|media (meta|caption|credit)|figcaption|pull ?quote|pullquotes|pulled quote|' +
      'time ?stamp|timestamp|published|publish date|pub ?date|post date|entry (date|meta|utility|footer)|' +
      'date time|datetime|updated|post meta|article (meta|info|tools|date|footer)|' +
      'story (meta|tools|date|footer)|meta|meta data|metadata|read(ing)? time|time to read|word count|' +
      'view count|views|rating|ratings|votes|likes?|reactions?|reaction bar|feedback|report (an )?error|' +
      'corrections? link|follow|following|follow us|app (promo|download|store)|audio player|listen|' +
      'text to speech|video player|player|disclaimer|disclosure|affiliate|legal|kicker|eyebrow|section label|' +
      'article label|category|rubric|trust|no ?display|noprint|font size|text size|translate|language switcher|' +
      'alert|notice|banner|callout|cta|call to action|button|btn|buttons|loading|spinner|placeholder|' +
      'error message|toast|house ad|notification|notifications|open in app|bildunterschrift|bildunterzeile|' +
      'bildnachweis|bildquelle|bildtext|legende|credit photo|pie de foto|didascalia|datum|fecha|zeitstempel|' +
      'lesezeit|temps de lecture|tiempo de lectura',
  ],
  ['quoted', 'tweet|twitter tweet|embed|embedded|instagram media|quote|blockquote'],
  [
    'furniture',
    'privacy|advertorial|sharedaddy|share|shares|sharing|sharebar|addtoany|addthis|sharethis|social|socials|' +
      'breadcrumbs?|pagination|pager|paging|navbar|navigation|nav|menu|toolbar|skip link|sr only|' +
      'screen reader( text)?|visually ?hidden|modal|popup|overlay|lightbox|newsletters?|signup|sign up|' +
      'subscribe|donate|donation|login|survey|poll|print only|masthead|sitemap|site footer|page footer|tooltip|' +
      'teilen|partag(e|er|es)|compartir|condividi|delen|merkzettel|brotkrumen|fil d? ?ariane|migas|abo box|' +
      'abonnement|fusszeile|kopfzeile',
  ],
  [
    'links',
    'related|recirc|recirculation|recommended|recommendations?|recommend|' +
      'more (from|on|stories|news|in|articles|like|about)|read (more|next|also)|readmore|also read|see also|' +
      'also like|you may|might like|most (read|popular|viewed|shared|recent|watched)|popular|trending|' +
      'latest( news| stories)?|up next|next up|next (post|article|story)|prev(ious)? (post|article|story)|' +
      'post navigation|teasers?|promos?|promoted|promotion|sponsored?|sponsor|partners?|sidebar|side bar|rail|' +
      'right rail|widget|widgets|tags?|tag list|tags? links|topics?|keywords|categories|cat links|channels|' +
      'linkbox|links? list|story package|explore more|further reading|external links|jp relatedposts|yarpp|toc|' +
      'table of contents|in this (article|story)|quick links|hashtags?|playlist|carousel|slider|slideshow|' +
      'gallery|footer|subscription|paywall|mehr (zum|aus|von)|themen|schlagworte|a lire|lire aussi|voir aussi|' +
      'sur le meme|articles lies|mots cles|etiquettes|relacionad[oa]s?|te puede|mas leid[oa]s|etiquetas|temas|' +
      'leggi anche|relaterat|relaterade|relaterte|las (mer|ocksa)|mest last|lees (ook|meer)|powiazane|czytaj|' +
      'ilgili',
  ],
];

/** Beginnings of words that name links. */
const linkStem = /^(weiterfuehrend|verwandte|meistgelesen|correlat|potrebbe|gerelateerd)/;

const hiddenClass = /(^|\s)(hidden|hide|d-none|is-hidden|print-only|noprint|no-print)(\s|$)/;

interface Phrase {
  words: readonly string[];
  /** Index in `patterns`: the lowest counts. */
  rank: number;
}

const NO_PHRASES: readonly Phrase[] = [];
/** By their first word. */
const phrases = new Map<string, Phrase[]>();
for (const [rank, [, pattern]] of patterns.entries()) {
  for (const words of expandPattern(pattern).map((phrase) => phrase.split(' '))) {
    const first = words[0] ?? '';
    phrases.set(first, [...(phrases.get(first) ?? []), { words, rank }]);
  }
}
const SMALL = patterns.findIndex(([suspicion]) => suspicion === 'small');
const LINKS = patterns.findIndex(([suspicion]) => suspicion === 'links');

/** @param names class, id, role and test ids of one element, joined by spaces */
export function suspectName(names: string): Suspicion | undefined {
  const words = nameWords(names);
  let rank = hiddenClass.test(names) ? SMALL : patterns.length;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    for (const phrase of phrases.get(word) ?? NO_PHRASES) {
      if (phrase.rank < rank && stands(phrase, words, index)) rank = phrase.rank;
    }
    if (rank > LINKS && linkStem.test(word)) rank = LINKS;
  }
  return patterns[rank]?.[0];
}

function stands({ words }: Phrase, name: readonly string[], index: number): boolean {
  for (let next = 1; next < words.length; next += 1) if (words[next] !== name[index + next]) return false;
  return true;
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
