// Who sits at the desk, whether the company is open, and in which language. The last part: here it begins.
function setUp(frame) {
  const isKnown = known.me === frame.me && known.desk.agents.length;
  known.desk = frame.desk;
  known.me = frame.me;
  known.behind = Date.parse(frame.now) - Date.now();
  localStorage.setItem('parley.agent', known.me);
  if (!isKnown) {
    $('me').replaceChildren(...known.desk.agents.map(agent => el('option', { value: agent.id, selected: agent.id === known.me }, agent.name)));
    prompts();
    redraw();
  }
  colleagues();
  queue();
}

function hours() {
  $('hours').textContent = (known.open ? T.open : T.shut) + (known.until ? ' · ' + say(T.until, day(known.until)) : '');
  $('hours').setAttribute('aria-pressed', known.open);
}

$('me').addEventListener('change', event => tell({ type: 'hello', agent: event.target.value }));
$('hours').addEventListener('click', () => tell({ type: 'hours', open: !known.open }));
$('lang').replaceChildren(...[...LANGUAGES].map(([code, name]) => el('option', { value: code, lang: code, selected: code === lang }, name)));
$('lang').addEventListener('change', event => speak(event.target.value));

speak(lang);
connect();
