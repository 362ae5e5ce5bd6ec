// What the chat service says, and what is known from it.
function hear(frame) {
  if (frame.type === 'welcome') welcome(frame);
  else if (frame.type === 'item') item(frame);
  else if (frame.type === 'hours') { hours(frame); show(); }
  else if (frame.type === 'read') { known.readByAgent = frame.place; marks(); }
  else if (frame.type === 'typing') typing(frame.name);
}

function hours(frame) { known.open = frame.open; known.until = frame.until; }

function welcome(frame) {
  wait = 500;
  hours(frame);
  if (frame.conversation) {
    chat.conversation = frame.conversation;
    known.readByAgent = frame.readByAgent;
    chat.outbox = chat.outbox.filter(waiting => waiting.type !== 'start');
    save();
  } else if (chat.conversation) {
    return forget();
  }
  if (lost && chat.conversation) announce(T.back);
  lost = false;
  for (const waiting of chat.outbox) { delete waiting.sentAt; transmit(waiting); }
  show();
}

function item({ place, event }) {
  if (place <= lastPlace) return;
  lastPlace = place;
  const before = chat.outbox.length;
  chat.outbox = chat.outbox.filter(waiting => event.id !== chat.conversation + '-' + waiting.cid);
  if (chat.outbox.length !== before) save();
  items.push({ place, event });
  note(event);
  draw({ place, event });
  show();
  seen();
}

/** The chat service no longer knows the conversation: nothing is left to go on with. */
function forget() {
  memory.write('chat', null);
  chat = { key: random(16), conversation: '', outbox: [] };
  restart();
}

function restart() {
  items.length = 0;
  lastPlace = -1;
  Object.assign(known, { closed: false, rated: false, waiting: false, attended: false, readByAgent: -1, email: '' });
  log.replaceChildren();
  rateForm.reset();
  lost = false;
  if (socket) { const old = socket; socket = null; old.onclose = null; old.close(); }
  wanted = Boolean(shown);
  connect();
  show();
}

function note(event) {
  const data = event.data;
  if (event.type === 'chat.participant.left' && data.role === 'bot') known.waiting = known.attended = true;
  if (event.type === 'chat.participant.joined' && data.role === 'agent') known.waiting = false;
  if (event.type === 'chat.conversation.closed') known.closed = true;
  if (event.type === 'chat.rating.given') known.rated = true;
  if (data.visitor?.email) known.email = data.visitor.email;
}
