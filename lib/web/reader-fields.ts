import { Theme } from '../classification/classification.ts';
import { frameNumber } from '../digest/frame-number.ts';
import { type FrameLanguage, frameText } from '../digest/frame-text.ts';
import { type Html, type HtmlValue, html } from '../digest/html-template.ts';
import { languageName } from '../digest/language-name.ts';
import type { ReaderSettings } from '../digest/subscriber.ts';
import { Relation } from '../feeds/outlet.ts';
import { readerText } from './reader-text.ts';

/** Languages that a filter offers; others that a reader has stand behind them. */
const COVERAGE_LANGUAGES = ['en', 'fa', 'ar', 'ku', 'tr', 'de', 'fr', 'it', 'es', 'nl', 'sv', 'no', 'he', 'ru'];

interface Choice {
  value: string;
  name: string;
  /** Of the name, where it is another than the page's. */
  lang?: string;
}

function select(name: string, label: string, choices: readonly Choice[], chosen: string, note?: string): Html {
  const options = choices.map(
    ({ value, name: text, lang }) =>
      html`<option value="${value}"${lang && html` lang="${lang}"`}${value === chosen && html` selected`}>${text}</option>`,
  );
  return html`<label class="field"><span>${label}</span><select name="${name}">${options}</select>${note && html`<small>${note}</small>`}</label>`;
}

function checkboxes(name: string, legend: string, choices: readonly Choice[], chosen: readonly string[]): Html {
  return html`<fieldset><legend>${legend}</legend><div class="choices">${choices.map(
    ({ value, name: text }) =>
      html`<label><input type="checkbox" name="${name}" value="${value}"${chosen.includes(value) && html` checked`}> ${text}</label>`,
  )}</div></fieldset>`;
}

/** A field for a mail address. */
export function addressField(label: string, name = 'address'): Html {
  return html`<label class="field"><span>${label}</span><input type="email" name="${name}" required maxlength="254" autocomplete="email" dir="ltr"></label>`;
}

/** Zone, hour, language and how often: what a sign-up asks as well. */
export function rhythmFields(language: FrameLanguage, settings: ReaderSettings): HtmlValue {
  const text = readerText[language];
  const zones = [...new Set(['UTC', settings.zone, ...Intl.supportedValuesOf('timeZone')])];
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    name: `${frameNumber(hour, language)}:${frameNumber(0, language)}${frameNumber(0, language)}`,
  }));
  return html`${select(
    'zone',
    text.zone,
    zones.map((zone) => ({ value: zone, name: zone })),
    settings.zone,
  )}${select('hour', text.hour, hours, String(settings.hour))}${select(
    'language',
    text.language,
    [
      { value: 'en', name: 'English', lang: 'en' },
      { value: 'fa', name: 'فارسی', lang: 'fa' },
    ],
    settings.language,
  )}${select(
    'frequency',
    text.frequency,
    Object.entries(text.frequencies).map(([value, name]) => ({ value, name })),
    settings.frequency,
  )}${select('weekday', text.weekday, weekdaysOf(language), String(settings.weekday), text.weekdayNote)}${select(
    'quietDay',
    text.quietDay,
    Object.entries(text.quietDays).map(([value, name]) => ({ value, name })),
    settings.quietDay,
  )}`;
}

/** In the order of the week where the language is spoken. */
function weekdaysOf(language: FrameLanguage): Choice[] {
  const days = readerText[language].weekdays.map((name, index) => ({ value: String(index + 1), name }));
  return language === 'fa' ? [...days.slice(5), ...days.slice(0, 5)] : days;
}

/** What of the coverage a reader wants. */
export function filterFields(language: FrameLanguage, { filter }: Pick<ReaderSettings, 'filter'>): Html {
  const text = readerText[language];
  const frame = frameText[language];
  const tags = [...new Set([...COVERAGE_LANGUAGES, ...filter.languages])];
  return html`<p class="lead">${text.whatNote}</p>${checkboxes(
    'themes',
    text.themes,
    Theme.options.map((value) => ({ value, name: frame.themes[value] })),
    filter.themes,
  )}${checkboxes(
    'languages',
    text.languages,
    tags.map((value) => ({ value, name: languageName(value, language) })),
    filter.languages,
  )}${checkboxes(
    'relations',
    text.relations,
    Relation.options.map((value) => ({ value, name: frame.relations[value] })),
    filter.relations,
  )}<label class="field"><span>${text.outlets}</span><input name="outlets" value="${filter.outlets.join(', ')}" maxlength="4000" dir="ltr" autocapitalize="none" spellcheck="false"><small>${text.outletsNote}</small></label>
<label class="field"><span>${text.minimumScore}</span><input type="number" name="minimumScore" min="0" max="1000" step="0.5" value="${filter.minimumScore ?? ''}" dir="ltr"></label>`;
}
