import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

const moments = new Intl.DateTimeFormat(LOCALE, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: TIME_ZONE,
});
const times = new Intl.DateTimeFormat(LOCALE, {
  timeStyle: 'short',
  timeZone: TIME_ZONE,
});
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
const numbers = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const twoDigits = new Intl.NumberFormat(LOCALE, { minimumIntegerDigits: 2 });
const percents = new Intl.NumberFormat(LOCALE, {
  style: 'percent',
  maximumFractionDigits: 0,
});

/** A date with its time of day in the user's zone, as the user writes it; empty for none. */
export function moment(iso) {
  return iso ? moments.format(new Date(iso)) : '';
}

/** The time of day alone. */
export function timeOfDay(iso) {
  return iso ? times.format(new Date(iso)) : '';
}

/** How far away a moment is, in words; as a date once it is more than a week. */
export function distance(iso, now = Date.now()) {
  if (!iso) return '';
  const away = new Date(iso).getTime() - now;
  if (Math.abs(away) > WEEK) return moment(iso);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? UNITS.at(-1);
  return relative.format(Math.round(away / size), unit);
}

/** What is left until a moment: minutes and seconds, with hours before them if there are any; never below zero. */
export function countdown(iso, now) {
  const left = Math.max(0, new Date(iso).getTime() - now);
  const two = (count) => twoDigits.format(Math.floor(count));
  const minutesAndSeconds = `${two((left % HOUR) / MINUTE)}:${two((left % MINUTE) / SECOND)}`;
  return left >= HOUR ? `${number(Math.floor(left / HOUR))}:${minutesAndSeconds}` : minutesAndSeconds;
}

/**
 * The label for one, or that for several, as the language of the labels counts: English, for a user whose language they
 * are not translated to. Of theirs, English, Swedish and German tell 1 alone apart; in Persian and Chinese both labels
 * say the same.
 */
export function counted(count, one, several) {
  return count === 1 ? one : several;
}

/** A whole number as the user writes it; empty for none. */
export function number(value) {
  return value === null || value === undefined ? '' : numbers.format(value);
}

/** A share between 0 and 1 as a percentage; empty for none. */
export function percent(value) {
  return value === null || value === undefined ? '' : percents.format(value);
}

/** A text that keeps its own direction and spoils no other's: between Unicode's first-strong isolate and its end. */
export function isolated(text) {
  return `\u2068${text}\u2069`;
}

/** What is there of several short texts, on one line. */
export function joined(texts) {
  return texts.filter(Boolean).map(isolated).join(' · ');
}

/** A label with its {0}, {1} and so on filled in, numbers as the user writes them. */
export function fill(label, ...values) {
  const shown = values.map((value) => (typeof value === 'number' ? number(value) : value));
  return label.replace(/\{(\d)\}/g, (whole, at) => shown[at] ?? whole);
}
