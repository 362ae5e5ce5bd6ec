// What an agent must hear of who looks elsewhere: said once, where screen readers read it out as it comes.
const MOST_NEWS = 5;
const broken = new Set();
const took = new Set();

function news(text) {
  $('news').append(el('p', {}, text));
  while ($('news').children.length > MOST_NEWS) $('news').firstChild.remove();
}

/** What is new of a conversation; of the one that is looked at, its log tells. */
function compare(before, talk) {
  if (talk.state === 'waiting' && before.state !== 'waiting') news(say(T['news.waiting'], visitor(talk)));
  if (talk.agent !== before.agent && !took.delete(talk.id) && isMine(talk)) news(say(T['news.mine'], visitor(talk)));
  if (isMine(talk) && talk.id !== known.shown && talk.unread > before.unread) news(say(T['news.said'], visitor(talk), talk.last));
}

function counts() {
  const all = [...known.talks.values()];
  const waiting = all.filter(talk => talk.state === 'waiting').length;
  const late = all.filter(isLate).length;
  return say(late ? T.countLate : T.count, number(waiting), number(late));
}

/** Each promise breaks once; many at once, as when the desk is opened, are told by their number. */
function promises() {
  const fresh = [...known.talks.values()].filter(isLate).filter(talk => !broken.has(talk.id + talk.waitingSince));
  fresh.forEach(talk => broken.add(talk.id + talk.waitingSince));
  if (fresh.length === 1) news(say(T['news.late'], visitor(fresh[0]), span(promise())));
  else if (fresh.length) news(counts());
}

/** The page's title, for who looks at another one: how many want something. */
function title() {
  const wanting = [...known.talks.values()].filter(talk => talk.state === 'waiting' || (isMine(talk) && talk.unread)).length;
  const text = wanting ? `(${number(wanting)}) ${T.title}` : T.title;
  if (document.title !== text) document.title = text;
}
