// The language it speaks, and times in it: the one that the visitor has chosen, or has begun the conversation in.
let lang = pick(memory.read('lang'), chat.locale, option('lang'), new URLSearchParams(location.search).get('lang'), document.documentElement.lang, navigator.language);
let T = TEXTS[lang];
/** What is put in keeps its own direction where the sentence runs the other way. */
const say = (text, ...values) => text.replace(/\{(\d)\}/g, (all, n) => direction(lang) === 'rtl' ? `\u2068${values[n] ?? ''}\u2069` : values[n] ?? '');
/** As it is written where the visitor lives; some browsers pass on what is no tag of a language, such as "en-US@posix". */
const locale = () => navigator.languages.find(wish => wish.toLowerCase().startsWith(lang) && isTag(wish)) ?? lang;
function isTag(wish) { try { return Boolean(new Intl.Locale(wish)); } catch { return false; } }
const moment = time => new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }).format(new Date(time));
const clock = time => new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit' }).format(new Date(time));
const number = value => new Intl.NumberFormat(locale()).format(value);
const zoneName = () => new Intl.DateTimeFormat(locale(), { timeZoneName: 'longGeneric' }).formatToParts().find(part => part.type === 'timeZoneName').value;
const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function speak(code) {
  lang = code;
  T = TEXTS[code];
  memory.write('lang', code);
  if (isGoing() && !known.closed) tell({ type: 'language', cid: random(8), locale: code });
  const written = [form, ask, keep, rateForm].map(each => Object.fromEntries(new FormData(each)));
  const draft = text.value;
  build();
  if (asking) askFor(asking);
  [form, ask, keep, rateForm].forEach((each, at) => fillIn(each, written[at]));
  text.value = draft;
  show();
  languages.focus();
}

/** What was written before the words around it changed. */
function fillIn(where, values) {
  for (const [name, value] of Object.entries(values)) if (where.elements[name]) where.elements[name].value = value;
}
