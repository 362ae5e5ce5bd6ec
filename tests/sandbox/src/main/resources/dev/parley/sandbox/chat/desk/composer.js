// What the agent writes, and what they have at hand for it, in the visitor's language.
let cannedReply = null;
let toldTyping = 0;

function prompts() {
  const locale = shownTalk()?.locale ?? lang;
  const theirs = texts => texts[locale] ?? texts.en;
  $('canned').replaceChildren(el('option', { value: '' }, T.choose), ...known.desk.canned.map(reply => el('option', { value: reply.id, lang: locale, dir: 'auto' }, theirs(reply.text))));
  $('questions').replaceChildren(...known.desk.questions.map(theirs).map(question => el('button', { type: 'button', lang: locale, dir: 'auto', onclick: () => fill(question, null) }, question)));
}

/** A canned reply is marked as one until it is edited. */
function fill(text, canned) {
  $('text').value = text;
  cannedReply = canned;
  $('mark').hidden = !canned;
  $('text').focus();
}

function send() {
  const text = $('text').value.trim();
  if (!text) return;
  tell({ type: 'say', talk: known.shown, cid: random(8), text, private: $('private').checked, cannedReplyId: cannedReply?.id ?? '' });
  fill('', null);
  $('private').checked = false;
}

$('canned').addEventListener('change', event => {
  const { value: id, textContent: text } = event.target.selectedOptions[0];
  event.target.value = '';
  if (id) fill(text, { id, text });
});
$('text').addEventListener('input', () => {
  if (cannedReply && $('text').value.trim() !== cannedReply.text) { cannedReply = null; $('mark').hidden = true; }
  if (!$('private').checked && Date.now() - toldTyping > 2000) { toldTyping = Date.now(); tell({ type: 'typing', talk: known.shown }); }
});
$('text').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); $('composer').requestSubmit(); }
});
$('composer').addEventListener('submit', event => { event.preventDefault(); send(); });
