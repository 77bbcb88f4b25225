import {
  openArticleReader,
  openFeedReader,
  openOpinionLedger,
  openOutlets,
  openQueues,
  openRules,
  openSecondOpinion,
  openStories,
  openWeb,
} from './services/article-parts.ts';
import { commonsOf, type Ground, layGround, openArchive, openTables, partOf } from './services/ground.ts';
import { openAccess, openCalendar, openMailer, openPrices, openReaderTables } from './services/reader-parts.ts';
import { readSettings, type Settings } from './settings.ts';

/**
 * Everything the stages, the page and the commands need. The SDK's clients find their endpoints in the environment:
 * nothing here knows whether AWS or the embedded servers answer.
 */
function servicesOn(ground: Ground) {
  return {
    ...commonsOf(ground),
    ...partOf(ground, openTables),
    ...partOf(ground, openReaderTables),
    ...partOf(ground, openAccess),
    ...partOf(ground, openQueues),
    ...partOf(ground, openArchive),
    ...partOf(ground, openMailer),
    ...partOf(ground, openOutlets),
    ...partOf(ground, openWeb),
    ...partOf(ground, openFeedReader),
    ...partOf(ground, openArticleReader),
    ...partOf(ground, openRules),
    ...partOf(ground, openOpinionLedger),
    ...partOf(ground, openSecondOpinion),
    ...partOf(ground, openStories),
    ...partOf(ground, openPrices),
    ...partOf(ground, openCalendar),
    async close() {
      await Promise.all(ground.closers.map((close) => close()));
    },
  };
}

export type Services = ReturnType<typeof servicesOn>;

/** A set of its own, for a process that works on more than one stack. */
export const createServices = (settings: Settings): Services => servicesOn(layGround(settings));

let processGround: Ground | undefined;

/** Of this process, from its environment at the first call. */
function ground(): Ground {
  processGround ??= layGround(readSettings());
  return processGround;
}

/** Everything, for the local runner and the commands. The stages of the same process share its parts. */
export const processServices = (): Services => servicesOn(ground());

// What one deployed function needs, and nothing that it does not: a bundle holds what its function names here, so a
// function that reads strangers' bytes does not even carry the code that mails.

export const pollFeedsServices = () => ({
  ...commonsOf(ground()),
  ...partOf(ground(), openTables),
  ...partOf(ground(), openQueues),
});

export const fetchFeedServices = () => ({
  ...pollFeedsServices(),
  ...partOf(ground(), openWeb),
  ...partOf(ground(), openFeedReader),
});

export const readArticleServices = () => ({
  ...pollFeedsServices(),
  ...partOf(ground(), openArchive),
  ...partOf(ground(), openOutlets),
  ...partOf(ground(), openWeb),
  ...partOf(ground(), openArticleReader),
  ...partOf(ground(), openRules),
  ...partOf(ground(), openSecondOpinion),
  ...partOf(ground(), openStories),
});

export const sendDigestsServices = () => ({
  ...commonsOf(ground()),
  ...partOf(ground(), openTables),
  ...partOf(ground(), openReaderTables),
  ...partOf(ground(), openArchive),
  ...partOf(ground(), openMailer),
  ...partOf(ground(), openPrices),
  ...partOf(ground(), openCalendar),
});

export const mailEventsServices = () => ({
  ...commonsOf(ground()),
  ...partOf(ground(), openTables),
  ...partOf(ground(), openReaderTables),
});

export const webServices = () => ({
  ...commonsOf(ground()),
  ...partOf(ground(), openTables),
  ...partOf(ground(), openReaderTables),
  ...partOf(ground(), openAccess),
  ...partOf(ground(), openArchive),
  ...partOf(ground(), openPrices),
});
