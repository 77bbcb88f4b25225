import { z } from 'zod';

/** Where a value of the metadata was found, the first that held a sound value wins in this order. */
export const MetadataSource = z.enum(['json-ld', 'open-graph', 'microdata', 'meta', 'page', 'feed', 'text']);
export type MetadataSource = z.infer<typeof MetadataSource>;

/** A readable article. Text is plain, in Unicode NFC, paragraphs separated by one blank line. */
export const Article = z.object({
  title: z.string(),
  author: z.string().optional(),
  siteName: z.string().optional(),
  publishedAt: z.iso.datetime().optional(),
  modifiedAt: z.iso.datetime().optional(),
  /** BCP 47 primary language, "und" when nothing tells. */
  language: z.string(),
  /** Only on the page's own registrable domain. */
  canonicalUrl: z.string().optional(),
  imageUrl: z.string().optional(),
  section: z.string().optional(),
  text: z.string(),
  /** http(s) links out of the body to other hosts, in order, at most 100. */
  links: z.array(z.string()),
  /** Which field was found where. */
  sources: z.record(z.string(), MetadataSource),
  /** 0 … 1; below 0.3 the page is `unreadable`. */
  quality: z.number().min(0).max(1),
});
export type Article = z.infer<typeof Article>;

export type UnreadableReason = 'no-article' | 'too-deep' | 'too-large' | 'too-slow' | 'out-of-memory' | 'broken';

/** What reading a page came to. */
export type ArticleReading =
  | { status: 'read'; article: Article }
  /** The detail begins with the reason in a person's words: "page too deep: …". */
  | { status: 'unreadable'; reason: UnreadableReason; detail: string };

export interface PageDocument {
  bytes: Uint8Array;
  contentType?: string | undefined;
  /** The address the bytes came from, after redirects. */
  url: string;
}

/** Reads pages in a box that is killed when it takes too long or too much memory. */
export interface ArticleReader {
  read(page: PageDocument): Promise<ArticleReading>;
  /** Ends the worker; a later read starts another. */
  close(): Promise<void>;
}
