/**
 * Every text that a pattern stands for: letters as they are, `(a|b)` one of several, `[ab]` one letter, and `?` behind
 * any of these for what may be missing.
 */
export function expandPattern(pattern: string): string[] {
  let at = 0;

  function alternatives(): string[] {
    const texts = sequence();
    while (pattern[at] === '|') {
      at += 1;
      texts.push(...sequence());
    }
    return texts;
  }

  function sequence(): string[] {
    let texts = [''];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const parts = part();
      if (pattern[at] === '?') {
        at += 1;
        parts.push('');
      }
      texts = texts.flatMap((text) => parts.map((end) => text + end));
    }
    return texts;
  }

  function part(): string[] {
    const letter = pattern[at] ?? '';
    at += 1;
    if (letter === '[') {
      const close = pattern.indexOf(']', at);
      const letters = [...pattern.slice(at, close)];
      at = close + 1;
      return letters;
    }
    if (letter !== '(') return [letter];
    const texts = alternatives();
    at += 1;
    return texts;
  }

  return [...new Set(alternatives())];
}
