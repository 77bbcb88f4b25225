/**
 * Headers that tell mail programs what this mail is and how to be rid of it.
 *
 * @see RFC 2369 and RFC 8058 (List-Unsubscribe, one-click), RFC 2919 (List-Id), RFC 3834 (Auto-Submitted)
 * @param senderAddress the mailto way of unsubscribing goes there
 * @returns ASCII values, none naming the reader's address
 */
export function mailHeaders(mail: {
  unsubscribeUrl: string;
  senderAddress: string;
  localDate: string;
}): Record<string, string> {
  const token = new URL(mail.unsubscribeUrl).searchParams.get('token') ?? '';
  const subject = encodeURIComponent(`unsubscribe ${token}`.trim());
  const domain = mail.senderAddress.slice(mail.senderAddress.lastIndexOf('@') + 1);
  return {
    'List-Unsubscribe': `<${mail.unsubscribeUrl}>, <mailto:${mail.senderAddress}?subject=${subject}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `Vigil daily digest <daily.vigil.${domain}>`,
    // Four fields, the last the sender's lasting name; the same for every reader, so that it tells of none.
    'Feedback-ID': `${mail.localDate}:daily:digest:vigil`,
    'Auto-Submitted': 'auto-generated',
  };
}
