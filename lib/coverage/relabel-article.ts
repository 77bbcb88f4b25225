import type { Article } from '../articles/article.ts';
import type { ClassifiableText, Classification } from '../classification/classification.ts';
import type { Facts } from '../classification/facts.ts';
import type { FactText } from '../classification/find-facts.ts';
import { compareLabels, type LabelChange } from './compare-labels.ts';
import type { Coverage, FormerLabels } from './coverage.ts';
import { factTextOf, knownLanguage, type Labels, labelsOf } from './labels.ts';

export interface LabelNeeds {
  classify: (text: ClassifiableText) => Classification;
  findFacts: (text: FactText) => Facts;
}

const KEPT_FORMER = 12;

/**
 * A recorded article by the rules of now. The time of recording stays, and with it the digest that it is for: what the
 * rules let in later is never news of the day on which they changed.
 *
 * @param at when its former labels give way
 */
export function relabelArticle(
  coverage: Coverage,
  article: Article,
  needs: LabelNeeds,
  at: string,
): { change: LabelChange; labels: Labels & Pick<Coverage, 'formerLabels'> } {
  const { publishedAt, recordedAt, url, formerLabels = [] } = coverage;
  const classification = judge(article, needs);
  const facts = needs.findFacts(factTextOf(article, classification, publishedAt));
  // As it would be read back: what is undefined is not there.
  const labels: Labels = JSON.parse(
    JSON.stringify(labelsOf({ article, url, classification, facts, publishedAt, recordedAt })),
  );
  const change = compareLabels(coverage, labels);
  if (change === 'none' || change === 'facts') return { change, labels: { ...labels, ...formerOf(formerLabels) } };
  const { ruleSetVersion, relevance, score, themes } = coverage;
  const former = [...formerLabels, { ruleSetVersion, relevance, score, themes, at }].slice(-KEPT_FORMER);
  return { change, labels: { ...labels, ...formerOf(former) } };
}

/** As read-article asks. */
export function judge(article: Article, { classify }: Pick<LabelNeeds, 'classify'>): Classification {
  return classify({ title: article.title, text: article.text, language: knownLanguage(article) });
}

const formerOf = (formerLabels: FormerLabels[]) => (formerLabels.length > 0 ? { formerLabels } : {});
