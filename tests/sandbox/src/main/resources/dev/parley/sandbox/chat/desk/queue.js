// The queue: who has waited longest stands first.
const ORDER = { waiting: 0, agent: 1, bot: 2, closed: 3 };
const MOST_SHOWN = 100;
const entries = new Map();

function queue() {
  const all = [...known.talks.values()].sort(before).slice(0, MOST_SHOWN);
  $('empty').hidden = all.some(talk => talk.state === 'waiting');
  const focused = document.activeElement?.dataset.talk;
  put($('queue'), all.map(talk => entry(talk, entryOf(talk.id))));
  if (focused) document.querySelector(`[data-talk="${focused}"]`)?.focus();
}

function before(one, other) {
  return ORDER[one.state] - ORDER[other.state]
    || (one.state === 'waiting' ? one.waitingSince.localeCompare(other.waitingSince) : other.started.localeCompare(one.started));
}

/** The same node as long as the page lives: a click on one that is replaced between press and release is none. */
function entryOf(id) {
  if (!entries.has(id)) {
    const button = el('button', { type: 'button', onclick: () => open(id) },
      el('span'), el('strong', { dir: 'auto' }), el('span', { className: 'last', dir: 'auto' }));
    button.dataset.talk = id;
    entries.set(id, el('li', {}, button));
  }
  return entries.get(id);
}

/** Only what stands elsewhere is moved. */
function put(list, nodes) {
  nodes.forEach((node, at) => { if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null); });
  while (list.children.length > nodes.length) list.lastChild.remove();
}

const waited = talk => talk.state === 'waiting' ? Math.max(0, (Date.now() - Date.parse(talk.waitingSince)) / 1000) : 0;

function entry(talk, node) {
  const promise = known.desk.promiseMinutes * 60;
  const late = waited(talk) > promise;
  const button = node.firstChild;
  button.className = [talk.state === 'waiting' ? 'waiting' : '', late ? 'late' : '', talk.agent === known.me && talk.state === 'agent' ? 'mine' : ''].join(' ').trim();
  button.setAttribute('aria-current', String(talk.id === known.shown));
  const [timer, who, last] = button.children;
  timer.className = late ? 'time late' : 'time';
  timer.textContent = talk.state === 'waiting' ? say(T.waited, minutes(waited(talk)), minutes(promise)) : T[talk.state];
  who.textContent = visitor(talk);
  last.textContent = talk.last || T.silent;
  return node;
}

setInterval(() => { if ([...known.talks.values()].some(talk => talk.state === 'waiting')) queue(); }, 1000);
