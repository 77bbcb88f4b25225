/**
 * What the stages use, measured on the sample newsroom and the embedded AWS by the command, which prints what it finds
 * beside these. Bytes, units and milliseconds of processor time of one of each; the processor time is of 2026-11-28.
 */
export const MEASURED = {
  on: '2026-11-29',
  command: 'npm run bench -- cost',
  /** fetch-feed: a feed with nothing new. */
  check: { readUnits: 1, writeUnits: 3, cpuMilliseconds: 4, logBytes: 554 },
  /** Besides, when its document has to be read; the units for every item listed that is known. */
  reading: { cpuMilliseconds: 6, readUnitsAnItem: 2.1 },
  /** Besides, for every item that is new. */
  newItem: { readUnits: 4.23, writeUnits: 4.06 },
  /** read-article: an article off the subject. */
  article: {
    readUnits: 1,
    writeUnits: 1,
    objectPuts: 1,
    objectBytes: 1974,
    cpuMilliseconds: 20,
    logBytes: 592,
    tableBytes: 1807,
  },
  /** Besides, when it is on the subject. */
  relevant: {
    readUnits: 56.2,
    writeUnits: 80.3,
    objectPuts: 1,
    objectBytes: 2461,
    cpuMilliseconds: 60,
    tableBytes: 7075,
  },
  /** One reader's edition, without what readers with the same window share. */
  edition: {
    writeUnits: 10,
    objectPuts: 2,
    objectGets: 2,
    objectBytes: 80_829,
    cpuMilliseconds: 184,
    readUnits: 4,
  },
  /** What readers with the same window share, without the lists: most of it asks of each outlet whether it is new. */
  window: { readUnits: 47.5 },
  /** send-digests: a reader who has the day's edition. */
  look: { readUnits: 2 },
  /** Whatever lists all feeds, or the coverage of a day. */
  list: { readUnitsAFeed: 0.16, readUnitsARecord: 0.85 },
  page: { cpuMilliseconds: 25, bytes: 1911, bytesARecord: 1204, bytesAFeed: 500 },
} as const;
