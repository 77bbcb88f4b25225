import type { LinkNeeds } from './reader-links.ts';
import { type LinkOwner, readReaderToken, signReaderToken } from './reader-token.ts';

/** One article of one edition, as one reader got it. */
export interface FeedbackPlace extends LinkOwner {
  /** Of the edition, YYYY-MM-DD. */
  localDate: string;
  /** 32 hex digits. */
  articleId: string;
}

/** Days after the edition's date on which its links still take an answer. */
const DAYS_GOOD = 90;
const DAY_MILLISECONDS = 86_400_000;

const DATE = /^(\d{4})(\d{2})(\d{2})$/;

function createFeedbackToken(place: FeedbackPlace, signingKey: string): string {
  const { subscriberId, localDate, articleId, linkVersion } = place;
  const day = localDate.replaceAll('-', '');
  return signReaderToken('feedback', { subscriberId, day, articleId, linkVersion: String(linkVersion) }, signingKey);
}

/** @returns undefined when the token was not made by us for feedback, or its edition is older than 90 days */
export function readFeedbackToken(token: string, signingKey: string, now: Date): FeedbackPlace | undefined {
  const parts = readReaderToken('feedback', token, signingKey);
  if (!parts) return undefined;
  const { subscriberId, articleId } = parts;
  const [, year, month, date] = DATE.exec(parts.day) ?? [];
  if (!/^[0-9a-f]{16}$/.test(subscriberId) || !/^[0-9a-f]{32}$/.test(articleId)) return undefined;
  const localDate = `${year}-${month}-${date}`;
  // One more, for a date begins half a day earlier in the east than in UTC, and ends half a day later in the west.
  const end = Date.parse(localDate) + (DAYS_GOOD + 1) * DAY_MILLISECONDS;
  return now.getTime() < end
    ? { subscriberId, localDate, articleId, linkVersion: Number(parts.linkVersion) }
    : undefined;
}

export interface FeedbackLinks {
  /** No button before the other. */
  either: string;
  relevant: string;
  notRelevant: string;
}

/**
 * The addresses that stand below an article of a digest. All lead to one page, on which a button has to be pressed:
 * mail scanners open every link. The verdict in the address only says which button comes first.
 *
 * @returns `<publicUrl>/feedback?token=<subscriberId>.<yyyymmdd>.<articleId>.<linkVersion>.<signature>&verdict=relevant`, and the same
 * with `verdict=not-relevant`; about 150 characters beside the page's own address
 */
export function feedbackLinks(place: FeedbackPlace, { publicUrl, signingKey }: LinkNeeds): FeedbackLinks {
  const page = `${publicUrl}/feedback?token=${createFeedbackToken(place, signingKey)}`;
  return { either: page, relevant: `${page}&verdict=relevant`, notRelevant: `${page}&verdict=not-relevant` };
}
