import type { TextWithLabels } from './fit-judgement.ts';

/** A text has so many words at least that a sentence on the subject is an aside in it. */
const LEAST_WORDS = 60;
/** So many of each language and kind: they must not outweigh the texts that somebody wrote. */
const MOST = 5;
/** Texts that make a long page together. */
const PAGE_TEXTS = 4;

/**
 * Texts about something else that end with a sentence on the subject, and long pages with one or two, made of texts that somebody
 * labelled: few of those are long, and many pages are.
 */
export function makeAsides(texts: readonly TextWithLabels[]): TextWithLabels[] {
  return [...Map.groupBy(texts, ({ lang }) => lang).values()].flatMap((own) => {
    const guests = own.filter(({ relevant }) => relevant);
    const others = own.filter(({ relevant }) => !relevant);
    const asides = others.filter(({ text }) => text.split(/\s+/).length >= LEAST_WORDS).slice(0, MOST);
    const pages = others.slice(0, MOST).map((host, index) => {
      const more = Array.from(
        { length: PAGE_TEXTS - 1 },
        (_, step) => others[(index + step + 1) % others.length]?.text,
      );
      return { ...host, text: [host.text, ...more].join('\n') };
    });
    if (guests.length === 0) return [];
    const withGuest = (host: TextWithLabels, index: number, sentences: number) => ({
      ...host,
      text: `${host.text} ${sentencesOf(guests[index % guests.length]?.text ?? '', sentences)}`,
    });
    return [
      ...asides.map((host, index) => withGuest(host, index, 1)),
      ...pages.map((host, index) => withGuest(host, index, 1 + (index % 2))),
    ];
  });
}

const sentencesOf = (text: string, count: number) =>
  text
    .split(/(?<=[.!?؟])\s/)
    .slice(0, count)
    .join(' ');
