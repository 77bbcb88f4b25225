declare module '@mozilla/readability/JSDOMParser.js' {
  /** The small DOM that Readability brings along for readers without a browser. */
  class JSDOMParser {
    parse(html: string, url?: string): Document;
  }
  export = JSDOMParser;
}
