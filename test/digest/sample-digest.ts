import calendarJson from '../../config/calendar.json' with { type: 'json' };
import type { Coverage } from '../../lib/coverage/coverage.ts';
import { daysBetween } from '../../lib/coverage/days.ts';
import { parseCalendar } from '../../lib/digest/calendar-entry.ts';
import { composeDigest } from '../../lib/digest/compose-digest.ts';
import type { DayCount } from '../../lib/digest/day-count.ts';
import type { Digest } from '../../lib/digest/digest.ts';
import type { DigestLinks } from '../../lib/digest/digest-links.ts';
import type { EditionMaterial } from '../../lib/digest/edition-material.ts';
import { findOccurrences } from '../../lib/digest/find-occurrences.ts';
import type { FrameLanguage } from '../../lib/digest/frame-text.ts';
import { sampleFeeds } from './sample-coverage.ts';
import { sampleDay } from './sample-day.ts';

export const sampleEdition = {
  localDate: '2026-08-29',
  from: '2026-08-28T05:00:00.000Z',
  to: '2026-08-29T05:00:00.000Z',
};

export const sampleLinks: DigestLinks = {
  publicUrl: 'https://vigil.example',
  unsubscribeUrl: 'https://vigil.example/unsubscribe?token=sample',
};

/** With everything that a link can be shown for. */
export const allLinks: DigestLinks = {
  ...sampleLinks,
  preferencesUrl: 'https://vigil.example/preferences?token=sample',
  editionUrl: 'https://vigil.example/editions/sample',
  feedbackOf: (articleId) => ({
    either: `https://vigil.example/feedback?token=sample.${articleId}`,
    relevant: `https://vigil.example/feedback?token=sample.${articleId}&verdict=relevant`,
    notRelevant: `https://vigil.example/feedback?token=sample.${articleId}&verdict=not-relevant`,
  }),
};

/** The one that ships, and a hearing, of which it has none. */
const calendar = parseCalendar({
  ...calendarJson,
  dates: [
    ...calendarJson.dates,
    {
      ...{ id: 'sample-hearing', kind: 'hearing', when: { every: 'once', date: '2026-09-03' } },
      name: { en: 'Survivors are heard as witnesses', fa: 'شنیدن شهادت بازماندگان' },
      hearing: {
        court: { en: 'Court of Appeal', fa: 'دادگاه تجدیدنظر' },
        place: { en: 'Stockholm', fa: 'استکهلم' },
        status: 'announced',
      },
      source: { kind: 'general-knowledge', note: 'invented for the tests' },
    },
  ],
});

/** Eight weeks in which the anniversary comes near. */
const sampleCounts: readonly DayCount[] = daysBetween('2026-07-04', '2026-08-28').map((day, index) => {
  const articles = Math.round(4 + index / 5 + 3 * Math.sin(index * 1.3) + (day === '2026-08-28' ? 3 : 0));
  return { schemaVersion: 1, day, articles, stories: Math.ceil(articles * 0.7) };
});

export function sampleMaterial(
  recorded: readonly Coverage[] = sampleDay,
  changes: Partial<EditionMaterial> = {},
): EditionMaterial {
  return {
    recorded,
    feeds: sampleFeeds,
    dayCounts: sampleCounts,
    firstOutletIds: new Set(['vastkusten.example', 'unknown-herald.example']),
    run: { day: '2026-08-28', articlesRead: 412, dollars: 0.0731 },
    calendar,
    unanswered: findOccurrences(calendar, '2026-08-09', '2026-08-09'),
    ...changes,
  };
}

export function sampleDigest(
  language: FrameLanguage = 'en',
  coverage: readonly Coverage[] = sampleDay,
  changes: Partial<EditionMaterial> = {},
): Digest {
  return composeDigest(sampleMaterial(coverage, changes), {
    edition: sampleEdition,
    reader: { zone: language === 'fa' ? 'Asia/Tehran' : 'Europe/Paris', language },
  });
}
