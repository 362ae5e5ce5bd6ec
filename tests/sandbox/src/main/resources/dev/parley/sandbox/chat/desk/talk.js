// One conversation: whose it is, and what may be done with it.
function open(id) {
  if (id !== known.shown) look(id);
  if ($('composer').checkVisibility()) $('text').focus();
  else $('log').focus();
}

function look(id) {
  keepDraft();
  known.shown = id;
  known.items = [];
  known.history = shownTalk().count;
  $('talk').hidden = $('about').hidden = false;
  redraw();
  prompts();
  bringDraft();
  queue();
  tell({ type: 'open', talk: id, after: -1 });
}

function head() {
  const talk = shownTalk();
  if (!talk) return;
  const focused = document.activeElement;
  write($('who'), visitor(talk));
  write($('state'), (talk.agent ? say(T.withAgent, T[talk.state], person(talk.agent)) : T[talk.state]) + ` · ${LANGUAGES.get(talk.locale) ?? talk.locale}`);
  const closed = talk.state === 'closed';
  $('take').hidden = closed || isMine(talk);
  $('close').hidden = closed;
  $('composer').hidden = $('tools').hidden = closed;
  $('transfer').hidden = !isMine(talk);
  hint();
  marks(talk);
  about();
  if (focused !== document.body && !focused.checkVisibility()) $('log').focus();
}

/** Not from whoever takes it meanwhile. */
function take(talk) {
  took.add(talk.id);
  tell({ type: 'take', talk: talk.id });
  open(talk.id);
}

/** On to the next, or back to where the others stand. */
function done() {
  if (isUp(ordered()[0])) $('next').focus();
  else toQueue();
}

/** Who may take it over; who is not there cannot read it. */
function colleagues() {
  const chosen = $('colleague').value;
  const others = known.desk.agents.filter(agent => agent.id !== known.me);
  const name = agent => known.here.includes(agent.id) ? agent.name : say(T.away, agent.name);
  $('colleague').replaceChildren(...others.map(agent => el('option', { value: agent.id, selected: agent.id === chosen }, name(agent))));
}

$('next').addEventListener('click', () => { if (isUp(ordered()[0])) take(ordered()[0]); });
$('take').addEventListener('click', () => take(shownTalk()));
$('close').addEventListener('click', () => { tell({ type: 'close', talk: known.shown }); done(); });

/** The colleague gets everything that was said, and the note. */
$('transfer').addEventListener('submit', event => {
  event.preventDefault();
  tell({ type: 'transfer', talk: known.shown, to: $('colleague').value, note: $('note').value });
  $('note').value = '';
  done();
});
document.addEventListener('keydown', event => { if (event.key === 'Escape' && !event.isComposing) toQueue(); });
