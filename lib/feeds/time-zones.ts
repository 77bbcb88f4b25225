/**
 * Minutes east of UTC of the zone names that feeds use (RFC 822 §5.1, RFC 2822 §4.3, and the names of Europe and the
 * Middle East). BST is British, IST is Indian.
 */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  mez: 60,
  met: 60,
  cest: 120,
  mesz: 120,
  mest: 120,
  eet: 120,
  cat: 120,
  sast: 120,
  eest: 180,
  msk: 180,
  trt: 180,
  ast: -240,
  adt: -180,
  irst: 210,
  irt: 210,
  irdt: 270,
  gst: 240,
  aft: 270,
  pkt: 300,
  ist: 330,
  ict: 420,
  hkt: 480,
  sgt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  brt: -180,
  art: -180,
};

/**
 * Minutes east of UTC that the text after a time means: `Z`, `+0330`, `+03:30`, `+1`, `GMT+2`, `CET`.
 *
 * @returns undefined when it names no zone
 */
export function zoneMinutes(text: string): number | undefined {
  const zone = text
    .trim()
    .toLowerCase()
    .replace(/^[([]|[)\]]$/g, '');
  if (zone === '') return undefined;
  const numeric = /^(?:gmt|utc?|z)?\s?([+\-−–])(\d{1,2})(?::?(\d{2}))?(?::?\d{2})?\b/.exec(zone);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '+' ? minutes : -minutes;
  }
  const name = /^[a-z]+/.exec(zone)?.[0] ?? '';
  // Military letters were given with the wrong sign by RFC 822 and mean nothing since RFC 2822 §4.3.
  return ZONES[name] ?? (name.length === 1 ? 0 : undefined);
}
