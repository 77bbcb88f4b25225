import { pick, type Random, type SoundFeed, type SoundItem } from './sound-feeds.ts';

export interface DamagedFeed {
  bytes: Uint8Array;
  contentType?: string;
  /** What is still in the document. */
  items: readonly SoundItem[];
}

export type Damage = (feed: SoundFeed, random: Random) => DamagedFeed | undefined;

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const whole = (feed: SoundFeed, text: string): DamagedFeed => ({ bytes: utf8(text), items: feed.items });

/** A place in the document behind its first tenth. */
export const place = (text: string, random: Random) => Math.floor(text.length * (0.1 + 0.9 * random()));

/** Every match is changed with the chance given. */
export const some = (text: string, of: RegExp, chance: number, random: Random, change: (found: string) => string) =>
  text.replace(of, (found) => (random() < chance ? change(found) : found));

const END = /<\/item>|<\/entry>|"date_published": "[^"]*"\s*\}/g;

/** The document up to a place, which loses the items that end behind it. */
export function cut(feed: SoundFeed, at: number): DamagedFeed {
  const left = [...feed.text.matchAll(END)].filter(({ index, 0: { length } }) => index + length <= at).length;
  return { bytes: utf8(feed.text.slice(0, at)), items: feed.items.slice(0, left) };
}

/** Cuts behind one of the matches, by so many characters. */
export const cutAt =
  (of: RegExp, into: number): Damage =>
  (feed, random) => {
    const found = [...feed.text.matchAll(of)].filter(({ index }) => index > feed.text.length / 5);
    return found.length === 0 ? undefined : cut(feed, pick(found, random).index + into);
  };

export const inXml =
  (change: (text: string, random: Random) => string): Damage =>
  (feed, random) =>
    feed.isXml ? whole(feed, change(feed.text, random)) : undefined;

export const inAny =
  (change: (text: string, random: Random) => string): Damage =>
  (feed, random) =>
    whole(feed, change(feed.text, random));

export const inJson =
  (change: (text: string, random: Random) => string): Damage =>
  (feed, random) =>
    feed.isXml ? undefined : whole(feed, change(feed.text, random));

export const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const insertSome = (text: string, piece: string, random: Random) => {
  let result = text;
  for (let count = 0; count < 3; count += 1) {
    const at = place(result, random);
    result = result.slice(0, at) + piece + result.slice(at);
  }
  return result;
};
