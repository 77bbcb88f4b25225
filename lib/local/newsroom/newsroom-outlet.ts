import { z } from 'zod';
import { Relevance, Theme } from '../../classification/classification.ts';
import { Relation } from '../../feeds/outlet.ts';

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens');

/** What a person would say of the article: the truth that the demo's own answers can be held to. */
export const ArticleLabel = z
  .strictObject({
    relevance: Relevance,
    /** What makes the article hard or easy to judge. */
    kind: z.enum([
      'report',
      'denial',
      'wire',
      'wire-copy',
      'debris',
      'archive',
      'passing',
      'confusable',
      'football',
      'weather',
      'economy',
      'everyday',
    ]),
    themes: z.array(Theme),
  })
  .refine((label) => (label.relevance === 'relevant') === label.themes.length > 0, {
    error: 'a relevant article has at least one theme, every other article none',
    path: ['themes'],
  });
export type ArticleLabel = z.infer<typeof ArticleLabel>;

/** Where an article takes its first paragraphs from, word for word. */
const WireSource = z.strictObject({ outlet: Slug, slug: Slug, paragraphs: z.int().positive() });

export const NewsroomArticle = z.strictObject({
  slug: Slug,
  /** Published this many hours before the newsroom's now. */
  hoursAgo: z.number().positive(),
  /** Of the newsroom's past: a monitor had read it by then. The feed does not list it any more. */
  seenHoursAgo: z.number().positive().optional(),
  /** The feed lists it as if it were from then. */
  listedHoursAgo: z.number().positive().optional(),
  label: ArticleLabel,
  title: z.string().min(10),
  section: z.string().min(1),
  /** A desk, never a person. */
  byline: z.string().min(1),
  /** BCP 47, where it is not the outlet's own. */
  language: z.string().optional(),
  wire: WireSource.optional(),
  /** The article's own paragraphs; after those of `wire` where it has one. */
  paragraphs: z.array(z.string().min(1)).default([]),
  /** Alternative text and caption of the picture above the text; printed twice, as real pages do. */
  caption: z.string().optional(),
  /** Lines that are no part of the article but stand among its paragraphs, one after each. */
  debris: z.array(z.string().min(1)).default([]),
});
export type NewsroomArticle = z.infer<typeof NewsroomArticle>;

/** One invented outlet; one file of `outlets/`. */
export const NewsroomOutlet = z.strictObject({
  id: Slug,
  name: z.string().min(1),
  relation: Relation,
  /** BCP 47. */
  language: z.string().regex(/^[a-z]{2}$/, 'use a two-letter language code'),
  /** Why the outlet is in the list, for the operator. */
  note: z.string().min(1),
  feed: z.strictObject({
    format: z.enum(['rss', 'atom', 'rdf', 'json']),
    /** `jalali`: Iranian calendar and Tehran time, as 1405/09/02 13:45. Only for RSS. */
    dates: z.enum(['standard', 'jalali']).default('standard'),
    fullText: z.boolean().default(false),
    /** Articles of other outlets that this feed lists under their own address. */
    alsoLists: z.array(z.strictObject({ outlet: Slug, slug: Slug })).default([]),
  }),
  page: z.strictObject({
    template: z.enum(['broadsheet', 'portal', 'magazine', 'weblog', 'institution']),
    /** CSS colour of the masthead. */
    color: z.string(),
    /** Entries of the menu that stand after the usual ones. */
    menu: z.array(z.string()).default([]),
    charset: z.enum(['utf-8', 'windows-1256', 'iso-8859-1']).default('utf-8'),
    /** False: the HTTP header names no charset, only the page's `<meta>` does. */
    charsetInHeader: z.boolean().default(true),
  }),
  articles: z.array(NewsroomArticle).min(1),
});
export type NewsroomOutlet = z.infer<typeof NewsroomOutlet>;
