import { Hono } from 'hono';
import { type AskConfirmationNeeds, askConfirmation } from '../digest/ask-confirmation.ts';
import type { ConfirmationStore } from '../digest/confirmation-store.ts';
import type { FrameLanguage } from '../digest/frame-text.ts';
import { type Html, html } from '../digest/html-template.ts';
import { readConfirmationToken } from '../digest/reader-links.ts';
import { defaultSettings, type ReaderSettings } from '../digest/subscriber.ts';
import { log } from '../log.ts';
import { addressOf, fieldOf, readForm, settingsOf } from './read-reader-form.ts';
import { addressField, rhythmFields } from './reader-fields.ts';
import { readerLayout, readerMessage } from './reader-layout.ts';
import { readerText } from './reader-text.ts';
import { smallForm } from './small-form.ts';

export interface SignUpNeeds extends AskConfirmationNeeds {
  confirmationStore: Pick<ConfirmationStore, 'add' | 'take' | 'get' | 'move'>;
  settings: { isSignUpOpen?: boolean | undefined };
}

const languageOf = (text: string | undefined): FrameLanguage => (text === 'fa' ? 'fa' : 'en');

/**
 * `/sign-up`, where the operator opened it: a form, and the same answer for every address. `/confirm?token=…`: GET shows a
 * button, for mail scanners open every link; POST notes that the address is confirmed, and the next tick does the rest.
 */
export function signUpRoutes(needs: SignUpNeeds): Hono {
  const app = new Hono();
  app.use('/sign-up', smallForm);
  app.use('/confirm', smallForm);

  if (needs.settings.isSignUpOpen) {
    app.get('/sign-up', (c) => c.html(signUpPage(languageOf(c.req.query('language')))));
    app.post('/sign-up', async (c) => {
      const form = await readForm(c);
      const language = languageOf(fieldOf(form, 'language'));
      const text = readerText[language];
      const [address, settings] = [addressOf(form), settingsOf(form)];
      if (address === undefined || settings === undefined) {
        const back = html`<p><a href="/sign-up?language=${language}">${text.back}</a></p>`;
        return c.html(readerMessage(language, text.wrongTitle, text.wrong, back), 400);
      }
      await askConfirmation({ purpose: 'sign-up', address, language, settings }, needs);
      return c.html(readerMessage(language, text.askedTitle, text.asked));
    });
  }

  const find = async (token: string | undefined) => {
    const confirmationId = readConfirmationToken(token ?? '', needs.signingKey, needs.now());
    return confirmationId === undefined ? undefined : needs.confirmationStore.get(confirmationId);
  };
  const broken = readerMessage('en', readerText.en.brokenTitle, readerText.en.broken);

  app.get('/confirm', async (c) => {
    const confirmation = await find(c.req.query('token'));
    if (!confirmation) return c.html(broken, 400);
    const text = readerText[confirmation.language];
    const button = html`<form method="post" action="/confirm?token=${c.req.query('token')}"><button>${text.confirmButton}</button></form>`;
    return c.html(readerMessage(confirmation.language, text.confirmTitle, text.confirm, button));
  });

  app.post('/confirm', async (c) => {
    const confirmation = await find(c.req.query('token'));
    if (!confirmation) return c.html(broken, 400);
    const { confirmationId, purpose, language } = confirmation;
    const text = readerText[language];
    if (await needs.confirmationStore.move(confirmationId, ['claimed', 'sent'], { state: 'confirmed' })) {
      log.outcome({ stage: purpose, outcome: 'confirmed' });
    }
    return c.html(readerMessage(language, text.confirmedTitle, text.confirmed));
  });
  return app;
}

/** What the form begins with: a guess that most of its readers need not change. */
const firstSettings = (language: FrameLanguage): ReaderSettings => ({
  ...defaultSettings,
  ...(language === 'fa' ? { zone: 'Asia/Tehran', weekday: 6 } : { zone: 'UTC' }),
  hour: 7,
  language,
});

function signUpPage(language: FrameLanguage): string {
  const text = readerText[language];
  const other: Html =
    language === 'fa'
      ? html`<a href="/sign-up?language=en" lang="en" dir="ltr">English</a>`
      : html`<a href="/sign-up?language=fa" lang="fa" dir="rtl">فارسی</a>`;
  return readerLayout(
    language,
    text.signUp,
    html`<h1>${text.signUp}</h1><p class="lead">${text.signUpLead}</p><p>${other}</p>
<form class="settings" method="post" action="/sign-up">${addressField(text.address)}${rhythmFields(language, firstSettings(language))}<p class="actions"><button>${text.signUpButton}</button></p></form>`,
  );
}
