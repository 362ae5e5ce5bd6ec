// What the chat service says.
function hear(frame) {
  if (frame.type === 'desk') setUp(frame);
  else if (frame.type === 'here') { known.here = frame.agents; colleagues(); queue(); }
  else if (frame.type === 'hours') { known.open = frame.open; known.since = frame.since; known.until = frame.until; hours(); }
  else if (frame.type === 'talk') changed(frame);
  else if (frame.type === 'item') item(frame);
  else if (frame.type === 'typing' && frame.talk === known.shown) typing();
  else if (frame.type === 'heard') heard(frame);
}

function changed(talk) {
  const before = known.talks.get(talk.id);
  known.talks.set(talk.id, talk);
  queue();
  if (talk.id === known.shown) head();
  if (talk.id === known.shown && talk.locale !== before?.locale) prompts();
  if (before) compare(before, talk);
  if (talk.id === known.wanted) { known.wanted = ''; open(talk.id); }
}

const drawings = new Set();
const FRAME = 16;

/** Draws once what many things that come together change; a timer, as a page that nobody looks at has no frames. */
function soon(draw) {
  if (!drawings.size) setTimeout(() => { const all = [...drawings]; drawings.clear(); all.forEach(each => each()); }, FRAME);
  drawings.add(draw);
}
