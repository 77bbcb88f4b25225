import type { NewsroomOutlet } from './newsroom-outlet.ts';

/** Addresses of an outlet's front page and feed. */
export interface OutletPlaces {
  /** With a slash at the end. */
  siteUrl: string;
  feedUrl: string;
}

export function placesOf(origin: string, outlet: NewsroomOutlet): OutletPlaces {
  const siteUrl = `${origin}/${outlet.id}/`;
  return { siteUrl, feedUrl: `${siteUrl}feed.${outlet.feed.format === 'json' ? 'json' : 'xml'}` };
}

export function articleUrl(origin: string, outlet: NewsroomOutlet, slug: string): string {
  return `${placesOf(origin, outlet).siteUrl}articles/${slug}`;
}
