// The desk's own language, and times in it.
let lang = pick(new URLSearchParams(location.search).get('lang'), localStorage.getItem('parley.desk.lang'), navigator.language);
let T = TEXTS[lang];

/** What is put in keeps its own direction, and the sentence its. */
const say = (text, ...values) => text.replace(/\{(\d)\}/g, (all, n) => `\u2068${values[n] ?? ''}\u2069`);

const clock = time => new Date(time).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
const day = time => new Date(time).toLocaleString(lang, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

function minutes(seconds) {
  const digits = (number, least) => Math.floor(number).toLocaleString(lang, { minimumIntegerDigits: least, useGrouping: false });
  return `${digits(seconds / 60, 1)}:${digits(seconds % 60, 2)}`;
}

/** Everything again, in another language; what is half written stays. */
function speak(code) {
  lang = code;
  T = TEXTS[code];
  localStorage.setItem('parley.desk.lang', code);
  document.documentElement.lang = code;
  document.documentElement.dir = direction(code);
  document.title = T.title;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = T[node.dataset.text];
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', T[node.dataset.label]);
  $('text').placeholder = T.reply;
  $('typing').textContent = '';
  lineState();
  hours();
  prompts();
  queue();
  redraw();
}
