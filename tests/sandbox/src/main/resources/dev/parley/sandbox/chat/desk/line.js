// The line to the chat service; what was done and has not been heard is told again.
const KEPT = new Set(['say', 'take', 'transfer', 'close']);
const LONGEST_SILENCE = 8000;
let socket = null;
let wait = 500;
let timer = 0;
let isLost = null;
let outbox = [];

function connect() {
  clearTimeout(timer);
  if (socket) return;
  const address = new URL('chat', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  const line = socket = new WebSocket(address);
  line.onopen = opened;
  line.onmessage = message => { if (line === socket) hear(JSON.parse(message.data)); };
  line.onclose = () => dropped(line);
}

function opened() {
  wait = 500;
  isLost = false;
  transmit({ type: 'hello', agent: known.me });
  if (known.shown) transmit({ type: 'open', talk: known.shown, after: known.items.at(-1)?.place ?? -1 });
  for (const told of outbox) { told.at = Date.now(); transmit(told.frame); }
  lineState();
}

function dropped(line) {
  if (socket !== line) return;
  socket = null;
  line.onclose = null;
  line.close();
  isLost = true;
  lineState();
  timer = setTimeout(connect, wait);
  wait = Math.min(5000, wait * 2);
}

function lineState() {
  write($('line'), isLost === null ? T.connecting : isLost ? T.lost : '');
  pending();
}

function transmit(frame) { if (socket?.readyState === 1) socket.send(JSON.stringify(frame)); }

function tell(frame) {
  if (KEPT.has(frame.type)) outbox.push({ at: Date.now(), frame: Object.assign(frame, { cid: random(8) }) });
  transmit(frame);
  pending();
}

function hear(frame) {
  if (frame.type === 'desk') setUp(frame);
  else if (frame.type === 'here') { known.here = frame.agents; colleagues(); }
  else if (frame.type === 'hours') { known.open = frame.open; known.until = frame.until; hours(); }
  else if (frame.type === 'talk') changed(frame);
  else if (frame.type === 'item') item(frame);
  else if (frame.type === 'typing' && frame.talk === known.shown) typing();
  else if (frame.type === 'heard') { outbox = outbox.filter(told => told.frame.cid !== frame.cid); pending(); }
}

function changed(talk) {
  const before = known.talks.get(talk.id);
  known.talks.set(talk.id, talk);
  queue();
  if (talk.id === known.shown) head();
  if (before) compare(before, talk);
}

addEventListener('offline', () => socket && dropped(socket));
addEventListener('online', () => { wait = 500; connect(); });
setInterval(() => { if (socket && outbox[0] && Date.now() - outbox[0].at > LONGEST_SILENCE) dropped(socket); }, 2000);
