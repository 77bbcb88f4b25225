import type { Classification, Match } from './classification.ts';

/**
 * Matches that explain the judgement: with points, or for a theme that the text has. The rest are repetitions beyond what
 * counts, and words of themes that did not come about.
 */
export function tellingMatches({ matches, themes }: Pick<Classification, 'matches' | 'themes'>): Match[] {
  return matches.filter(
    (match) =>
      match.points !== 0 || match.themePoints !== undefined || match.themes.some((one) => themes.includes(one)),
  );
}
