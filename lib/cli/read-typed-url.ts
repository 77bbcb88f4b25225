import { UserError } from '../errors.ts';
import { WebUrl } from '../feeds/feed.ts';

/**
 * The address a person typed; `https://` may be left out before a host name.
 *
 * @throws UserError with exit code 2 for what is no http(s) address
 */
export function readTypedUrl(typed: string): string {
  const text = typed.trim();
  const url = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]|$)/i.test(text) ? `https://${text}` : text;
  const parsed = WebUrl.safeParse(url);
  if (parsed.success) return parsed.data;
  throw new UserError(`${typed}: give a whole address that starts with http:// or https://`, 2);
}
