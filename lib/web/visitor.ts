/** Who is signed in, as the page shows it. */
export interface Visitor {
  /** Mail address; where the issuer vouches for none, its own name for the person. */
  name: string;
  /** The issuer and its name for the person: stays the same, and is shown nowhere. */
  person: string;
}

/** What a request knows of itself. The visitor is absent where the page opened by its token. */
export interface WebEnv {
  Variables: { visitor: Visitor | undefined };
}
