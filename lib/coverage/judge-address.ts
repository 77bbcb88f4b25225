const DAY_MILLISECONDS = 86_400_000;
/** An address is given when an article is begun, which may be weeks before it is published. */
const LATE_DAYS = 30;
/** The web is younger. */
const FIRST_YEAR = 1994;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `/2019/08/28/`, `/2019/aug/28/`, `/2019-08-28-title`, `/2019/08/title` */
const IN_PATH = /\/(\d{4})[/-](\d{2}|[a-z]{3})(?:[/-](\d{2})(?=[/-]|$))?(?=[/-]|$)/;
/** `/20190828/title`, `/20190828-title`; alone it may be the number of an article. */
const RUN_TOGETHER = /\/(\d{4})(\d{2})(\d{2})(?=[/_-])/;
/** A copy in an archive of the web: `/web/20190828120000/https://…`, `/web/20190828120000id_/…`, `/2019.08.28-120000/…` */
const IN_ARCHIVE = /^\/(?:web\/(\d{4})(\d{2})(\d{2})\d{0,6}(?:[a-z]{2}_)?|(\d{4})\.(\d{2})\.(\d{2})-\d{6})(?=\/)/;

/**
 * Why an article is old by its address alone, in one sentence; undefined when the address says nothing, or fits the day.
 * What comes back from an archive often has no date, or that of its copy.
 */
export function judgeAddress(url: string, recordedAt: string): string | undefined {
  const day = dayOf(URL.parse(url)?.pathname.toLowerCase() ?? '');
  if (day === undefined || Date.parse(recordedAt) - Date.parse(day) <= LATE_DAYS * DAY_MILLISECONDS) return undefined;
  return `its address is of ${day}`;
}

/** Of a copy in an archive the earlier of its own day and that of the address that was copied. */
function dayOf(path: string): string | undefined {
  const [copied = '', ...copy] = IN_ARCHIVE.exec(path) ?? [];
  const original = path.slice(copied.length);
  const days = [
    copy.filter((part) => part !== undefined),
    (IN_PATH.exec(original) ?? RUN_TOGETHER.exec(original) ?? []).slice(1),
  ];
  return days.flatMap(([year, month, date]) => realDay(year, month, date) ?? []).sort()[0];
}

/** Where the address names a month alone, its last day. */
function realDay(year: string | undefined, monthText = '', date?: string): string | undefined {
  const month = MONTHS.includes(monthText) ? MONTHS.indexOf(monthText) + 1 : Number(monthText);
  if (!(Number(year) >= FIRST_YEAR) || !(month >= 1 && month <= 12)) return undefined;
  const lastDate = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  const dateNumber = date === undefined ? lastDate : Number(date);
  if (dateNumber < 1 || dateNumber > lastDate) return undefined;
  return new Date(Date.UTC(Number(year), month - 1, dateNumber)).toISOString().slice(0, 10);
}
