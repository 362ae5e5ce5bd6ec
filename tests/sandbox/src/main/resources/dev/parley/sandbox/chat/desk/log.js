// The log of the conversation that is looked at: its events in their order, and what is still on its way.
const NEAR_THE_END = 80;
let lastDate = '';
let seenTimer = 0;
let typingTimer = 0;

function item({ talk, place, event }) {
  if (talk !== known.shown || known.items.some(item => item.place === place)) return;
  known.items.push({ place, event });
  draw(place, event);
  if (place >= known.history) tellNews(event);
  about();
  seen();
}

function redraw() {
  lastDate = date(Date.now());
  $('log').replaceChildren();
  known.items.forEach(({ place, event }) => draw(place, event));
  pending();
  head();
}

function draw(place, event) {
  const changes = event.type === 'chat.message.edited' || event.type === 'chat.message.deleted' ? messageOf(event.data.id) : undefined;
  if (changes) {
    $('log').querySelector(`[data-message="${CSS.escape(event.data.id)}"]`)?.replaceWith(message(changes.place, changes.event));
    if (shownTalk()) marks(shownTalk());
    return;
  }
  const node = drawn(place, event);
  if (node) add(node, event.time);
}

function add(node, time) {
  const log = $('log');
  const follows = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
  const last = log.querySelector('.pending');
  if (date(time) !== lastDate) log.insertBefore(el('p', { className: 'system day' }, lastDate = date(time)), last);
  log.insertBefore(node, last);
  if (follows || node.classList.contains('own')) log.scrollTop = log.scrollHeight;
}

/** What was said while there was no line stands below all else. */
function pending() {
  $('log').querySelectorAll('.pending').forEach(node => node.remove());
  if (!isLost) return;
  const mine = outbox.map(told => told.frame).filter(frame => frame.type === 'say' && frame.talk === known.shown);
  $('log').append(...mine.map(frame => el('div', { className: `message agent pending${frame.private ? ' private' : ''}` },
    el('div', { className: 'who' }, T.sending), el('p', { dir: 'auto' }, frame.text))));
  if (mine.length) $('log').scrollTop = $('log').scrollHeight;
}

/** How far the visitor has seen what was said to them. */
function marks(talk) {
  for (const node of $('log').querySelectorAll('[data-place]')) write(node.querySelector('.mark'), ` · ${Number(node.dataset.place) <= talk.readByVisitor ? T.read : T.delivered}`);
}

/** The visitor is told how far their agent has read, once for all that comes together. */
function seen() {
  clearTimeout(seenTimer);
  seenTimer = setTimeout(() => {
    const place = known.items.at(-1)?.place;
    if (document.visibilityState === 'visible' && isMine(shownTalk()) && place !== undefined) tell({ type: 'read', talk: known.shown, place });
  }, 50);
}

function typing() {
  clearTimeout(typingTimer);
  $('typing').textContent = T.typing;
  typingTimer = setTimeout(() => { $('typing').textContent = ''; }, 4000);
}

document.addEventListener('visibilitychange', seen);
