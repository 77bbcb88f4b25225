/** Answers one request, as the fetch of a Hono app does. */
export type Site = (request: Request) => Response | Promise<Response>;

interface Cookie {
  origin: string;
  path: string;
  name: string;
  value: string;
}

const keyOf = ({ origin, path, name }: Cookie) => `${origin}${path} ${name}`;

/** Cookies and redirects of a browser, for pages of an app in memory and for an issuer on loopback. */
export function createBrowser(publicUrl: string, site: Site) {
  let jar: Cookie[] = [];
  const cookiesFor = (url: string) => {
    const { origin, pathname } = new URL(url);
    return jar.filter((cookie) => cookie.origin === origin && pathname.startsWith(cookie.path));
  };
  const keep = (line: string, url: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const cookie = { origin: new URL(url).origin, path: /path=([^;]+)/i.exec(line)?.[1] ?? '/', name, value };
    jar = jar.filter((other) => keyOf(other) !== keyOf(cookie));
    const isOver = /max-age=0\b/i.test(line) || Date.parse(/expires=([^;]+)/i.exec(line)?.[1] ?? '') < Date.now();
    if (!isOver) jar.push(cookie);
  };

  /** One request without following; what the answer sets is kept. */
  async function ask(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = cookiesFor(url)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const request = new Request(url, { ...init, headers, redirect: 'manual' });
    const response = url.startsWith(`${publicUrl}/`) ? await site(request) : await fetch(request);
    for (const line of response.headers.getSetCookie()) keep(line, url);
    return response;
  }

  /** Goes where the answers lead, to the last answer and its address. */
  async function open(url: string, init: RequestInit = {}): Promise<{ url: string; response: Response }> {
    let [at, response] = [new URL(url, publicUrl).href, await ask(new URL(url, publicUrl).href, init)];
    for (let hops = 0; response.status >= 300 && response.status < 400; hops++) {
      if (hops > 15) throw new Error(`no end of redirects at ${at}`);
      at = new URL(response.headers.get('location') ?? '', at).href;
      response = await ask(at);
    }
    return { url: at, response };
  }

  /** Answers the issuer's form. @returns the address it sends the browser back to, not yet opened */
  async function answerForm(formUrl: string, fields: Record<string, string>): Promise<string> {
    let [at, response] = [formUrl, await ask(formUrl, { method: 'POST', body: new URLSearchParams(fields) })];
    for (let hops = 0; hops < 15; hops++) {
      const location = response.headers.get('location');
      if (location === null)
        throw new Error(`the issuer does not send back: ${response.status} ${await response.text()}`);
      at = new URL(location, at).href;
      if (at.startsWith(`${publicUrl}/`)) return at;
      response = await ask(at);
    }
    throw new Error(`no end of redirects at ${at}`);
  }

  return {
    ask: (path: string, init?: RequestInit) => ask(new URL(path, publicUrl).href, init),
    open,
    answerForm,
    /** Those of the page, by name. */
    cookies: () => Object.fromEntries(cookiesFor(`${publicUrl}/`).map(({ name, value }) => [name, value])),
    /** Puts these in the place of the page's own. */
    setCookies(cookies: Readonly<Record<string, string>>): void {
      const { origin } = new URL(publicUrl);
      const others = jar.filter((cookie) => cookie.origin !== origin);
      jar = [...others, ...Object.entries(cookies).map(([name, value]) => ({ origin, path: '/', name, value }))];
    },
    /** From a page of ours, over the issuer, to the callback's address that is not opened yet. */
    async comeBack(path: string, fields: Record<string, string>): Promise<string> {
      return answerForm((await open(path)).url, fields);
    },
    /** The whole way. */
    async signIn(path: string, account: string) {
      return open(await answerForm((await open(path)).url, { account }));
    },
  };
}
