// The agent's desk. Everything that anybody wrote is put in as text, never as HTML.
'use strict';
const $ = id => document.getElementById(id);
const talks = new Map();
let desk = { agents: [], canned: [], questions: [], promiseMinutes: 5 };
let me = localStorage.getItem('parley.agent') ?? '';
let shown = '';
let items = [];
let socket = null;
let wait = 500;
let isOpen = true;
let outbox = [];
let cannedReply = null;

function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}

const person = id => desk.agents.find(agent => agent.id === id)?.name ?? id;
const clock = time => new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
const day = time => new Date(time).toLocaleString([], { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

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
    $('line').textContent = '';
  };
  line.onmessage = message => hear(JSON.parse(message.data));
  line.onclose = () => {
    $('line').textContent = 'The connection is lost. What you write is sent as soon as it is back.';
    setTimeout(connect, wait);
    wait = Math.min(5000, wait * 2);
  };
}

function tell(frame) {
  if (frame.cid) outbox.push(frame);
  if (socket.readyState === 1) socket.send(JSON.stringify(frame));
}

function hear(frame) {
  if (frame.type === 'desk') setUp(frame);
  else if (frame.type === 'hours') { isOpen = frame.open; hours(); }
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
  $('canned').replaceChildren(el('option', { value: '' }, 'Choose…'), ...desk.canned.map(reply => el('option', { value: reply.id }, reply.text)));
  $('questions').replaceChildren(...desk.questions.map(question => el('button', { type: 'button', onclick: () => fill(question, null) }, question)));
  queue();
}

function hours() {
  $('hours').textContent = isOpen ? 'Open for chats' : 'Closed: visitors leave messages';
  $('hours').setAttribute('aria-pressed', isOpen);
}

// ---- the queue: who has waited longest stands first
const ORDER = { waiting: 0, agent: 1, bot: 2, closed: 3 };
const STATES = { waiting: 'Waiting', agent: 'In talk', bot: 'With the bot', closed: 'Closed' };

function queue() {
  const all = [...talks.values()].sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.state === 'waiting' ? a.waitingSince.localeCompare(b.waitingSince) : b.started.localeCompare(a.started))).slice(0, 100);
  $('empty').hidden = all.some(talk => talk.state === 'waiting');
  const focused = document.activeElement?.dataset.talk;
  $('queue').replaceChildren(...all.map(entry));
  if (focused) document.querySelector(`[data-talk="${focused}"]`)?.focus();
}

function entry(talk) {
  const waited = talk.state === 'waiting' ? Math.max(0, (Date.now() - Date.parse(talk.waitingSince)) / 1000) : 0;
  const late = waited > desk.promiseMinutes * 60;
  const time = talk.state === 'waiting' ? `${Math.floor(waited / 60)}:${String(Math.floor(waited % 60)).padStart(2, '0')} of ${desk.promiseMinutes}:00` : STATES[talk.state];
  const classes = [talk.state === 'waiting' ? 'waiting' : '', late ? 'late' : '', talk.agent === me && talk.state === 'agent' ? 'mine' : ''].join(' ').trim();
  const button = el('button', { type: 'button', className: classes, 'aria-current': String(talk.id === shown), onclick: () => open(talk.id) },
    el('span', { className: late ? 'time late' : 'time' }, time),
    el('strong', { dir: 'auto' }, talk.visitor.name || talk.visitor.email || 'Visitor'),
    el('span', { className: 'last', dir: 'auto' }, talk.last || 'Nothing said yet'));
  button.dataset.talk = talk.id;
  return el('li', {}, button);
}

setInterval(() => { if ([...talks.values()].some(talk => talk.state === 'waiting')) queue(); }, 1000);

// ---- one conversation
function open(id) {
  shown = id;
  items = [];
  $('log').replaceChildren();
  $('talk').hidden = $('about').hidden = false;
  tell({ type: 'open', talk: id, after: -1 });
  head();
  queue();
  $('text').focus();
}

function head() {
  const talk = talks.get(shown);
  if (!talk) return;
  $('who').textContent = talk.visitor.name || talk.visitor.email || 'Visitor';
  $('state').textContent = STATES[talk.state] + (talk.agent ? ` with ${person(talk.agent)}` : '') + ` · ${talk.locale}`;
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
    case 'chat.participant.joined': return data.role === 'agent' ? system(`${name} joined`) : undefined;
    case 'chat.participant.left': return system(data.role === 'bot' ? `The bot handed over (${data.reason})` : `${name} handed over`);
    case 'chat.visitor.identified': return system('The visitor gave: ' + Object.values(data.visitor).join(', '));
    case 'chat.callback.requested': return system('Asks to be reached: ' + [data.phone, data.email, data.when].filter(Boolean).join(', '));
    case 'meeting.requested': return system(data.start ? `Chose ${day(data.start)}` : 'Asks for a meeting');
    case 'meeting.slots.offered': return system('Offered: ' + (data.slots ?? []).map(slot => day(slot.start)).join(' · '));
    case 'meeting.confirmed': return system(`Meeting confirmed: ${day(data.start)}`);
    case 'chat.conversation.closed': return system('Closed by ' + (data.by === 'visitor' ? 'the visitor' : person(data.by)));
    case 'chat.rating.given': return system(`Rated ${data.value} of ${data.scale}` + (data.comment ? `: ${data.comment}` : ''));
    case 'handoff.accepted': return system(`${data.to?.name ?? 'A seller'} accepted the offer`);
    case 'handoff.declined': return system(`${data.to?.name ?? 'A seller'} declined the offer`);
    case 'handoff.expired': return system(data.escalated ? 'Nobody took the offer: it was escalated' : 'The offer expired');
  }
}

