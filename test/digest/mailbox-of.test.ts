import { expect, test } from 'vitest';
import { mailboxOf } from '../../lib/digest/mailbox-of.ts';

test.each([
  ['Reader@Reader.example', 'reader@reader.example'],
  ['reader+one+two@reader.example', 'reader@reader.example'],
  ['R.e.a.d.e.r+x@GoogleMail.com', 'reader@gmail.com'],
  ['first.last@reader.example', 'first.last@reader.example'],
])('%s ends in the mailbox %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});
