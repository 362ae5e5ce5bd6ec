// What the visitor fills in: who they are, what they write, how to reach them, how it was.
let asking = '';

function startForm() {
  const field = (name, label, properties) => el('label', {}, label, el('input', { name, maxLength: 200, dir: 'auto', ...properties }));
  return el('form', { onsubmit: started },
    el('p', {}, T.intro),
    field('name', T.fName, { autocomplete: 'name' }), field('email', T.fEmail, { type: 'email', autocomplete: 'email' }), field('company', T.fCompany, { autocomplete: 'organization' }),
    el('label', {}, T.fQuestion, el('textarea', { name: 'question', rows: 3, maxLength: 4000, dir: 'auto' })),
    el('button', { className: 'main', type: 'submit' }, T.start));
}

function started(event) {
  event.preventDefault();
  const answers = Object.fromEntries(new FormData(form));
  if (answers.email) known.email = chat.email = answers.email;
  tell({ type: 'start', key: chat.key, locale: lang, proactive, form: answers, page: { url: location.href, title: document.title, referrer: document.referrer } });
  text.focus();
}

function help() { return el('details', {}, el('summary', {}, T.help), el('p', {}, T.helpText)); }

function ratingForm() {
  const stars = el('fieldset', { className: 'stars' }, el('legend', {}, T.rate));
  for (let value = 1; value <= 5; value++) stars.append(el('label', {}, el('input', { type: 'radio', name: 'value', value, required: true, 'aria-label': say(T.stars, value) }), String(value)));
  return el('form', { hidden: true, onsubmit: event => {
    event.preventDefault();
    const answers = new FormData(rateForm);
    tell({ type: 'rate', cid: 'rating', value: Number(answers.get('value')), comment: answers.get('comment') });
  } }, stars, el('label', {}, T.comment, el('textarea', { name: 'comment', rows: 2, maxLength: 1000, dir: 'auto' })), el('button', { className: 'main', type: 'submit' }, T.send));
}

function askFor(what) {
  asking = what;
  const field = what === 'phone' ? el('input', { name: 'phone', type: 'tel', required: true, maxLength: 40, dir: 'ltr', autocomplete: 'tel' })
    : el('input', { name: 'email', type: 'email', required: true, maxLength: 200, dir: 'ltr', autocomplete: 'email', value: known.email });
  ask.replaceChildren(el('label', {}, what === 'phone' ? T.phone : T.fEmail, field), el('label', {}, T.when, el('input', { name: 'when', maxLength: 200, dir: 'auto' })),
    el('div', { className: 'row' }, el('button', { className: 'main', type: 'submit' }, T.ask), el('button', { type: 'button', onclick: () => { asking = ''; show(); text.focus(); } }, T.cancel)));
  show();
  field.focus();
}

function asked(event) {
  event.preventDefault();
  tell({ type: 'callback', cid: random(8), ...Object.fromEntries(new FormData(ask)) });
  asking = '';
  show();
  text.focus();
}

function kept(event) {
  event.preventDefault();
  known.email = keep.elements.email.value;
  tell({ type: 'identify', cid: random(8), email: known.email });
  text.focus();
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
  tell({ type: 'say', cid: random(8), text: words });
}
