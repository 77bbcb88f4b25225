import type { DocumentKind } from './fetch-limits.ts';

/** What servers say that do not know (WHATWG MIME Sniffing §7). */
const UNSAID = new Set(['', 'unknown/unknown', 'application/unknown', '*/*']);

const PAGE_TYPES = new Set(['text/html', 'application/xhtml+xml', 'application/xml', 'text/xml', 'text/plain']);

/** Servers send feeds under almost any type; these are the ones that are certainly something else. */
const NEVER_A_FEED =
  /^(?:image|audio|video|font|model|multipart|message)\/|^text\/(?:css|javascript|calendar|csv|vcard)$|^application\/(?:pdf|zip|gzip|x-gzip|x-tar|x-7z-compressed|x-rar-compressed|vnd\.rar|msword|rtf|javascript|x-javascript|wasm|java-archive|x-msdownload|epub\+zip|ogg|vnd\.(?:ms-|openxmlformats|oasis|apple|android).*)$/;

/**
 * Whether a body of this Content-Type is worth reading. Feeds may come as text/html, text/plain, octets or with no
 * type: the feed reader looks at the bytes. Pages must say that they are one, or nothing: then their first bytes must look
 * so. robots.txt is read under any type.
 */
export function isAcceptedMediaType(contentType: string | undefined, kind: DocumentKind): boolean {
  if (kind === 'robots') return true;
  const type = typeOf(contentType);
  // SVG is an image, although it ends in +xml like a feed.
  return kind === 'feed' ? !NEVER_A_FEED.test(type) : PAGE_TYPES.has(type) || UNSAID.has(type);
}

/** Whether a page is to be believed only when its first bytes look like one. */
export function isUnsaidMediaType(contentType: string | undefined): boolean {
  return UNSAID.has(typeOf(contentType));
}

function typeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
