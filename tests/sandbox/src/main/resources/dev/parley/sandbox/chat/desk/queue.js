// The queue: who has waited longest stands first, then what is mine, the longest unanswered first. Its entries are one stop of the Tab key.
const MOST_SHOWN = 100;
const entries = new Map();
let stop = '';

const rank = talk => isForMe(talk) ? -1 : isUp(talk) ? 0 : isMine(talk) ? 1 : talk.state === 'waiting' ? 1.5 : talk.state === 'agent' ? 2 : talk.state === 'bot' ? 3 : 4;
const ordered = () => [...known.talks.values()].sort((one, other) => rank(one) - rank(other) || waited(other) - waited(one) || other.started.localeCompare(one.started));

function queue() { soon(drawQueue); }

function drawQueue() {
  const all = ordered().slice(0, MOST_SHOWN);
  const isEmpty = all.every(talk => talk.state !== 'waiting');
  $('empty').hidden = !isEmpty;
  $('next').setAttribute('aria-disabled', String(!isUp(all[0])));
  write($('count'), isEmpty ? '' : counts());
  const focused = document.activeElement?.dataset.talk;
  stop = [stop, known.shown].find(id => all.some(talk => talk.id === id)) ?? all[0]?.id;
  put($('queue'), all.map(talk => entry(talk, entryOf(talk.id))));
  if (focused && document.activeElement?.dataset.talk !== focused) entries.get(focused).firstChild.focus();
  title();
}

/** The same node as long as the page lives: a click on one that is replaced between press and release is none. */
function entryOf(id) {
  if (!entries.has(id)) {
    const onfocus = () => { stop = id; for (const { firstChild } of $('queue').children) firstChild.tabIndex = firstChild.dataset.talk === id ? 0 : -1; };
    const button = el('button', { type: 'button', onclick: () => open(id), onfocus, 'data-talk': id },
      el('strong', { dir: 'auto' }), el('span', { className: 'time' }), el('span', { className: 'unread' }), el('span', { className: 'last', dir: 'auto' }));
    entries.set(id, el('li', {}, button));
  }
  return entries.get(id);
}

/** Only what stands elsewhere is moved. */
function put(list, nodes) {
  nodes.forEach((node, at) => { if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null); });
  while (list.children.length > nodes.length) list.lastChild.remove();
}

const write = (node, text) => { if (node.textContent !== text) node.textContent = text; };

function entry(talk, node) {
  const button = node.firstChild;
  button.className = [talk.state, isMine(talk) ? 'mine' : '', isLate(talk) ? 'late' : ''].join(' ').trim();
  button.setAttribute('aria-current', String(talk.id === known.shown));
  button.tabIndex = talk.id === stop ? 0 : -1;
  const [who, time, unread, last] = button.children;
  write(who, visitor(talk));
  write(time, state(talk));
  write(unread, isMine(talk) && talk.unread ? say(T.unread, number(talk.unread)) : '');
  write(last, talk.last || T.silent);
  return node;
}

function state(talk) {
  if (waited(talk)) {
    const words = talk.state === 'waiting' ? [T.waited, T.late] : [T.owed, T.owedLate];
    const time = say(words[isLate(talk) ? 1 : 0], minutes(waited(talk)), minutes(promise()));
    return talk.state === 'waiting' && talk.seller ? `${time} · ${say(T.accepted, talk.seller.name)}` : time;
  }
  return talk.state === 'agent' && !isMine(talk) ? say(T.withAgent, T.agent, person(talk.agent)) : T[talk.state];
}

/** Where an agent goes when they have done with a conversation. */
function toQueue() { ($('queue').querySelector('[tabindex="0"]') ?? $('next')).focus(); }

function step(event) {
  const all = [...$('queue').querySelectorAll('button')];
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  all[to]?.focus();
}

$('queue').addEventListener('keydown', step);
setInterval(() => { if ([...known.talks.values()].some(waited)) { queue(); promises(); } if (document.querySelector('.offer button')) about(); }, 1000);
