const SMALL = new Set(['sur']);

/** "The Hague" of the id `the-hague`. */
export function placeName(id: string): string {
  const words = id.split('-').map((word) => (SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)));
  return words.join(' ');
}
