import type { Relation } from '../feeds/outlet.ts';
import type { Direction } from './text-direction.ts';

/** Text on its ground has a contrast of at least 4.5 in both modes (test/digest/mail-theme.test.ts computes it). */
export const light = {
  page: '#f3f1ec',
  card: '#ffffff',
  ink: '#1f2429',
  muted: '#59616a',
  rule: '#e3dfd7',
  link: '#0d5763',
} as const;

export const dark = {
  page: '#14171a',
  card: '#1c2024',
  ink: '#ece9e3',
  muted: '#adb3b9',
  rule: '#353b41',
  link: '#8bd0d8',
} as const;

/**
 * Middle tones: at least 3 to 1 against the card in both modes, so that a bar survives a mail program that turns
 * light grounds dark by itself. None is a signal colour: the relation says who speaks, not who is right.
 */
export const relationColours: Record<Relation, string> = {
  independent: '#2f8189',
  agency: '#4c7db8',
  rights: '#8b6fb3',
  igo: '#5d74c9',
  exile: '#a9743b',
  state: '#a8677f',
  campaign: '#8b7d2f',
  blog: '#648a52',
  unknown: '#7b8087',
};

/** Tones of bars that tell no relation, from the strongest; the same 3 to 1 holds for each. */
export const barColours = { first: '#4f7386', second: '#8a949c', third: '#a58a5e' } as const;

// Names of several words need no quotes, which would be six bytes each inside an attribute.
const LATIN_SANS = '-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const LATIN_SERIF = 'Georgia,Times New Roman,serif';
const ARABIC = 'Vazirmatn,Segoe UI,Geeza Pro,Noto Sans Arabic,Tahoma,sans-serif';

const familyOf = (direction: Direction): string => (direction === 'rtl' ? ARABIC : LATIN_SANS);

/** Body type of a direction: Arabic script wants other faces, a larger size and more air between lines. */
export function bodyFont(direction: Direction, size: number): string {
  return `font-family:${familyOf(direction)};${bodySize(direction, size)}`;
}

/**
 * Size and leading alone, where the faces of the direction are inherited: inside the card, whose style names them once,
 * and for programs that let no cell inherit, the style sheet.
 */
export function bodySize(direction: Direction, size: number): string {
  return direction === 'rtl' ? `font-size:${size + 1}px;line-height:1.75;` : `font-size:${size}px;line-height:1.55;`;
}

/** @param around whose faces are inherited */
export function headlineFont(direction: Direction, size: number, around?: Direction): string {
  if (direction === 'ltr') return `font-family:${LATIN_SERIF};font-size:${size}px;line-height:1.32;font-weight:700;`;
  const family = around === 'rtl' ? '' : `font-family:${ARABIC};`;
  return `${family}font-size:${size}px;line-height:1.6;font-weight:700;`;
}

/** The mail's only style sheet: dark mode and narrow screens. A program that drops it shows the inline styles. */
export const styleSheetOf = (direction: Direction): string => `
td{font-family:${familyOf(direction)}}
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:520px){.pad{padding-left:18px!important;padding-right:18px!important}.wide{display:none!important}}
@media (prefers-color-scheme:dark){
.page{background:${dark.page}!important}
.card{background:${dark.card}!important;color:${dark.ink}!important}
.ink{color:${dark.ink}!important}
.muted{color:${dark.muted}!important}
.link{color:${dark.link}!important}
.rule{border-color:${dark.rule}!important}
}`;

/** Of the card: the ground, and what everything on it inherits. */
export const cardStyle = (direction: Direction): string =>
  `width:100%;max-width:640px;background:${light.card};border-radius:6px;font-family:${familyOf(direction)};color:${light.ink};`;
