// The language it speaks, and times in it.
let lang = pick(option('lang'), new URLSearchParams(location.search).get('lang'), memory.read('lang'), document.documentElement.lang, navigator.language);
let T = TEXTS[lang];
const say = (text, ...values) => text.replace(/\{(\d)\}/g, (all, n) => values[n] ?? '');
const moment = time => new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }).format(new Date(time));
const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function speak(code) {
  lang = code;
  T = TEXTS[code];
  memory.write('lang', code);
  build();
  show();
}
