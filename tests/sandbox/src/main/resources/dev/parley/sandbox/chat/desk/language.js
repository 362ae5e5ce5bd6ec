// The desk's own language, and times and amounts in it.
let lang = pick(new URLSearchParams(location.search).get('lang'), localStorage.getItem('parley.desk.lang'), navigator.language);
let T = TEXTS[lang];

/** What is put in keeps its own direction, and the sentence its. */
const say = (text, ...values) => text.replace(/\{(\d)\}/g, (all, n) => `\u2068${values[n] ?? ''}\u2069`);

/** One beside the other, each in its own direction. */
const row = (...parts) => parts.filter(Boolean).map(part => `\u2068${part}\u2069`).join(' · ');

const number = value => value.toLocaleString(lang);
const clock = time => new Date(time).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
const day = time => new Date(time).toLocaleString(lang, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const date = time => new Date(time).toLocaleDateString(lang, { weekday: 'long', day: 'numeric', month: 'long' });

function minutes(seconds) {
  const digits = (number, least) => Math.floor(number).toLocaleString(lang, { minimumIntegerDigits: least, useGrouping: false });
  const rest = `${digits(seconds / 60 % 60, seconds < 3600 ? 1 : 2)}:${digits(seconds % 60, 2)}`;
  return seconds < 3600 ? rest : `${digits(seconds / 3600, 1)}:${rest}`;
}

const measure = (value, unit, unitDisplay) => new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 }).format(value);
const span = seconds => seconds % 3600 ? measure(seconds / 60, 'minute', 'long') : measure(seconds / 3600, 'hour', 'long');

/** In words where the language runs from the right: its short units are Latin letters, which would change sides with the number. */
function size(bytes) {
  const display = direction(lang) === 'rtl' ? 'long' : 'short';
  return bytes < 1e6 ? measure(Math.ceil(bytes / 1e3), 'kilobyte', display) : measure(bytes / 1e6, 'megabyte', display);
}


/** Everything again, in another language; what is half written stays. */
function speak(code) {
  lang = code;
  T = TEXTS[code];
  localStorage.setItem('parley.desk.lang', code);
  document.documentElement.lang = code;
  document.documentElement.dir = direction(code);
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = T[node.dataset.text];
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', T[node.dataset.label]);
  $('typing').textContent = '';
  lineState();
  hours();
  colleagues();
  prompts();
  hint();
  queue();
  redraw();
}
