// The agent's desk. Everything that anybody wrote is put in as text, never as HTML.
const $ = id => document.getElementById(id);
const talks = new Map();
let desk = { agents: [], canned: [], questions: [], promiseMinutes: 5 };
let me = localStorage.getItem('parley.agent') ?? '';
let shown = '';
let items = [];
let socket = null;
let wait = 500;
let isOpen = true;
let until = '';
let outbox = [];
let cannedReply = null;
let lang = pick(new URLSearchParams(location.search).get('lang'), localStorage.getItem('parley.desk.lang'), navigator.language);
let T = TEXTS[lang];
let isLost = null;

/** What is put in keeps its own direction, and the sentence its. */
const say = (text, ...values) => text.replace(/\{(\d)\}/g, (all, n) => `\u2068${values[n] ?? ''}\u2069`);

const person = id => desk.agents.find(agent => agent.id === id)?.name ?? id;
const clock = time => new Date(time).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
const day = time => new Date(time).toLocaleString(lang, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

// ---- the line; what was said and has not come back is sent again
function connect() {
  const address = new URL('chat', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  const line = socket = new WebSocket(address);
  line.onopen = () => {
    wait = 500;
    line.send(JSON.stringify({ type: 'hello', agent: me }));
    if (shown) line.send(JSON.stringify({ type: 'open', talk: shown, after: items.length ? items[items.length - 1].place : -1 }));
    outbox.forEach(frame => line.send(JSON.stringify(frame)));
    isLost = false;
    lineState();
  };
  line.onmessage = message => hear(JSON.parse(message.data));
  line.onclose = () => {
    isLost = true;
    lineState();
    setTimeout(connect, wait);
    wait = Math.min(5000, wait * 2);
  };
}

function lineState() { $('line').textContent = isLost === null ? T.connecting : isLost ? T.lost : ''; }

function tell(frame) {
  if (frame.cid) outbox.push(frame);
  if (socket.readyState === 1) socket.send(JSON.stringify(frame));
}

function hear(frame) {
  if (frame.type === 'desk') setUp(frame);
  else if (frame.type === 'hours') { isOpen = frame.open; until = frame.until; hours(); }
  else if (frame.type === 'talk') { talks.set(frame.id, frame); queue(); if (frame.id === shown) head(); }
  else if (frame.type === 'item') item(frame);
  else if (frame.type === 'typing' && frame.talk === shown) typing();
}

function setUp(frame) {
  desk = frame.desk;
  me = frame.me;
  localStorage.setItem('parley.agent', me);
  $('me').replaceChildren(...desk.agents.map(agent => el('option', { value: agent.id, selected: agent.id === me }, agent.name)));
  $('colleague').replaceChildren(...desk.agents.filter(agent => agent.id !== me).map(agent => el('option', { value: agent.id }, agent.name)));
  prompts();
  queue();
}

/** Canned replies and questions at hand are in the visitor's language. */
function prompts() {
  const locale = talks.get(shown)?.locale ?? lang;
  const theirs = texts => texts[locale] ?? texts.en;
  $('canned').replaceChildren(el('option', { value: '' }, T.choose), ...desk.canned.map(reply => el('option', { value: reply.id, lang: locale, dir: 'auto' }, theirs(reply.text))));
  $('questions').replaceChildren(...desk.questions.map(theirs).map(question => el('button', { type: 'button', lang: locale, dir: 'auto', onclick: () => fill(question, null) }, question)));
}

// ---- the desk's own language
function speak(code) {
  lang = code;
  T = TEXTS[code];
  localStorage.setItem('parley.desk.lang', code);
  document.documentElement.lang = code;
  document.documentElement.dir = direction(code);
  document.title = T.title;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = T[node.dataset.text];
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', T[node.dataset.label]);
  $('text').placeholder = T.reply;
  $('typing').textContent = '';
  lineState();
  hours();
  prompts();
  queue();
  redraw();
}

function redraw() {
  $('log').replaceChildren();
  items.forEach(({ place, event }) => draw(place, event));
  head();
}

function hours() {
  $('hours').textContent = (isOpen ? T.open : T.shut) + (until ? ' · ' + say(T.until, day(until)) : '');
  $('hours').setAttribute('aria-pressed', isOpen);
}

// ---- the queue: who has waited longest stands first
const ORDER = { waiting: 0, agent: 1, bot: 2, closed: 3 };

function queue() {
  const all = [...talks.values()].sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.state === 'waiting' ? a.waitingSince.localeCompare(b.waitingSince) : b.started.localeCompare(a.started))).slice(0, 100);
  $('empty').hidden = all.some(talk => talk.state === 'waiting');
  const focused = document.activeElement?.dataset.talk;
  put($('queue'), all.map(talk => entry(talk, entryOf(talk.id))));
  if (focused) document.querySelector(`[data-talk="${focused}"]`)?.focus();
}

