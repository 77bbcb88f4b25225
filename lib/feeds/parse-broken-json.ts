import { LooseJsonReader } from './loose-json-reader.ts';

/**
 * The value of JSON text, read loosely where it is not sound. Of a text that stops in the middle the whole members are
 * kept, and what stands behind the value is left alone.
 *
 * @returns no value when nothing can be saved
 */
export function parseBrokenJson(text: string): { value: unknown; repairs: string[] } {
  try {
    return { value: JSON.parse(text) as unknown, repairs: [] };
  } catch {
    const { value, isCut } = new LooseJsonReader(text).read();
    const isAnything = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
    return isAnything
      ? { value, repairs: [isCut ? 'cut off at the end' : 'broken JSON'] }
      : { value: undefined, repairs: [] };
  }
}
