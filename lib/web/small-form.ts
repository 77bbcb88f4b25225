import { bodyLimit } from 'hono/body-limit';
import { readerMessage } from './reader-layout.ts';
import { readerText } from './reader-text.ts';

/** No form of the readers' pages comes near it. */
const MOST_FORM_BYTES = 32_768;

/** Turns away what is larger than any form before it is read. */
export const smallForm = bodyLimit({
  maxSize: MOST_FORM_BYTES,
  onError: (c) => c.html(readerMessage('en', readerText.en.wrongTitle, readerText.en.wrong), 413),
});