const entries = new Map();

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

function minutes(seconds) {
  const digits = (number, least) => Math.floor(number).toLocaleString(lang, { minimumIntegerDigits: least, useGrouping: false });
  return `${digits(seconds / 60, 1)}:${digits(seconds % 60, 2)}`;
}

function entry(talk, node) {
  const waited = talk.state === 'waiting' ? Math.max(0, (Date.now() - Date.parse(talk.waitingSince)) / 1000) : 0;
  const late = waited > desk.promiseMinutes * 60;
  const time = talk.state === 'waiting' ? say(T.waited, minutes(waited), minutes(desk.promiseMinutes * 60)) : T[talk.state];
  const classes = [talk.state === 'waiting' ? 'waiting' : '', late ? 'late' : '', talk.agent === me && talk.state === 'agent' ? 'mine' : ''].join(' ').trim();
  const button = node.firstChild;
  button.className = classes;
  button.setAttribute('aria-current', String(talk.id === shown));
  const [timer, who, last] = button.children;
  timer.className = late ? 'time late' : 'time';
  timer.textContent = time;
  who.textContent = talk.visitor.name || talk.visitor.email || T.visitor;
  last.textContent = talk.last || T.silent;
  return node;
}

setInterval(() => { if ([...talks.values()].some(talk => talk.state === 'waiting')) queue(); }, 1000);

// ---- one conversation
function open(id) {
  shown = id;
  items = [];
  $('log').replaceChildren();
  $('talk').hidden = $('about').hidden = false;
  tell({ type: 'open', talk: id, after: -1 });
  prompts();
  head();
  queue();
  $('text').focus();
}

function head() {
  const talk = talks.get(shown);
  if (!talk) return;
  $('who').textContent = talk.visitor.name || talk.visitor.email || T.visitor;
  $('state').textContent = (talk.agent ? say(T.withAgent, T[talk.state], person(talk.agent)) : T[talk.state]) + ` · ${LANGUAGES.get(talk.locale) ?? talk.locale}`;
  const closed = talk.state === 'closed';
  const mine = talk.agent === me && talk.state === 'agent';
  $('take').hidden = closed || mine;
  $('close').hidden = closed;
  $('composer').hidden = $('tools').hidden = closed;
  $('transfer').hidden = !mine;
  marks(talk);
  about(talk);
}

function item({ talk, place, event }) {
  outbox = outbox.filter(frame => event.id !== talk + '-' + frame.cid);
  if (talk !== shown || items.some(known => known.place === place)) return;
  items.push({ place, event });
  draw(place, event);
  if (talks.has(talk)) about(talks.get(talk));
  if (document.visibilityState === 'visible' && talks.get(talk)?.agent === me) tell({ type: 'read', talk, place });
}

function draw(place, event) {
  const data = event.data;
  const name = data.participant?.name ?? '';
  switch (event.type) {
    case 'chat.message.posted': return message(place, event);
    case 'chat.participant.joined': return data.role === 'agent' ? system(say(T.joined, name)) : undefined;
    case 'chat.participant.left': return system(data.role === 'bot' ? T['left.' + data.reason] ?? say(T.handed, name) : say(T.handed, name));
    case 'chat.visitor.identified': {
      const { locale, ...told } = data.visitor;
      return Object.keys(told).length ? system(say(T.gave, Object.values(told).join(', '))) : undefined;
    }
    case 'chat.callback.requested': return system(say(T.reach, [data.phone, data.email, data.when].filter(Boolean).join(', ')));
    case 'meeting.requested': return system(data.start ? say(T.chose, day(data.start)) : T.wish);
    case 'meeting.slots.offered': return system(say(T.slots, (data.slots ?? []).map(slot => day(slot.start)).join(' · ')));
    case 'meeting.confirmed': return system(say(T.confirmed, day(data.start)));
    case 'chat.conversation.closed': return system(data.by === 'visitor' ? T.closedByVisitor : say(T.closedBy, person(data.by)));
    case 'chat.rating.given': return system(say(T.rated, data.value, data.scale) + (data.comment ? `: ${data.comment}` : ''));
    case 'handoff.accepted': return system(say(T.accepted, data.to?.name ?? T.seller));
    case 'handoff.declined': return system(say(T.declined, data.to?.name ?? T.seller));
    case 'handoff.expired': return system(data.escalated ? T.escalated : T.expired);
  }
}

