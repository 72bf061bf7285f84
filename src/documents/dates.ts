import { DAY } from '../domain/window.ts';

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['jan', 'january', 'januar', 'jänner', 'janvier', 'enero', 'janeiro', 'gennaio', 'januari'],
    ['feb', 'february', 'februar', 'février', 'febrero', 'fevereiro', 'febbraio', 'februari'],
    ['mar', 'march', 'märz', 'mars', 'marzo', 'março', 'maart'],
    ['apr', 'april', 'avril', 'abril', 'aprile'],
    ['may', 'mai', 'mayo', 'maio', 'maggio', 'mei'],
    ['jun', 'june', 'juni', 'juin', 'junio', 'junho', 'giugno'],
    ['jul', 'july', 'juli', 'juillet', 'julio', 'julho', 'luglio'],
    ['aug', 'august', 'août', 'agosto', 'augustus'],
    ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setiembre', 'setembro', 'settembre'],
    ['oct', 'october', 'oktober', 'okt', 'octobre', 'octubre', 'outubro', 'ottobre'],
    ['nov', 'november', 'novembre', 'noviembre', 'novembro'],
    ['dec', 'december', 'dezember', 'dez', 'décembre', 'diciembre', 'dezembro', 'dicembre'],
  ].flatMap((names, month) => names.map((name) => [name, month + 1])),
);
/** How far the first commit of a record may be from its date for telling day from month. */
const NEAR = 60 * DAY;

/**
 * The first date in a text, as YYYY-MM-DD, or YYYY-MM where it gives no day; null for none that is clear. Of 08/01/24 the reading
 * is taken that lies within ${60} days of `near` (seconds), when the other does not.
 */
export function dateIn(text: string, near: number | null): string | null {
  const short = text.slice(0, 300);
  const iso = /(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{1,2}))?(?!\d)/.exec(short);
  if (iso !== null) return isoDate(iso[1], iso[2], iso[3]);
  const compact = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(short);
  if (compact !== null) return isoDate(compact[1], compact[2], compact[3]);
  return chineseDate(short) ?? numericDate(short, near) ?? wordedDate(short);
}

/** The date with which the name of a file begins: `20201016-…`, `2021-07-…`, `2022-03-28_017-…`. */
export function dateOfName(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const found = /^((?:19|20)\d{2})(?:-(\d{2})(?:-(\d{2}))?|(\d{2})(\d{2}))(?=[-_. ])/.exec(name);
  return found === null ? null : isoDate(found[1], found[2] ?? found[4], found[3] ?? found[5]);
}

/** 2024年1月2日, as Chinese and Japanese write it. */
function chineseDate(text: string): string | null {
  const found = /((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号號])?/.exec(text);
  return found === null ? null : isoDate(found[1], found[2], found[3]);
}

function numericDate(text: string, near: number | null): string | null {
  const found = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (found === null) return null;
  const [, first, point, second, given = ''] = found;
  const year = given.length === 2 ? `20${given}` : given;
  const dayFirst = isoDate(year, second, first);
  const monthFirst = isoDate(year, first, second);
  // With points the day comes first wherever people write so.
  if (point === '.' || monthFirst === null || dayFirst === monthFirst) return dayFirst;
  if (dayFirst === null) return monthFirst;
  if (near === null) return null;
  const isNear = (date: string) => Math.abs(Date.parse(date) / 1000 - near) <= NEAR;
  if (isNear(dayFirst) === isNear(monthFirst)) return null;
  return isNear(dayFirst) ? dayFirst : monthFirst;
}

function wordedDate(text: string): string | null {
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/u.exec(text);
  if (dayFirst !== null) return isoDate(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /(\p{L}{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})(?!\d)/u.exec(text);
  return monthFirst === null ? null : isoDate(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
}

const monthOf = (name: string | undefined) => {
  const month = MONTHS[(name ?? '').toLowerCase()];
  return month === undefined ? undefined : String(month);
};

function isoDate(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const [y, m] = [Number(year), Number(month)];
  if (year === undefined || y < 1970 || y > 2199 || !(m >= 1 && m <= 12)) return null;
  const text = `${y}-${String(m).padStart(2, '0')}`;
  if (day === undefined) return text;
  const d = Number(day);
  const isReal = d >= 1 && new Date(Date.UTC(y, m - 1, d)).getUTCDate() === d;
  return isReal ? `${text}-${String(d).padStart(2, '0')}` : null;
}
