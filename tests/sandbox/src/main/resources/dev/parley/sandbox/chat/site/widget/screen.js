// What is on the screen: built anew when the language changes, shown as far as it fits what is known.
const host = el('div', { id: 'parley-chat' });
const root = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
root.adoptedStyleSheets = [sheet];

const launcher = el('button', { className: 'launcher main', type: 'button', onclick: () => open() });
const silent = el('p', { className: 'silent', role: 'status' });
/** The keyboard goes somewhere without moving what one reads. */
const STILL = { preventScroll: true };
/** Within how long somebody comes, as the texts say. */
const PROMISE_MS = 300_000;
let shown = false;
let panel, log, outgoing, body, notice, form, keep, text, composer, typingLine, actions, ask, rateForm, foot, endButton, again, languages;

function build() {
  panel?.remove();
  form = startForm();
  log = el('div', { className: 'log', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': T.title });
  outgoing = el('div', { className: 'log' });
  rateForm = ratingForm();
  again = el('button', { type: 'button', className: 'main', onclick: startAnew }, T.again);
  body = el('div', { className: 'body', tabIndex: 0, role: 'region', 'aria-label': T.title }, form, log, outgoing, rateForm, again, help());
  notice = el('p', { className: 'notice', role: 'status', hidden: true });
  typingLine = el('p', { className: 'typing', 'aria-live': 'off' });
  ask = el('form', { className: 'ask', hidden: true, noValidate: true, onsubmit: asked });
  keep = keepForm();
  text = el('textarea', { rows: 2, maxLength: 4000, 'aria-label': T.write, placeholder: T.write, dir: 'auto', onkeydown: entered, oninput: writing });
  composer = el('form', { className: 'composer', onsubmit: event => { event.preventDefault(); send(); } }, text, el('button', { className: 'main', type: 'submit' }, T.send));
  panel = el('section', { className: 'panel', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'parley-title', hidden: !shown, onkeydown: trap },
    header(), notice, body, typingLine, keep, actionButtons(), ask, composer, footer());
  root.append(panel);
  host.lang = lang;
  host.dir = panel.dir = launcher.dir = direction(lang);
  items.forEach(draw);
}

function header() {
  languages = el('select', { 'aria-label': T.language, onchange: event => speak(event.target.value) });
  for (const [code, name] of LANGUAGES) languages.append(el('option', { value: code, selected: code === lang, lang: code }, name));
  endButton = el('button', { type: 'button', onclick: () => tell({ type: 'close', cid: random(8) }) }, T.end);
  return el('header', {}, el('h2', { id: 'parley-title' }, say(T.titled, company())), languages, endButton,
    el('button', { type: 'button', 'aria-label': T.close, title: T.close, onclick: close }, '✕'));
}

/** Before the form is filled in too: who has no mind to write need not. */
function actionButtons() {
  actions = el('div', { className: 'actions', role: 'group', 'aria-label': T.other },
    el('button', { type: 'button', onclick: () => isUnderWay() && tell({ type: 'choose', cid: random(8), topic: 'person', label: T.person }) }, T.person),
    el('button', { type: 'button', onclick: () => askFor('phone') }, T.callback),
    el('button', { type: 'button', onclick: () => askFor('email') }, T.mail),
    el('button', { type: 'button', onclick: () => isUnderWay() && tell({ type: 'meeting', cid: random(8), timezone: zone() }) }, T.meeting));
  return actions;
}

function footer() {
  const email = option('email', COMPANY.email);
  const phone = option('phone', COMPANY.phone);
  foot = el('footer', {}, T.other, el('a', { href: 'mailto:' + email, dir: 'ltr' }, email), el('a', { href: 'tel:' + phone.replace(/\s/g, ''), dir: 'ltr' }, phone));
  return foot;
}

function show() {
  const at = root.activeElement;
  const started = isGoing();
  panel.hidden = !shown;
  launcher.hidden = shown;
  form.hidden = started;
  const live = started && !known.closed;
  composer.hidden = endButton.hidden = !live;
  actions.hidden = known.closed;
  ask.hidden = known.closed || !asking;
  actions.firstElementChild.hidden = known.attended;
  keep.hidden = !live || Boolean(asking || known.email || chat.unasked) || !(known.attended || lost);
  rateForm.hidden = !known.closed || known.rated || chat.outbox.some(frame => frame.type === 'rate');
  again.hidden = !known.closed;
  tellNotice(live);
  drawOutbox();
  drawLauncher();
  if (shown && at && !at.checkVisibility()) refocus();
}

function tellNotice(live) {
  const words = lost && isGoing() && !known.closed ? T.lost : !known.open ? T.closed + (known.until ? ' ' + say(T.opens, moment(known.until)) : '') : live && known.waiting ? T[isLate() ? 'late' : 'waiting'] : '';
  if (notice.textContent !== words) notice.textContent = words;
  notice.hidden = !words;
}

/** A promise that is broken is not made on and on; it was made at the opening to who came before. */
function isLate() { return Date.now() + known.behind - Math.max(Date.parse(known.waiting), Date.parse(known.since) || 0) > PROMISE_MS; }

setInterval(() => { if (known.waiting && isGoing()) tellNotice(!known.closed); }, 1000);

/** Where the keyboard goes on when what it was on is gone. */
function refocus() {
  [text, rateForm.elements.value?.[0], again, form.elements[0]].find(node => node?.checkVisibility())?.focus(STILL);
}

/** Tab stays in the window, Escape leaves it, or what is asked in it. */
function trap(event) {
  if (event.key === 'Escape') { ask.contains(event.target) ? unask() : close(); return; }
  if (event.key !== 'Tab') return;
  const stops = [...panel.querySelectorAll('button, input, select, textarea, a[href], summary, [tabindex="0"]')].filter(node => !node.disabled && node.checkVisibility());
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (event.shiftKey && root.activeElement === first) { event.preventDefault(); last.focus(); }
  else if (!event.shiftKey && root.activeElement === last) { event.preventDefault(); first.focus(); }
}
