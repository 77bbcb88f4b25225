/** One key for the whole deployment. */
export interface MailboxKeyStore {
  /** Made when it is asked for first, and the same ever after. */
  get(): Promise<string>;
}
