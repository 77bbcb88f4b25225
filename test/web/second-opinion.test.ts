import { expect, test } from 'vitest';
import { articlePage } from '../../lib/web/article-page.ts';
import { elementsOf } from '../digest/mail-document.ts';
import { sampleCoverage, sampleOpinion } from '../digest/sample-coverage.ts';

const noteOf = (page: string) =>
  elementsOf(page).find(({ name, text }) => name === 'p' && text.startsWith('Second opinion, machine-written'));

test('the page of a record shows a second opinion below the rules’ decision, marked as a machine’s', () => {
  const page = articlePage(sampleCoverage({ secondOpinion: sampleOpinion }), { items: [] });
  expect(noteOf(page)?.text.replace(/\s+/g, ' ')).toBe(
    'Second opinion, machine-written (a-model, 2026-08-28): off-topic, against the rules. It tells of another event. It changed nothing: the rules decide.',
  );
  expect(page.indexOf('class="verdict"')).toBeLessThan(page.indexOf('Second opinion'));
});

test('what the model writes stays text, and a record without an opinion has no note', () => {
  const reason = '<img src=x onerror=alert(1)><script>x</script>';
  const page = articlePage(sampleCoverage({ secondOpinion: { ...sampleOpinion, reason } }), { items: [] });
  expect(elementsOf(page).filter(({ name }) => name === 'script' || name === 'img')).toEqual([]);
  expect(noteOf(page)?.text).toContain('<script>');
  expect(noteOf(articlePage(sampleCoverage(), { items: [] }))).toBeUndefined();
});
