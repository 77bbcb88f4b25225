/**
 * What no measurement at home can tell. Each errs on the dear side; `vigil cost --model` prints them, and `vigil cost`
 * shows how a stack that runs compares.
 */
export const ASSUMED = {
  /** Titles, addresses and feed rows of real outlets are longer than the newsroom's, and some fill a second kilobyte. */
  rowFactor: 1.5,
  /** A real page, gzip: 34 KB and 71 KB on average in two public sets of news pages. */
  pageBytes: 50_000,
  /** What is read of it, as JSON. */
  articleBytes: 8_000,
  /** A real page costs the readers so many times the processor time of the newsroom's. */
  pageCpuFactor: 3,
  /** One call of DynamoDB, SQS or S3 from a function of the same region. */
  callMilliseconds: 6,
  /** From nothing to the first line of a handler. */
  coldMilliseconds: 1000,
  /** What Lambda logs of an invocation. */
  lambdaLogBytes: 350,
  /** SES says that it sent a mail and that it was delivered. */
  eventsAMail: 2,
  /** A Lambda of this memory has one processor; a smaller one a part of it. */
  megabytesOfAProcessor: 1769,
  /** A reader is looked at from the hour on at which the edition is due. */
  hoursShare: 0.7,
  /** Readers whose hours are the same have the same window; zones lie half an hour apart at least. */
  windowsADay: 48,
} as const;
