// What is on the screen: built anew when the language changes, shown as far as it fits what is known.
const host = el('div', { id: 'parley-chat' });
const root = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
root.adoptedStyleSheets = [sheet];

const launcher = el('button', { className: 'launcher main', type: 'button', onclick: () => open() });
const silent = el('p', { className: 'silent', role: 'status' });
let shown = false;
let panel, log, outgoing, body, notice, form, keep, text, composer, typingLine, actions, ask, rateForm, foot, endButton, again, languages;

function build() {
  panel?.remove();
  const heading = el('h2', { id: 'parley-title' }, `${T.title}: ${company}`);
  languages = el('select', { 'aria-label': T.language, onchange: event => speak(event.target.value) });
  for (const [code, name] of LANGUAGES) languages.append(el('option', { value: code, selected: code === lang, lang: code }, name));
  endButton = el('button', { type: 'button', onclick: () => tell({ type: 'close', cid: 'closed' }) }, T.end);
  notice = el('p', { className: 'notice', role: 'status', hidden: true });
  form = startForm();
  log = el('div', { className: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': T.title });
  outgoing = el('div', { className: 'log' });
  rateForm = ratingForm();
  again = el('button', { type: 'button', className: 'main', onclick: forget }, T.again);
  body = el('div', { className: 'body', tabIndex: 0, role: 'region', 'aria-label': T.title }, form, log, outgoing, rateForm, again, help());
  typingLine = el('p', { className: 'typing', 'aria-live': 'off' });
  actions = el('div', { className: 'actions', role: 'group', 'aria-label': T.other },
    el('button', { type: 'button', onclick: () => tell({ type: 'choose', cid: random(8), topic: 'person', label: T.person }) }, T.person),
    el('button', { type: 'button', onclick: () => askFor('phone') }, T.callback),
    el('button', { type: 'button', onclick: () => askFor('email') }, T.mail),
    el('button', { type: 'button', onclick: () => tell({ type: 'meeting', cid: random(8), timezone: zone() }) }, T.meeting));
  ask = el('form', { className: 'ask', hidden: true, onsubmit: asked });
  keep = el('form', { className: 'ask', hidden: true, onsubmit: kept }, el('div', { className: 'row' },
    el('label', {}, T.keep, el('input', { name: 'email', type: 'email', required: true, maxLength: 200, dir: 'ltr', autocomplete: 'email' })), el('button', { type: 'submit' }, T.save)));
  text = el('textarea', { rows: 2, maxLength: 4000, 'aria-label': T.write, placeholder: T.write, dir: 'auto', onkeydown: entered, oninput: writing });
  composer = el('form', { className: 'composer', onsubmit: event => { event.preventDefault(); send(); } }, text, el('button', { className: 'main', type: 'submit' }, T.send));
  foot = el('footer', {}, T.other);
  if (option('email')) foot.append(el('a', { href: 'mailto:' + option('email') }, option('email')));
  if (option('phone')) foot.append(el('a', { href: 'tel:' + option('phone').replace(/\s/g, ''), dir: 'ltr' }, option('phone')));
  panel = el('section', { className: 'panel', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'parley-title', hidden: !shown, onkeydown: trap },
    el('header', {}, heading, languages, endButton, el('button', { type: 'button', 'aria-label': T.close, title: T.close, onclick: close }, '✕')),
    notice, body, typingLine, keep, actions, ask, composer, foot);
  root.append(panel);
  launcher.textContent = T.open;
  host.lang = lang;
  host.dir = panel.dir = launcher.dir = direction(lang);
  items.forEach(draw);
}

function show() {
  const started = Boolean(chat.conversation || chat.outbox.length);
  panel.hidden = !shown;
  launcher.hidden = shown;
  form.hidden = started;
  const live = started && !known.closed;
  composer.hidden = actions.hidden = endButton.hidden = !live;
  ask.hidden = !live || !asking;
  actions.firstElementChild.hidden = known.attended;
  keep.hidden = !live || Boolean(asking || known.email) || !(known.waiting || lost);
  rateForm.hidden = !known.closed || known.rated || chat.outbox.some(frame => frame.type === 'rate');
  again.hidden = !known.closed;
  const words = lost && started && !known.closed ? T.lost : !known.open ? T.closed + (known.until ? ' ' + say(T.opens, moment(known.until)) : '') : live && known.waiting ? T.waiting : '';
  if (notice.textContent !== words) notice.textContent = words;
  notice.hidden = !words;
  drawOutbox();
}

/** Tab stays in the window, Escape leaves it. */
function trap(event) {
  if (event.key === 'Escape') { close(); return; }
  if (event.key !== 'Tab') return;
  const stops = [...panel.querySelectorAll('button, input, select, textarea, a[href], summary, [tabindex="0"]')].filter(node => !node.disabled && node.checkVisibility());
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (event.shiftKey && root.activeElement === first) { event.preventDefault(); last.focus(); }
  else if (!event.shiftKey && root.activeElement === last) { event.preventDefault(); first.focus(); }
}
