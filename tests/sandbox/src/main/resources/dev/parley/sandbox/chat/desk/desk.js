// Who sits at the desk, whether the company is open, and in which language. The last part: here it begins.
function setUp(frame) {
  const isFirst = !known.desk.agents.length;
  known.desk = frame.desk;
  known.behind = Date.parse(frame.now) - Date.now();
  isGreeted = true;
  greeted = frame.me;
  if (isFirst) {
    $('me').replaceChildren(...known.desk.agents.map(agent => el('option', { value: agent.id }, agent.name)));
    prompts();
  }
  if (isFirst || frame.me !== known.me && !isOnItsWay('hello')) sit(frame.me);
  colleagues();
  queue();
}

/** From now on that is who does and says everything here, also before the service has heard of it. */
function sit(agent) {
  known.me = agent;
  $('me').value = agent;
  localStorage.setItem('parley.agent', agent);
  colleagues();
  queue();
  redraw();
}

function hours() {
  $('hours').textContent = (known.open ? T.open : T.shut) + (known.until ? ' · ' + say(T.until, day(known.until)) : '');
}

$('me').addEventListener('change', event => { sit(event.target.value); tell({ type: 'hello', agent: known.me }); });
$('hours').addEventListener('click', () => tell({ type: 'hours', open: !known.open }));
$('lang').replaceChildren(...[...LANGUAGES].map(([code, name]) => el('option', { value: code, lang: code, selected: code === lang }, name)));
$('lang').addEventListener('change', event => speak(event.target.value));

speak(lang);
connect();
