import { namesArticleBody, namesDate, type Suspicion, suspectName } from './boilerplate-name.ts';
import { structural } from './element-kinds.ts';
import type { TagAttributes } from './tag-attributes.ts';

const NAME_ATTRIBUTES = ['class', 'id', 'role', 'data-testid', 'data-component', 'data-type', 'data-module'] as const;

/** What the names of an element say. */
export interface NameJudgement {
  suspicion: Suspicion | undefined;
  isArticleBody: boolean;
  /** A date is in the element. */
  isDated: boolean;
}

/** Everything an element is called by its author, joined by spaces. */
export function namesOf(attributes: Readonly<TagAttributes>): string {
  let names = '';
  for (const key of NAME_ATTRIBUTES) {
    const value = attributes[key];
    if (value) names += names ? ` ${value}` : value;
  }
  return names;
}

/** Judges names, each once: a page calls its thousands of elements by a few hundred names. */
export function createNameJudge(): (names: string) => NameJudgement {
  const judged = new Map<string, NameJudgement>([['', { suspicion: undefined, isArticleBody: false, isDated: false }]]);
  return (names) => {
    let judgement = judged.get(names);
    if (!judgement) {
      judgement = { suspicion: suspectName(names), isArticleBody: namesArticleBody(names), isDated: namesDate(names) };
      judged.set(names, judgement);
    }
    return judgement;
  };
}

/**
 * Why an element may not belong to the article, undefined when nothing speaks against it.
 *
 * @param named what its names say
 */
export function suspectElement(
  name: string,
  names: string,
  attributes: Readonly<TagAttributes>,
  named: Suspicion | undefined,
): Suspicion | undefined {
  if (structural.has(name)) return undefined;
  // Shown to subscribers by a script: the article all the same.
  if (isHidden(attributes) && !/(subscriber|premium|paid|paywall)/i.test(names)) return 'furniture';
  if (name === 'footer' || name === 'aside' || name === 'figure') return 'aside';
  if (attributes.rel === 'author') return 'byline';
  const { itemprop } = attributes;
  if (itemprop === 'author' || itemprop === 'publisher' || itemprop === 'image') return 'byline';
  return named;
}

function isHidden(attributes: Readonly<TagAttributes>): boolean {
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true;
  const { style } = attributes;
  return style !== undefined && /(display:\s*none|visibility:\s*hidden)/i.test(style);
}
