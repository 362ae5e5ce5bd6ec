// What was done at the desk and has not been heard: it is told again, and the agent sees what was refused.
const KEPT = new Set(['hello', 'say', 'take', 'transfer', 'close', 'decide']);
let outbox = [];

function tell(frame) {
  if (KEPT.has(frame.type)) keep(frame);
  transmit(frame);
  pending();
}

/** Whose the conversation is goes with it: it may be a colleague's before this is heard. */
function keep(frame) {
  const from = known.talks.get(frame.talk)?.agent;
  outbox.push({ at: Date.now(), frame: Object.assign(frame, { cid: random(8), from }) });
  $('refused').replaceChildren();
  $('refused').hidden = true;
}

function retell() {
  for (const told of outbox) { told.at = Date.now(); transmit(told.frame); }
}

const isOnItsWay = (type, url) => outbox.some(({ frame }) => frame.type === type && frame.url === url);

function heard({ cid, refused }) {
  const told = outbox.find(({ frame }) => frame.cid === cid);
  outbox = outbox.filter(other => other !== told);
  if (told && refused) refuse(told.frame, refused);
  else if (told?.frame.type === 'decide') decided.add(told.frame.offer);
  about();
  pending();
}

/** Nobody's words are lost: they are shown, and stand where they were written. */
function refuse(frame, why) {
  const talk = known.talks.get(frame.talk) ?? { visitor: {}, agent: '' };
  const words = frame.text || frame.note;
  took.delete(frame.talk);
  if (words) giveBack(frame);
  $('refused').hidden = false;
  const sentence = say(T['refused.' + why], visitor(talk), person(talk.agent));
  const said = [...$('refused').children].find(told => told.firstChild.textContent === sentence) ?? el('div', {}, el('p', {}, sentence));
  if (words) said.append(el('p', {}, T['refused.words']), el('blockquote', { dir: 'auto' }, words));
  $('refused').append(said);
}
