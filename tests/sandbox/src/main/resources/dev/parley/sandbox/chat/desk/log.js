// What was said and what happened, in its order.
function item({ talk, place, event }) {
  settle(talk, event);
  if (talk !== known.shown || known.items.some(item => item.place === place)) return;
  known.items.push({ place, event });
  draw(place, event);
  if (shownTalk()) about(shownTalk());
  if (document.visibilityState === 'visible' && shownTalk()?.agent === known.me) tell({ type: 'read', talk, place });
}

function redraw() {
  $('log').replaceChildren();
  known.items.forEach(({ place, event }) => draw(place, event));
  head();
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

/** How far the visitor has seen what was said to them. */
function marks(talk) {
  for (const node of $('log').querySelectorAll('[data-place]')) node.querySelector('.mark').textContent = ` · ${Number(node.dataset.place) <= talk.readByVisitor ? T.read : T.delivered}`;
}

let typingTimer = 0;
function typing() {
  clearTimeout(typingTimer);
  $('typing').textContent = T.typing;
  typingTimer = setTimeout(() => { $('typing').textContent = ''; }, 4000);
}
