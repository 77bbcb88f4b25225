import type { Session } from './session.ts';

/** Sessions that have expired are not there, though their rows may be for a while. */
export interface SessionStore {
  /** @returns false when there is one of that id */
  add(session: Session): Promise<boolean>;
  /** Consistent read: what was ended a moment ago is not found. */
  get(accessId: string): Promise<Session | undefined>;
  /** @returns false when there was none */
  end(accessId: string): Promise<boolean>;
  /** The latest first. */
  list(): Promise<Session[]>;
}
