// What the visitor fills in: who they are, what they write, how to reach them, how it was.
let asking = '';

const emailInput = properties => el('input', { name: 'email', type: 'email', maxLength: 200, dir: 'ltr', autocomplete: 'email', ...properties });

function startForm() {
  const line = (name, properties) => el('input', { name, maxLength: 200, dir: 'auto', ...properties });
  return el('form', { noValidate: true, onsubmit: event => { event.preventDefault(); if (isUnderWay()) text.focus(STILL); } },
    el('p', {}, T.intro),
    field(T.fName, line('name', { autocomplete: 'name' })), field(T.fEmail, emailInput({ onchange: privateMail })), field(T.fCompany, line('company', { autocomplete: 'organization' })),
    field(T.fQuestion, el('textarea', { name: 'question', rows: 3, maxLength: 4000, dir: 'auto' })),
    el('button', { className: 'main', type: 'submit' }, T.start));
}

/** Whether there is a conversation; begins one with what the form holds where there is none yet. */
function isUnderWay() {
  if (isGoing()) return true;
  const answers = valuesOf(form);
  if (!answers) return false;
  known.email = answers.email || known.email;
  change(chat => { chat.email = known.email; chat.locale = lang; });
  tell({ type: 'start', cid: 'start', key: chat.key, locale: lang, proactive, form: answers, page: { url: location.href, title: document.title, referrer: document.referrer } });
  return true;
}

function startAnew() {
  forget();
  form.elements[0].focus();
}

function help() { return el('details', {}, el('summary', {}, T.help), el('p', {}, T.helpText)); }

function ratingForm() {
  const said = el('span', { className: 'said', id: 'said-stars' });
  const stars = el('fieldset', { className: 'stars', onchange: () => stars.querySelectorAll('input').forEach(input => speakOf(input, '')) }, el('legend', {}, T.rate));
  for (let value = 1; value <= 5; value++) stars.append(el('label', {}, el('input', { type: 'radio', name: 'value', value, 'aria-label': say(T.stars, number(value)), 'aria-describedby': said.id }), number(value)));
  return el('form', { hidden: true, noValidate: true, onsubmit: event => {
    event.preventDefault();
    const answers = valuesOf(rateForm);
    if (answers) tell({ type: 'rate', cid: 'rating', value: Number(answers.value), comment: answers.comment });
  } }, stars, said, el('label', {}, T.comment, el('textarea', { name: 'comment', rows: 2, maxLength: 1000, dir: 'auto' })), el('button', { className: 'main', type: 'submit' }, T.send));
}

function askFor(what) {
  asking = what;
  const input = what === 'phone' ? el('input', { name: 'phone', type: 'tel', maxLength: 40, dir: 'ltr', autocomplete: 'tel' })
    : emailInput({ required: true, value: known.email || form.elements.email.value });
  ask.replaceChildren(field(what === 'phone' ? T.phone : T.fEmail, input), el('label', {}, T.when, el('input', { name: 'when', maxLength: 200, dir: 'auto' })),
    el('div', { className: 'row' }, el('button', { className: 'main', type: 'submit' }, T.ask), el('button', { type: 'button', onclick: unask }, T.cancel)));
  show();
  toEnd();
  input.focus();
}

function unask() {
  asking = '';
  show();
  if (!text.checkVisibility()) actions.children[1].focus();
}

function asked(event) {
  event.preventDefault();
  const answers = valuesOf(ask);
  if (!answers || !isUnderWay()) return;
  asking = '';
  tell({ type: 'callback', cid: random(8), ...answers });
  text.focus(STILL);
}

function keepForm() {
  return el('form', { className: 'ask', hidden: true, noValidate: true, onsubmit: kept }, field(T.keep, emailInput({ required: true })),
    el('div', { className: 'row' }, el('button', { type: 'submit' }, T.save), el('button', { type: 'button', onclick: () => { change(chat => { chat.unasked = true; }); show(); } }, T.no)));
}

function kept(event) {
  event.preventDefault();
  const answers = valuesOf(keep);
  if (!answers) return;
  known.email = answers.email;
  tell({ type: 'identify', cid: random(8), email: answers.email });
  text.focus(STILL);
}

function entered(event) {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
}

let toldTyping = 0;
function writing() {
  if (Date.now() - toldTyping > 2000) { toldTyping = Date.now(); hint({ type: 'typing' }); }
}

function send() {
  const words = text.value.trim();
  if (!words) return;
  text.value = '';
  toldTyping = 0;
  tell({ type: 'say', cid: random(8), text: words });
}
