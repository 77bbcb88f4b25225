import type { Finding } from './doctor.ts';
import type { MailState } from './find-mail.ts';

/**
 * What receivers see of the sender's domain. SES tells what it signs; what the domain itself says in DNS of SPF and
 * DMARC, it does not.
 */
export function findSignature(sender: string, { domain }: Pick<MailState, 'domain'>): Finding {
  const name = sender.split('@')[1] ?? sender;
  const dmarc = `whether ${name} has a DMARC record SES does not say: "dig +short TXT _dmarc.${name}"`;
  if (domain === undefined) {
    return {
      state: 'look',
      says: `SES signs with a domain of its own, not ${name}: receivers with a strict DMARC policy drop such mail; ${dmarc}`,
      todo: 'deploy with "identity": "domain" and write the DNS records that the stack tells: docs/deploy.md',
    };
  }
  const from = domain.mailFrom
    ? `bounces come to ${domain.mailFrom.name} (${domain.mailFrom.status})`
    : 'bounces come to a domain of SES, so that DKIM alone carries DMARC';
  const says = `DKIM of ${name}: ${domain.dkimStatus}${domain.isSigning ? '' : ', but signing is off'}; ${from}; ${dmarc}`;
  if (domain.isSigning && domain.dkimStatus === 'SUCCESS') return { state: 'ok', says };
  const todo = domain.isSigning
    ? 'write the DNS records that the stack tells (outputs DnsRecord1 to 5); SES looks for them for three days'
    : 'switch DKIM on (SES console, "Identities")';
  return { state: 'look', says, todo };
}
