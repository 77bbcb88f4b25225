import { existsSync, readFileSync } from 'node:fs';
import calendarJson from '../../config/calendar.json' with { type: 'json' };
import pricesJson from '../../config/prices.json' with { type: 'json' };
import { createDynamoAddedDateStore } from '../aws/dynamo-added-date-store.ts';
import { createDynamoConfirmationStore } from '../aws/dynamo-confirmation-store.ts';
import { createDynamoDayCountStore } from '../aws/dynamo-day-count-store.ts';
import { createDynamoEditionStore } from '../aws/dynamo-edition-store.ts';
import { createDynamoFeedbackStore } from '../aws/dynamo-feedback-store.ts';
import { createDynamoMailboxKeyStore } from '../aws/dynamo-mailbox-key-store.ts';
import { createDynamoProgramTokenStore } from '../aws/dynamo-program-token-store.ts';
import { createDynamoSessionStore } from '../aws/dynamo-session-store.ts';
import { createDynamoSubscriberStore } from '../aws/dynamo-subscriber-store.ts';
import { createSesClient, createSesMailer } from '../aws/ses-mailer.ts';
import { parsePriceTable } from '../cost/price-table.ts';
import { parseCalendar } from '../digest/calendar-entry.ts';
import { type Ground, openDynamo, partOf } from './ground.ts';

/** Of the digest, its readers and what they say: no part of the functions that read strangers' bytes. */
export function openReaderTables(ground: Ground) {
  const dynamo = partOf(ground, openDynamo);
  const { tables } = ground.settings;
  return {
    feedbackStore: createDynamoFeedbackStore(dynamo, tables.feedback, ground.now),
    subscriberStore: createDynamoSubscriberStore(dynamo, tables.subscribers),
    confirmationStore: createDynamoConfirmationStore(dynamo, tables.confirmations, ground.now),
    editionStore: createDynamoEditionStore(dynamo, tables.editions),
    dayCountStore: createDynamoDayCountStore(dynamo, tables.editions),
    addedDateStore: createDynamoAddedDateStore(dynamo, tables.editions),
    mailboxKeyStore: createDynamoMailboxKeyStore(dynamo, tables.editions),
  };
}

export function openAccess(ground: Ground) {
  const dynamo = partOf(ground, openDynamo);
  const { settings, now } = ground;
  return {
    sessionStore: createDynamoSessionStore(dynamo, settings.tables.access, now),
    programTokenStore: createDynamoProgramTokenStore(dynamo, settings.tables.access, now),
  };
}

export function openMailer({ settings }: Ground) {
  return { mailer: createSesMailer(createSesClient(), settings) };
}

export function openCalendar({ settings: { calendarFile } }: Ground) {
  if (calendarFile === undefined || !existsSync(calendarFile)) return { calendar: parseCalendar(calendarJson) };
  return { calendar: parseCalendar(JSON.parse(readFileSync(calendarFile, 'utf8')), calendarFile) };
}

export const openPrices = () => ({ readPrices: () => parsePriceTable(pricesJson) });
