// The line to the chat service. One that does not answer is given up for a new one.
const PATIENCE = 8000;
const QUIET = 15000;
let socket = null;
let wait = 500;
let timer = 0;
let isLost = null;
/** When the present line was begun, when anything came down it last, and when it was asked whether it is there. */
let begun = 0;
let lastHeard = 0;
let asked = 0;
/** Whether it knows who sits here, and whom the service knew last. */
let isGreeted = false;
let greeted = '';

function connect() {
  clearTimeout(timer);
  if (socket) return;
  const address = new URL('chat', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  const line = socket = new WebSocket(address);
  begun = lastHeard = Date.now();
  isGreeted = false;
  line.onopen = opened;
  line.onmessage = message => { if (line === socket) { lastHeard = Date.now(); hear(JSON.parse(message.data)); } };
  line.onclose = () => dropped(line);
}

/** First as who sat here when the line was lost: who came to the desk since follows in their order. */
function opened() {
  wait = 500;
  isLost = false;
  transmit({ type: 'hello', agent: greeted || known.me });
  if (known.shown) transmit({ type: 'open', talk: known.shown, after: known.items.at(-1)?.place ?? -1 });
  retell();
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

/** A line may be dead without having been closed; what was told before it began says nothing of it. */
function watch() {
  if (!socket) return;
  const now = Date.now();
  const unanswered = [isGreeted ? now : begun, asked > lastHeard ? asked : now, ...outbox.map(told => Math.max(told.at, begun))];
  if (now - Math.min(...unanswered) > PATIENCE) dropped(socket);
  else if (now - lastHeard > QUIET && asked <= lastHeard) { asked = now; transmit({ type: 'ping' }); }
}

addEventListener('offline', () => socket && dropped(socket));
addEventListener('online', () => { wait = 500; connect(); });
setInterval(watch, 2000);
