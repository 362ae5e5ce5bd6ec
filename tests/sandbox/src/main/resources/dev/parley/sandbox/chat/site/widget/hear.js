// What the chat service says, and what is known from it.
function hear(frame) {
  if (frame.type === 'welcome') welcome(frame);
  else if (frame.type === 'item') item(frame);
  else if (frame.type === 'hours') { hours(frame); show(); }
  else if (frame.type === 'read') { known.readByAgent = frame.place; marks(); }
  else if (frame.type === 'seen') { known.readByVisitor = Math.max(known.readByVisitor, frame.place); drawLauncher(); }
  else if (frame.type === 'typing') typing(frame.name);
}

function hours(frame) { known.open = frame.open; known.since = frame.since; known.until = frame.until; }

function welcome(frame) {
  wait = 500;
  welcomed = true;
  hours(frame);
  known.behind = Date.parse(frame.now) - Date.now();
  if (frame.conversation) {
    known.readByAgent = frame.readByAgent;
    known.readByVisitor = Math.max(known.readByVisitor, frame.readByVisitor);
    change(chat => {
      chat.conversation = frame.conversation;
      chat.outbox = chat.outbox.filter(waiting => waiting.type !== 'start');
    });
  } else if (chat.conversation) {
    // Another tab may have begun it after this one had asked.
    return greeted ? forget() : greet();
  }
  if (lost && chat.conversation) announce(T.back);
  lost = false;
  settle();
  chat.outbox.forEach(transmit);
  show();
  invited();
}

function item({ place, event }) {
  if (place <= lastPlace) return;
  lastPlace = place;
  items.push({ place, event });
  note(place, event);
  settle();
  draw({ place, event });
  show();
  toEnd();
  seen();
  news(place, event);
}

const hasCome = waiting => waiting.type === 'close' && known.closed || items.some(({ event }) => event.id === chat.conversation + '-' + waiting.cid);

/** What has come back is no longer on its way, also where another tab sent it and was closed before it could say so. */
function settle() {
  if (chat.outbox.some(hasCome)) change(chat => { chat.outbox = chat.outbox.filter(waiting => !hasCome(waiting)); });
}

/** Begins anew. What is on its way to a conversation that the chat service no longer knows is a question to begin with. */
function forget() {
  const unsent = chat.outbox.filter(frame => frame.type === 'say').map(frame => frame.text).join('\n');
  memory.write('chat', null);
  chat = fresh();
  restart();
  form.elements.question.value ||= unsent;
}

function restart() {
  items.length = 0;
  lastPlace = -1;
  Object.assign(known, { closed: false, rated: false, waiting: '', attended: false, readByAgent: -1, readByVisitor: -1, email: chat.email ?? '' });
  log.replaceChildren();
  rateForm.reset();
  lost = false;
  hangUp();
  wanted = shown || isGoing();
  connect();
  show();
}

/** An agent who comes in or answers has read what was there. */
function note(place, event) {
  const data = event.data;
  if ((data.author?.role ?? data.role) === 'agent' && event.type !== 'chat.participant.left') { known.readByAgent = Math.max(known.readByAgent, place); marks(); }
  if (event.type === 'chat.participant.left' && data.role === 'bot') { known.waiting = event.time; known.attended = true; }
  if (event.type === 'chat.participant.joined' && data.role === 'agent') known.waiting = '';
  if (event.type === 'chat.conversation.closed') known.closed = true;
  else if (known.closed && data.author?.role === 'visitor') { known.closed = false; known.waiting = event.time; }
  if (event.type === 'chat.rating.given') known.rated = true;
  if (data.visitor?.email) known.email = data.visitor.email;
}
