import { z } from 'zod';

/**
 * A word or phrase. A star stands for any letters before or after a word: "*massaker", "politisch* Gefangen*"; {20-45} for
 * each whole number of a range.
 */
export const LexiconForm = z
  .string()
  .refine(
    (form) =>
      form.trim() !== '' &&
      form
        .trim()
        .split(/\s+/)
        .every((word) => /^\*?[^*]*[\p{L}\p{Nd}][^*]*\*?$/u.test(word)),
    'must be words, with stars only at their ends',
  )
  .refine((form) => !/[{}]/.test(form) || isRange(form), 'must have one range at most, such as {20-45}');

function isRange(form: string): boolean {
  const [, first, last] = /^[^{}]*\{(\d{1,2})-(\d{1,2})\}[^{}]*$/.exec(form) ?? [];
  return first !== undefined && Number(first) < Number(last);
}
