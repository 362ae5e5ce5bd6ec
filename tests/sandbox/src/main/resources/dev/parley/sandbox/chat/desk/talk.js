// One conversation: whose it is, and what may be done with it.
function open(id) {
  known.shown = id;
  known.items = [];
  $('log').replaceChildren();
  $('talk').hidden = $('about').hidden = false;
  tell({ type: 'open', talk: id, after: -1 });
  prompts();
  head();
  queue();
  $('text').focus();
}

function head() {
  const talk = shownTalk();
  if (!talk) return;
  $('who').textContent = visitor(talk);
  $('state').textContent = (talk.agent ? say(T.withAgent, T[talk.state], person(talk.agent)) : T[talk.state]) + ` · ${LANGUAGES.get(talk.locale) ?? talk.locale}`;
  const closed = talk.state === 'closed';
  const mine = talk.agent === known.me && talk.state === 'agent';
  $('take').hidden = closed || mine;
  $('close').hidden = closed;
  $('composer').hidden = $('tools').hidden = closed;
  $('transfer').hidden = !mine;
  marks(talk);
  about(talk);
}

$('take').addEventListener('click', () => { tell({ type: 'take', talk: known.shown }); $('text').focus(); });
$('close').addEventListener('click', () => tell({ type: 'close', talk: known.shown }));

/** The colleague gets everything that was said, and the note. */
$('transfer').addEventListener('submit', event => {
  event.preventDefault();
  tell({ type: 'transfer', talk: known.shown, to: $('colleague').value, note: $('note').value });
  $('note').value = '';
});
