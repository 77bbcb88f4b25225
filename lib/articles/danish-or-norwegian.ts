const danish =
  /(?<!\p{L})(?:af|blev|efter|mellem|nogle|ud|hvad|deltog|mod|fængs\p{L}*|\p{L}+(?:tion|else)erne)(?!\p{L})/giu;
const norwegian =
  /(?<!\p{L})(?:av|ble|etter|mellom|noen|ut|hva|deltok|mot|fengs\p{L}*|\p{L}+(?:sjon|else)ene)(?!\p{L})/giu;

/** The two share most of their words; what they spell differently tells. */
export function danishOrNorwegian(text: string): 'da' | 'no' {
  return (text.match(danish)?.length ?? 0) > (text.match(norwegian)?.length ?? 0) ? 'da' : 'no';
}