function write(node) {
  $('log').append(node);
  $('log').scrollTop = $('log').scrollHeight;
}

function system(text) { write(el('p', { className: 'system' }, text)); }

function message(place, event) {
  const data = event.data;
  const role = data.author.role;
  const who = [role === 'visitor' ? T.visitor : data.author.name, role === 'bot' ? T.botMark : '', data.private ? T.privateMark : '', data.cannedReplyId ? T.cannedMark : '', clock(event.time)].filter(Boolean).join(' · ');
  const node = el('div', { className: `message ${role}${data.private ? ' private' : ''}` }, el('div', { className: 'who' }, who, el('span', { className: 'mark' })), el('p', { dir: 'auto' }, data.text));
  if (role === 'agent' && !data.private) node.dataset.place = place;
  if (role === 'visitor') $('typing').textContent = '';
  write(node);
}

function marks(talk) {
  for (const node of $('log').querySelectorAll('[data-place]')) node.querySelector('.mark').textContent = Number(node.dataset.place) <= talk.readByVisitor ? ` · ${T.read}` : ` · ${T.delivered}`;
}

let typingTimer = 0;
function typing() {
  clearTimeout(typingTimer);
  $('typing').textContent = T.typing;
  typingTimer = setTimeout(() => { $('typing').textContent = ''; }, 4000);
}

// ---- who it is, so that nobody has to say it twice
function about(talk) {
  const parts = [el('h2', {}, T.about), facts(talk.visitor, ['name', 'email', 'company', 'phone'])];
  const page = items[0]?.event.data.page;
  if (page?.url) parts.push(el('p', {}, say(T.page, page.title || page.url)));
  parts.push(...offers());
  const context = items.filter(known => known.event.type === 'crm.context.changed').at(-1)?.event.data;
  parts.push(el('h3', {}, T.crm), ...(context ? [link(context.url), tree(inWords(context))] : [el('p', {}, T.unknown)]));
  const before = [...talks.values()].filter(other => other.id !== talk.id && talk.visitor.email && other.visitor.email === talk.visitor.email);
  parts.push(el('h3', {}, T.earlier));
  parts.push(before.length ? el('ul', {}, ...before.map(other => el('li', {}, el('button', { type: 'button', 'data-earlier': other.id, onclick: () => open(other.id) }, `${day(other.started)}: ${other.last}`)))) : el('p', {}, T.none));
  renew($('about'), parts.filter(part => part));
}

/** What has not changed stays, for the same reason as in the queue. */
function renew(list, nodes) {
  nodes.forEach((node, at) => {
    const old = list.children[at];
    if (!old) list.append(node);
    else if (!old.isEqualNode(node)) old.replaceWith(node);
  });
  while (list.children.length > nodes.length) list.lastChild.remove();
}

function facts(object, names) {
  return el('dl', {}, ...names.filter(name => object[name]).flatMap(name => [el('dt', {}, words(name)), el('dd', { dir: 'auto' }, String(object[name]))]));
}

const words = name => T['word.' + name] ?? name.replace(/([A-Z])/g, ' $1').replace(/^./, first => first.toUpperCase());

const MACHINES = { id: true, url: true, conversation: true };

function link(url) {
  return /^https?:\/\//.test(url ?? '') ? el('p', {}, el('a', { href: url, target: '_blank', rel: 'noopener' }, T.record)) : '';
}

