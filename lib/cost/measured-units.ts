/**
 * What the stages use, measured on the sample newsroom and the embedded AWS by the command, which prints what it finds
 * beside these. Bytes, units and milliseconds of processor time of one of each.
 */
export const MEASURED = {
  on: '2026-11-28',
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
    logBytes: 591,
    tableBytes: 1759,
  },
  /** Besides, when it is on the subject. */
  relevant: {
    readUnits: 59.5,
    writeUnits: 80.9,
    objectPuts: 1,
    objectBytes: 2485,
    cpuMilliseconds: 60,
    tableBytes: 6739,
  },
  /** One reader's edition, without the lists that it reads. */
  edition: {
    writeUnits: 8,
    objectPuts: 2,
    objectGets: 2,
    objectBytes: 78_423,
    cpuMilliseconds: 184,
    readUnits: 4.5,
  },
  /** send-digests: a reader who has the day's edition. */
  look: { readUnits: 2 },
  /** Whatever lists all feeds, or the coverage of a day. */
  list: { readUnitsAFeed: 0.16, readUnitsARecord: 0.84 },
  page: { cpuMilliseconds: 25, bytes: 1887, bytesARecord: 1130, bytesAFeed: 495 },
} as const;
