import { expect, test } from 'vitest';
import { barColours, dark, light, relationColours } from '../../lib/digest/mail-theme.ts';

/** Relative luminance of "#rrggbb". @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test.each([
  ['light', light],
  ['dark', dark],
] as const)('every text colour has a contrast of at least 4.5 on the card (%s)', (_, theme) => {
  const low = [theme.ink, theme.muted, theme.link].filter((colour) => contrast(colour, theme.card) < 4.5);
  expect(low).toEqual([]);
});

test.each(Object.entries({ ...relationColours, ...barColours }))(
  'the bar of %s has a contrast of at least 3 in both modes',
  (_, colour) => {
    expect(Math.min(contrast(colour, light.card), contrast(colour, dark.card))).toBeGreaterThanOrEqual(3);
  },
);

test('no two relations share a colour', () => {
  const colours = Object.values(relationColours);
  expect(new Set(colours).size).toBe(colours.length);
});
