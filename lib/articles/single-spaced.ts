/** One space for each run of white space. Most texts have no other, and looking is cheaper than replacing each of them. */
export function singleSpaced(text: string): string {
  return /[^\S ]|\s\s/.test(text) ? text.replace(/\s+/g, ' ') : text;
}
