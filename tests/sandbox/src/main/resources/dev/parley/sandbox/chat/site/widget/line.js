// The line to the chat service: whatever has not come back is sent again.
const PATIENCE = 8000;
const QUIET = 15000;
let socket = null;
let wait = 500;
let timer = 0;
let lost = false;
let wanted = isGoing();
let begun = 0;
let welcomed = false;
let heard = 0;
let pinged = 0;
/** The conversation that the line was last asked for; empty where there was none yet. */
let greeted = '';
/** When this tab has sent what on the present line. */
const sent = new Map();

function isGoing() { return Boolean(chat.conversation || chat.outbox.length); }

function connect() {
  clearTimeout(timer);
  if (!wanted || socket) return;
  const address = new URL('chat', server);
  address.protocol = address.protocol.replace('http', 'ws');
  const line = socket = new WebSocket(address);
  begun = heard = Date.now();
  welcomed = false;
  sent.clear();
  line.onopen = greet;
  line.onmessage = message => { if (line === socket) { heard = Date.now(); hear(JSON.parse(message.data)); } };
  line.onclose = () => dropped(line);
}

/** Asks for what was said since. */
function greet() {
  greeted = chat.conversation;
  socket.send(JSON.stringify({ type: 'hello', conversation: greeted, key: chat.key, after: lastPlace }));
}

function hangUp() {
  const line = socket;
  socket = null;
  if (line) line.onclose = null;
  line?.close();
}

function dropped(line) {
  if (socket !== line) return;
  hangUp();
  lost = true;
  wanted = shown || isGoing();
  show();
  timer = setTimeout(connect, wait);
  wait = Math.min(5000, wait * 2);
}

function soon() { wait = 500; connect(); }

addEventListener('offline', () => socket && dropped(socket));
addEventListener('online', soon);
addEventListener('visibilitychange', () => document.visibilityState === 'visible' && soon());
setInterval(watch, 2000);

/** A line may be dead without having been closed: whoever is asked and does not answer is gone. */
function watch() {
  if (!socket) return;
  const now = Date.now();
  const unanswered = [welcomed ? now : begun, pinged > heard ? pinged : now, ...chat.outbox.map(frame => sent.get(frame.cid) ?? now)];
  if (now - Math.min(...unanswered) > PATIENCE) dropped(socket);
  else if (now - heard > QUIET && pinged <= heard) { pinged = now; hint({ type: 'ping' }); }
  else chat.outbox.filter(frame => !sent.has(frame.cid)).forEach(transmit);
}

function transmit(frame) {
  if (socket?.readyState !== 1) return;
  sent.set(frame.cid, Date.now());
  socket.send(JSON.stringify(frame));
}

function tell(frame) {
  change(chat => chat.outbox.push(frame));
  wanted = true;
  socket ? transmit(frame) : connect();
  show();
}

function hint(frame) { if (socket?.readyState === 1) socket.send(JSON.stringify(frame)); }