/** What Parley names by its own names is called as the agent calls it; what people said stays as they said it. */
function inWords(context) {
  const { stage, functions, summary } = TERMS[lang];
  const lines = text => text.replace(/^(Needs|Open|Promised|Next): (.*)$/gm, (all, heading, said) => say(summary[heading], said));
  const told = { ...context };
  if (told.stage) told.stage = stage[told.stage] ?? told.stage;
  if (Array.isArray(told.functions)) told.functions = told.functions.map(name => functions[name] ?? name);
  if (Array.isArray(told.missing)) told.missing = told.missing.map(each => each.ask ?? each.name ?? each);
  if (Array.isArray(told.earlier)) told.earlier = told.earlier.map(talk => talk.summary ? { ...talk, summary: lines(talk.summary) } : talk);
  return told;
}

/** Whatever Parley tells of the visitor, three levels deep; what only machines read is left out. */
function tree(value, depth = 0) {
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return document.createTextNode(day(value));
  if (value === null || typeof value !== 'object') return document.createTextNode(String(value ?? ''));
  if (Array.isArray(value)) return depth > 3 ? '' : el('ul', {}, ...value.slice(0, 20).map(each => el('li', {}, tree(each, depth + 1))));
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== '' && !MACHINES[name]).slice(0, 40);
  return depth > 3 ? '' : el('dl', {}, ...entries.flatMap(([name, each]) => [el('dt', {}, words(name)), el('dd', { dir: 'auto' }, tree(each, depth + 1))]));
}

function offers() {
  const open = new Map();
  for (const { event } of items) {
    if (event.type === 'handoff.offered') open.set(event.data.offer, event.data);
    else if (event.type.startsWith('handoff.')) open.delete(event.data.offer);
  }
  return [...open.values()].map(offer => el('div', { className: 'offer', 'data-offer': offer.offer },
    el('strong', {}, say(T.offered, offer.to?.name ?? T.seller)), el('div', {}, say(T.until, clock(offer.until)) + (offer.reason ? ': ' + offer.reason : '')),
    ...(offer.url ? ['accept', 'decline'].map(decision => el('button', { type: 'button', className: decision === 'accept' ? 'main' : '', onclick: () => tell({ type: 'decide', talk: shown, url: offer.url, decision }) }, T[decision])) : [])));
}

// ---- what the agent does
function fill(text, canned) {
  $('text').value = text;
  cannedReply = canned;
  $('mark').hidden = !canned;
  $('text').focus();
}

$('me').addEventListener('change', event => { me = event.target.value; socket.send(JSON.stringify({ type: 'hello', agent: me })); if (shown) head(); });
$('hours').addEventListener('click', () => tell({ type: 'hours', open: !isOpen }));
$('take').addEventListener('click', () => { tell({ type: 'take', talk: shown }); $('text').focus(); });
$('close').addEventListener('click', () => tell({ type: 'close', talk: shown }));
$('canned').addEventListener('change', event => {
  const { value: id, textContent: text } = event.target.selectedOptions[0];
  event.target.value = '';
  if (id) fill(text, { id, text });
});

let toldTyping = 0;
$('text').addEventListener('input', () => {
  if (cannedReply && $('text').value.trim() !== cannedReply.text) { cannedReply = null; $('mark').hidden = true; }
  if (!$('private').checked && Date.now() - toldTyping > 2000) { toldTyping = Date.now(); tell({ type: 'typing', talk: shown }); }
});
$('text').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); $('composer').requestSubmit(); }
});
$('composer').addEventListener('submit', event => {
  event.preventDefault();
  const text = $('text').value.trim();
  if (!text) return;
  const cid = random(8);
  tell({ type: 'say', talk: shown, cid, text, private: $('private').checked, cannedReplyId: cannedReply?.id ?? '' });
  fill('', null);
  $('private').checked = false;
});
$('transfer').addEventListener('submit', event => {
  event.preventDefault();
  tell({ type: 'transfer', talk: shown, to: $('colleague').value, note: $('note').value });
  $('note').value = '';
});

$('lang').replaceChildren(...[...LANGUAGES].map(([code, name]) => el('option', { value: code, lang: code, selected: code === lang }, name)));
$('lang').addEventListener('change', event => speak(event.target.value));
speak(lang);
connect();
