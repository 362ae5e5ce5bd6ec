// What one event looks like in the log.
function drawn(place, event) {
  if (event.type === 'chat.message.posted') return message(place, event);
  const text = sentence(event.type, event.data);
  return text ? el('p', { className: 'system' }, text) : undefined;
}

function sentence(type, data) {
  const name = data.participant?.name ?? '';
  const seller = data.to?.name ?? T.seller;
  switch (type) {
    case 'chat.participant.joined': return data.role === 'agent' ? say(T.joined, name) : '';
    case 'chat.participant.left': return data.role === 'bot' && T['left.' + data.reason] || say(T.handed, name);
    case 'chat.visitor.identified': {
      const { locale, ...told } = data.visitor;
      return Object.keys(told).length ? say(T.gave, Object.values(told).join(', ')) : undefined;
    }
    case 'chat.callback.requested': return say(T.reach, [data.phone, data.email, data.when].filter(Boolean).join(', '));
    case 'meeting.requested': return data.start ? say(T.chose, day(data.start)) : T.wish;
    case 'meeting.slots.offered': return say(T.slots, (data.slots ?? []).map(slot => day(slot.start)).join(' · '));
    case 'meeting.confirmed': return say(T.confirmed, day(data.start));
    case 'chat.conversation.closed': return data.by === 'visitor' ? T.closedByVisitor : say(T.closedBy, person(data.by));
    case 'chat.rating.given': return say(T.rated, number(data.value), number(data.scale)) + (data.comment ? `: ${data.comment}` : '');
    case 'handoff.accepted': return say(T.accepted, seller);
    case 'handoff.declined': return say(T.declined, seller);
    case 'handoff.expired': return data.escalated ? T.escalated : T.expired;
    case 'service.breached': return data.late ? '' : say(T['breach.' + data.kind] ?? '', span(seconds(data.within)));
    case 'follow-up.due': return say(T.followUp, seller);
  }
  return '';
}

/** Of a duration as ISO 8601 writes it. */
function seconds(duration) {
  const [, hours, minutes, rest] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?/.exec(duration ?? '') ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
}

const messageOf = id => known.items.find(({ event }) => event.type === 'chat.message.posted' && event.data.id === id);

/** A message as it was last written: `undefined` as its text where it was deleted. */
function latest(data) {
  const change = known.items.filter(({ event }) => event.data.id === data.id && /^chat\.message\.(edited|deleted)$/.test(event.type)).at(-1)?.event;
  if (!change) return { text: data.text, mark: '' };
  return change.type === 'chat.message.deleted' ? { mark: '' } : { text: change.data.text, mark: T.edited };
}

function message(place, event) {
  const data = event.data;
  const role = data.author.role;
  const { text, mark } = latest(data);
  const who = row(author(data), role === 'bot' ? T.botMark : '', data.private ? T.privateMark : '', data.cannedReplyId ? T.cannedMark : '', clock(event.time), mark);
  const own = data.author.id === known.me ? ' own' : '';
  const isGone = text === undefined;
  const node = el('div', { className: `message ${role}${data.private ? ' private' : ''}${own}${isGone ? ' gone' : ''}`, 'data-message': data.id },
    el('div', { className: 'who' }, who, el('span', { className: 'mark' })),
    isGone ? el('p', {}, T.deleted) : text ? el('p', { dir: 'auto', lang: shownTalk()?.locale ?? lang }, text) : '',
    isGone ? '' : files(data.attachments));
  if (role === 'agent' && !data.private) node.dataset.place = place;
  if (role === 'visitor') $('typing').textContent = '';
  return node;
}

const author = data => data.author.role === 'visitor' ? T.visitor : data.author.name ?? '';

function files(attachments = []) {
  const name = file => file.name || file.url;
  const link = file => /^https?:\/\//.test(file.url ?? '') ? el('a', { href: file.url, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' }, name(file)) : el('span', { dir: 'auto' }, name(file));
  return attachments.length ? el('ul', { className: 'files' }, ...attachments.map(file => el('li', {}, link(file), file.size ? ` (${size(file.size)})` : ''))) : '';
}

/** What others have said and done is announced as it comes. */
function tellNews(event) {
  const data = event.data;
  if ([data.author?.id, data.participant?.id, data.by].includes(known.me)) return;
  const text = event.type === 'chat.message.posted' ? say(T['news.said'], author(data), data.text) : sentence(event.type, data);
  if (text) news(text);
}
