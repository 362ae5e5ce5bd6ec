// What stands in the log.
function draw({ place, event }) {
  const data = event.data;
  const name = data.participant?.name ?? '';
  switch (event.type) {
    case 'chat.message.posted': return message(place, data, event.time);
    case 'chat.visitor.identified': return noted(data.visitor);
    case 'chat.participant.joined':
      if (data.role === 'agent') system(say(handedOver(place) ? T.reading : T.joined, name));
      return;
    case 'chat.participant.left':
      if (data.role === 'bot') withdraw('topics');
      if (data.reason === 'transfer') system(say(T.transfer, name));
      return;
    case 'chat.callback.requested': return system(data.phone ? T.called : T.mailed);
    case 'handoff.accepted': return data.to?.name ? system(say(T.seller, data.to.name)) : undefined;
    case 'meeting.requested': return data.start ? chosen(data) : system(T.wished);
    case 'meeting.slots.offered': return slots(data);
    case 'meeting.confirmed': withdraw('slots'); return system(say(T.confirmed, moment(data.start)));
    case 'chat.conversation.closed': return system(T.ended);
    case 'chat.rating.given': return system(T.thanks);
  }
}

const handedOver = place => items.some(({ place: p, event }) => p < place && event.data.reason === 'transfer');

function put(node) {
  log.append(node);
  toEnd();
}

/** In a low window it is the whole chat that scrolls, and not the talk in it. */
function toEnd() {
  body.scrollTop = body.scrollHeight;
  panel.scrollTop = body.offsetTop + body.offsetHeight + composer.offsetHeight - panel.clientHeight;
}

function system(text) { put(el('p', { className: 'system' }, text)); }

/** What the visitor has told of themselves, as it was understood. */
function noted(visitor) {
  const told = [visitor.email, visitor.company].filter(Boolean).join(', ');
  if (told) system(say(T.noted, told));
}

function message(place, data, time) {
  const role = data.author.role;
  const mine = role === 'visitor';
  const who = mine ? T.you : role === 'bot' ? say(T.bot, data.author.name) : data.author.name ?? '';
  const node = el('div', { className: mine ? 'message mine' : 'message' },
    el('div', { className: 'who' }, mine ? el('span', { className: 'mark', 'aria-live': 'off' }) : who, ' · ', el('time', { dateTime: time }, clock(time))),
    el('div', { className: 'text', dir: 'auto' }, mine ? el('span', { className: 'silent' }, who + ': ') : '', ...linked(data.text)));
  if (mine) { node.dataset.place = place; withdraw('topics'); }
  if (data.choices) node.append(choices('topics', data.choices.map(choice => [choice.label, () => tell({ type: 'choose', cid: random(8), topic: choice.id, label: choice.label })])));
  put(node);
  typing('');
  marks();
}

/** An address of a page, without the sign of any script that stands after it. */
const ADDRESS = /(https?:\/\/[^\s<>"“”«»،؛؟，。；：！？、（）「」《》]+[^\s<>"“”«»،؛؟，。；：！？、（）「」《》.,;:!?)])/;

/** The text, its addresses of pages to be followed; they open beside the chat. */
function linked(words) {
  return words.split(ADDRESS).map((part, at) => at % 2 ? el('a', { href: part, target: '_blank', rel: 'noopener noreferrer', dir: 'ltr' }, part) : part);
}

function choices(kind, list) {
  const node = el('div', { className: 'choices ' + kind });
  for (const [label, act] of list) node.append(el('button', { type: 'button', onclick: () => { node.remove(); act(); text.focus(STILL); } }, label));
  return node;
}

/** What was to be chosen from is past. */
function withdraw(kind) {
  const at = root.activeElement;
  log.querySelectorAll('.choices.' + kind).forEach(node => node.remove());
  if (at && !at.isConnected) refocus();
}

function chosen(data) {
  withdraw('slots');
  system(say(T.chosen, moment(data.start)));
}

function slots(data) {
  withdraw('slots');
  const node = el('div', { className: 'message' }, el('div', { className: 'text' }, say(data.reason === 'taken' ? T.taken : T.slots, zoneName()), data.until ? ' ' + say(T.held, moment(data.until)) : ''));
  node.append(choices('slots', (data.slots ?? []).map(slot => [moment(slot.start), () => tell({ type: 'meeting', cid: random(8), timezone: zone(), start: slot.start, end: slot.end })])));
  put(node);
}

function marks() {
  for (const node of log.querySelectorAll('.mine')) {
    const place = Number(node.dataset.place);
    node.querySelector('.mark').textContent = place <= known.readByAgent ? T.read : T.delivered;
  }
}

/** What is still on its way stands below the log, in its order. */
function drawOutbox() {
  const waiting = chat.outbox.filter(frame => frame.type === 'say' || frame.type === 'choose' || (frame.type === 'start' && frame.form.question));
  outgoing.replaceChildren(...waiting.map(frame => el('div', { className: 'message mine' },
    el('div', { className: 'who' }, T.sending), el('div', { className: 'text', dir: 'auto' }, frame.text ?? frame.label ?? frame.form.question))));
  if (waiting.length) toEnd();
}

let typingTimer = 0;
function typing(name) {
  clearTimeout(typingTimer);
  typingLine.textContent = name ? say(T.typing, name) : '';
  if (name) typingTimer = setTimeout(() => { typingLine.textContent = ''; }, 4000);
}
