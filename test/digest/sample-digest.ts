import type { Coverage } from '../../lib/coverage/coverage.ts';
import { composeDigest } from '../../lib/digest/compose-digest.ts';
import type { Digest } from '../../lib/digest/digest.ts';
import { feedHealth } from '../../lib/digest/feed-health.ts';
import type { FrameLanguage } from '../../lib/digest/frame-text.ts';
import { sampleFeeds } from './sample-coverage.ts';
import { sampleDay } from './sample-day.ts';

const sampleEdition = {
  localDate: '2026-08-29',
  from: '2026-08-28T05:00:00.000Z',
  to: '2026-08-29T05:00:00.000Z',
};

export const sampleLinks = {
  publicUrl: 'https://vigil.example',
  unsubscribeUrl: 'https://vigil.example/unsubscribe?token=sample',
};

export function sampleDigest(language: FrameLanguage = 'en', coverage: readonly Coverage[] = sampleDay): Digest {
  return composeDigest(coverage, {
    edition: sampleEdition,
    reader: { zone: language === 'fa' ? 'Asia/Tehran' : 'Europe/Paris', language },
    health: feedHealth(sampleFeeds, sampleEdition.to),
  });
}
