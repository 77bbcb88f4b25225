import type { DocumentKind } from './fetch-limits.ts';

const PAGE_TYPES = new Set(['text/html', 'application/xhtml+xml', 'application/xml', 'text/xml', 'text/plain']);

/** Servers send feeds under almost any type; these are the ones that are certainly something else. */
const NEVER_A_FEED =
  /^(?:image|audio|video|font|model|multipart|message)\/|^text\/(?:css|javascript|calendar|csv|vcard)$|^application\/(?:pdf|zip|gzip|x-gzip|x-tar|x-7z-compressed|x-rar-compressed|vnd\.rar|msword|rtf|javascript|x-javascript|wasm|java-archive|x-msdownload|epub\+zip|ogg|vnd\.(?:ms-|openxmlformats|oasis|apple|android).*)$/;

/**
 * Whether a body of this Content-Type is worth reading. Feeds may come as text/html, text/plain, octets or with no
 * type: the feed reader looks at the bytes. Pages must say that they are one. robots.txt is read under any type.
 */
export function isAcceptedMediaType(contentType: string | undefined, kind: DocumentKind): boolean {
  if (kind === 'robots') return true;
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  // SVG is an image, although it ends in +xml like a feed.
  return kind === 'feed' ? !NEVER_A_FEED.test(type) : PAGE_TYPES.has(type);
}
