// What stands in the log.
function draw({ place, event }) {
  const data = event.data;
  const name = data.participant?.name ?? '';
  switch (event.type) {
    case 'chat.message.posted': return message(place, data);
    case 'chat.participant.joined':
      if (data.role === 'agent') system(say(handedOver(place) ? T.reading : T.joined, name));
      return;
    case 'chat.participant.left':
      if (data.reason === 'transfer') system(say(T.transfer, name));
      return;
    case 'chat.callback.requested': return system(data.phone ? T.called : T.mailed);
    case 'handoff.accepted': return data.to?.name ? system(say(T.seller, data.to.name)) : undefined;
    case 'meeting.requested': return system(data.start ? say(T.chosen, moment(data.start)) : T.wished);
    case 'meeting.slots.offered': return slots(data);
    case 'meeting.confirmed': return system(say(T.confirmed, moment(data.start)));
    case 'chat.conversation.closed': return system(T.ended);
    case 'chat.rating.given': return system(T.thanks);
  }
}

const handedOver = place => items.some(({ place: p, event }) => p < place && event.data.reason === 'transfer');

function put(node) {
  log.append(node);
  body.scrollTop = body.scrollHeight;
}

function system(text) { put(el('p', { className: 'system' }, text)); }

function message(place, data) {
  const role = data.author.role;
  const mine = role === 'visitor';
  const who = mine ? T.you : role === 'bot' ? `${data.author.name} (${T.bot})` : data.author.name ?? '';
  const node = el('div', { className: mine ? 'message mine' : 'message' },
    el('div', { className: 'who' }, mine ? el('span', { className: 'mark' }) : who),
    el('div', { className: 'text', dir: 'auto' }, mine ? el('span', { className: 'silent' }, who + ': ') : '', data.text));
  if (data.choices) node.append(choices(data.choices.map(choice => [choice.label, () => tell({ type: 'choose', cid: random(8), topic: choice.id, label: choice.label })])));
  if (mine) { node.dataset.place = place; node.dataset.cid = data.id; typing(''); }
  put(node);
  if (!mine) typing('');
  marks();
}

function choices(list) {
  const node = el('div', { className: 'choices' });
  for (const [label, act] of list) node.append(el('button', { type: 'button', onclick: () => { node.remove(); act(); text.focus(); } }, label));
  return node;
}

function slots(data) {
  const node = el('div', { className: 'message' }, el('div', { className: 'text' }, say(data.reason === 'taken' ? T.taken : T.slots, zone()), data.until ? ' ' + say(T.held, moment(data.until)) : ''));
  node.append(choices((data.slots ?? []).map(slot => [moment(slot.start), () => tell({ type: 'meeting', cid: random(8), timezone: zone(), start: slot.start, end: slot.end })])));
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
  if (waiting.length) body.scrollTop = body.scrollHeight;
}

let typingTimer = 0;
function typing(name) {
  clearTimeout(typingTimer);
  typingLine.textContent = name ? say(T.typing, name) : '';
  if (name) typingTimer = setTimeout(() => { typingLine.textContent = ''; }, 4000);
}

function announce(text) { silent.textContent = text; }

function seen() {
  if (shown && document.visibilityState === 'visible' && lastPlace >= 0) hint({ type: 'read', place: lastPlace });
}
addEventListener('visibilitychange', seen);
