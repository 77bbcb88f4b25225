import { type Suspicion, suspectName } from './boilerplate-name.ts';
import { structural } from './element-kinds.ts';

const NAME_ATTRIBUTES = ['class', 'id', 'role', 'data-testid', 'data-component', 'data-type', 'data-module'];

/** Everything an element is called by its author, joined by spaces. */
export function namesOf(attributes: Readonly<Record<string, string>>): string {
  return NAME_ATTRIBUTES.map((key) => attributes[key] ?? '').join(' ');
}

/** Why an element may not belong to the article, undefined when nothing speaks against it. */
export function suspectElement(
  name: string,
  names: string,
  attributes: Readonly<Record<string, string>>,
): Suspicion | undefined {
  if (structural.has(name)) return undefined;
  const style = attributes.style ?? '';
  const isHidden =
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    /(display:\s*none|visibility:\s*hidden)/i.test(style);
  // Shown to subscribers by a script: the article all the same.
  if (isHidden && !/(subscriber|premium|paid|paywall)/i.test(names)) return 'furniture';
  if (name === 'footer' || name === 'aside' || name === 'figure') return 'aside';
  if (attributes.rel === 'author') return 'byline';
  const itemprop = attributes.itemprop;
  if (itemprop === 'author' || itemprop === 'publisher' || itemprop === 'image') return 'byline';
  return names.trim() ? suspectName(names) : undefined;
}
