import type { MailboxKeyStore } from '../../lib/digest/mailbox-key-store.ts';

export const createMemoryMailboxKeyStore = (key = 'ab'.repeat(32)): MailboxKeyStore => ({ get: async () => key });
