import type { Confirmation, MailLimit } from '../../lib/digest/confirmation.ts';
import type { ConfirmationStore } from '../../lib/digest/confirmation-store.ts';
import type { Refusal } from '../../lib/digest/refusal.ts';

/** Confirmations and limits in memory, with the conditions that the table holds. `rows` holds what has expired too. */
export function createMemoryConfirmationStore(
  now: () => Date = () => new Date(),
  confirmations: readonly Confirmation[] = [],
) {
  const byId = new Map(confirmations.map((confirmation) => [confirmation.confirmationId, confirmation]));
  const limits = new Map<string, MailLimit>();
  const refusals = new Map<string, Refusal>();
  const isLive = ({ expiresAt }: Pick<Confirmation, 'expiresAt'>) => expiresAt > now().getTime() / 1000;
  const store: ConfirmationStore = {
    async add(confirmation) {
      if (byId.has(confirmation.confirmationId)) return false;
      byId.set(confirmation.confirmationId, confirmation);
      return true;
    },
    async get(confirmationId) {
      const found = byId.get(confirmationId);
      return found && isLive(found) ? found : undefined;
    },
    list: async () => [...byId.values()].filter(isLive),
    async move(confirmationId, from, to) {
      const found = byId.get(confirmationId);
      if (!found || !from.includes(found.state)) return false;
      byId.set(confirmationId, { ...found, ...to });
      return true;
    },
    async refuse(refusal) {
      const former = refusals.get(refusal.mailboxId);
      const isStronger = former !== undefined && isLive(former) && former.reason === 'complained';
      if (refusal.reason === 'complained' || !isStronger) refusals.set(refusal.mailboxId, refusal);
    },
    async refusalOf(mailboxId) {
      const refusal = refusals.get(mailboxId);
      return refusal && isLive(refusal) ? refusal : undefined;
    },
    async take(limitId, { most, gapSeconds, keepDays }, at) {
      const limit = limits.get(limitId);
      const before = new Date(at.getTime() - gapSeconds * 1000).toISOString();
      if (limit && (limit.mails >= most || limit.lastAt > before)) return false;
      limits.set(limitId, {
        schemaVersion: 1,
        limitId,
        mails: (limit?.mails ?? 0) + 1,
        lastAt: at.toISOString(),
        expiresAt: Math.floor(at.getTime() / 1000) + keepDays * 86_400,
      });
      return true;
    },
  };
  return {
    store,
    rows: () => [...byId.values()],
    limits: () => [...limits.values()],
    refusals: () => [...refusals.values()],
  };
}
