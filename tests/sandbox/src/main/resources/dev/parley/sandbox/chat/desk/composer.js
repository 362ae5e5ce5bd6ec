// What the agent writes, and what they have at hand for it, in the visitor's language.
const drafts = new Map();
let toldTyping = 0;

function prompts() {
  const locale = shownTalk()?.locale ?? lang;
  const theirs = texts => texts[locale] ?? texts.en;
  $('canned').replaceChildren(el('option', { value: '' }, T.choose), ...known.desk.canned.map(reply => el('option', { value: reply.id, lang: locale, dir: 'auto' }, theirs(reply.text))));
  $('questions').replaceChildren(...known.desk.questions.map(theirs).map(question => el('button', { type: 'button', lang: locale, dir: 'auto', onclick: () => insert(question) }, question)));
}

/** After what is half written. */
function insert(text) {
  const before = $('text').value.trimEnd();
  $('text').value = before ? `${before}\n${text}` : text;
  $('text').focus();
  hint();
}

/** Whatever way it came there: a reply is canned as long as nothing in it was edited. */
const cannedIn = text => known.desk.canned.find(reply => Object.values(reply.text).includes(text.trim()));

/** What would become of what is written, if it were sent now. */
function hint() {
  const isPrivate = $('private').checked;
  const talk = shownTalk();
  const other = talk?.state === 'agent' && !isMine(talk) && !isPrivate ? say(T.takesOver, person(talk.agent)) : '';
  write($('mark'), other || (cannedIn($('text').value) ? T.isCanned : ''));
  $('composer').classList.toggle('private', isPrivate);
  $('text').placeholder = isPrivate ? T.private : T.reply;
  write($('saying'), $('text').placeholder);
}

function send() {
  const text = $('text').value.trim();
  if (!text) return;
  const isPrivate = $('private').checked;
  if (!isPrivate && !isMine(shownTalk())) took.add(known.shown);
  tell({ type: 'say', talk: known.shown, text, private: isPrivate, cannedReplyId: cannedIn(text)?.id ?? '' });
  fill({ text: '', private: false, note: $('note').value });
  $('text').focus();
}

/** Each conversation has its own half-written words: they must not go to somebody else. */
function keepDraft() {
  if (known.shown) drafts.set(known.shown, { text: $('text').value, private: $('private').checked, note: $('note').value });
}

const draftOf = id => drafts.get(id) ?? { text: '', private: false, note: '' };

function bringDraft() { fill(draftOf(known.shown)); }

/** What was not sent stands after what is written now; where either was private, both are. */
function giveBack(frame) {
  keepDraft();
  const draft = draftOf(frame.talk);
  const both = (before, after, between) => [before, after].filter(Boolean).join(between);
  drafts.set(frame.talk, { text: both(draft.text, frame.text, '\n'), private: draft.private || frame.private === true, note: both(draft.note, frame.note, ' ') });
  bringDraft();
}

function fill(draft) {
  $('text').value = draft.text;
  $('private').checked = draft.private;
  $('note').value = draft.note;
  hint();
}

$('insert').addEventListener('click', choose);
$('canned').addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); choose(); } });

function choose() {
  const { value: id, textContent: text } = $('canned').selectedOptions[0];
  $('canned').value = '';
  if (id) insert(text);
}

$('private').addEventListener('change', hint);
$('text').addEventListener('input', () => {
  hint();
  if (!$('private').checked && Date.now() - toldTyping > 2000) { toldTyping = Date.now(); tell({ type: 'typing', talk: known.shown }); }
});
$('text').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); $('composer').requestSubmit(); }
});
$('composer').addEventListener('submit', event => { event.preventDefault(); send(); });