function put(node) {
  $('log').append(node);
  $('log').scrollTop = $('log').scrollHeight;
}

function system(text) { put(el('p', { className: 'system', dir: 'auto' }, text)); }

function message(place, event) {
  const data = event.data;
  const role = data.author.role;
  const who = [role === 'visitor' ? 'Visitor' : data.author.name, role === 'bot' ? 'bot' : '', data.private ? 'private note' : '', data.cannedReplyId ? 'canned' : '', clock(event.time)].filter(Boolean).join(' · ');
  const node = el('div', { className: `message ${role}${data.private ? ' private' : ''}` }, el('div', { className: 'who' }, who, el('span', { className: 'mark' })), el('p', { dir: 'auto' }, data.text));
  if (role === 'agent' && !data.private) node.dataset.place = place;
  if (role === 'visitor') $('typing').textContent = '';
  put(node);
}

function marks(talk) {
  for (const node of $('log').querySelectorAll('[data-place]')) node.querySelector('.mark').textContent = Number(node.dataset.place) <= talk.readByVisitor ? ' · read' : ' · delivered';
}

let typingTimer = 0;
function typing() {
  clearTimeout(typingTimer);
  $('typing').textContent = 'The visitor is writing…';
  typingTimer = setTimeout(() => { $('typing').textContent = ''; }, 4000);
}

// ---- who it is, so that nobody has to say it twice
function about(talk) {
  const parts = [el('h2', {}, 'About the visitor'), facts(talk.visitor, ['name', 'email', 'company', 'phone'])];
  const page = items[0]?.event.data.page;
  if (page?.url) parts.push(el('p', {}, 'Writes from ' + (page.title || page.url)));
  parts.push(...offers());
  const context = items.filter(known => known.event.type === 'crm.context.changed').at(-1)?.event.data;
  parts.push(el('h3', {}, 'In the CRM'), context ? tree(context) : el('p', {}, 'Nothing known yet.'));
  const before = [...talks.values()].filter(other => other.id !== talk.id && talk.visitor.email && other.visitor.email === talk.visitor.email);
  parts.push(el('h3', {}, 'Earlier conversations'));
  parts.push(before.length ? el('ul', {}, ...before.map(other => el('li', {}, el('button', { type: 'button', onclick: () => open(other.id) }, `${day(other.started)}: ${other.last}`)))) : el('p', {}, 'None on this site.'));
  $('about').replaceChildren(...parts);
}

function facts(object, names) {
  return el('dl', {}, ...names.filter(name => object[name]).flatMap(name => [el('dt', {}, words(name)), el('dd', { dir: 'auto' }, String(object[name]))]));
}

const words = name => name.replace(/([A-Z])/g, ' $1').replace(/^./, first => first.toUpperCase());

/** Whatever Parley tells of the visitor, three levels deep. */
function tree(value, depth = 0) {
  if (value === null || typeof value !== 'object') return document.createTextNode(String(value ?? ''));
  if (Array.isArray(value)) return depth > 3 ? '' : el('ul', {}, ...value.slice(0, 20).map(each => el('li', {}, tree(each, depth + 1))));
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== '').slice(0, 40);
  return depth > 3 ? '' : el('dl', {}, ...entries.flatMap(([name, each]) => [el('dt', {}, words(name)), el('dd', { dir: 'auto' }, tree(each, depth + 1))]));
}

function offers() {
  const open = new Map();
  for (const { event } of items) {
    if (event.type === 'handoff.offered') open.set(event.data.offer, event.data);
    else if (event.type.startsWith('handoff.')) open.delete(event.data.offer);
  }
  return [...open.values()].map(offer => el('div', { className: 'offer' },
    el('strong', {}, `Offered to ${offer.to?.name ?? 'a seller'}`), el('div', {}, `until ${clock(offer.until)}${offer.reason ? ': ' + offer.reason : ''}`),
    ...(offer.url ? ['accept', 'decline'].map(decision => el('button', { type: 'button', className: decision === 'accept' ? 'main' : '', onclick: () => tell({ type: 'decide', talk: shown, url: offer.url, decision }) }, words(decision))) : [])));
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
  const reply = desk.canned.find(known => known.id === event.target.value);
  event.target.value = '';
  if (reply) fill(reply.text, reply);
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
  const cid = Array.from(crypto.getRandomValues(new Uint8Array(8)), b => b.toString(16).padStart(2, '0')).join('');
  tell({ type: 'say', talk: shown, cid, text, private: $('private').checked, cannedReplyId: cannedReply?.id ?? '' });
  fill('', null);
  $('private').checked = false;
});
$('transfer').addEventListener('submit', event => {
  event.preventDefault();
  tell({ type: 'transfer', talk: shown, to: $('colleague').value, note: $('note').value });
  $('note').value = '';
});

connect();
