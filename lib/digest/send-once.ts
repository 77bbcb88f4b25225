import type { Mail, MailEnd, Mailer } from './mailer.ts';

/** A mailer that throws has not said that nothing was accepted. */
export async function sendOnce(mail: Mail, mailer: Mailer): Promise<MailEnd> {
  try {
    return await mailer.send(mail);
  } catch (error) {
    return { status: 'unknown', reason: error instanceof Error ? error.name : 'unknown fault' };
  }
}
