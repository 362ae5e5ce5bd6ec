// The line to the chat service; what was said and has not come back is sent again.
let socket = null;
let wait = 500;
let isLost = null;
let outbox = [];

function connect() {
  const address = new URL('chat', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  const line = socket = new WebSocket(address);
  line.onopen = () => {
    wait = 500;
    line.send(JSON.stringify({ type: 'hello', agent: known.me }));
    if (known.shown) line.send(JSON.stringify({ type: 'open', talk: known.shown, after: known.items.at(-1)?.place ?? -1 }));
    outbox.forEach(frame => line.send(JSON.stringify(frame)));
    isLost = false;
    lineState();
  };
  line.onmessage = message => hear(JSON.parse(message.data));
  line.onclose = () => {
    isLost = true;
    lineState();
    setTimeout(connect, wait);
    wait = Math.min(5000, wait * 2);
  };
}

function lineState() { $('line').textContent = isLost === null ? T.connecting : isLost ? T.lost : ''; }

function tell(frame) {
  if (frame.cid) outbox.push(frame);
  if (socket.readyState === 1) socket.send(JSON.stringify(frame));
}

function hear(frame) {
  if (frame.type === 'desk') setUp(frame);
  else if (frame.type === 'hours') { known.open = frame.open; known.until = frame.until; hours(); }
  else if (frame.type === 'talk') { known.talks.set(frame.id, frame); queue(); if (frame.id === known.shown) head(); }
  else if (frame.type === 'item') item(frame);
  else if (frame.type === 'typing' && frame.talk === known.shown) typing();
}

/** It has come back: it need not be sent again. */
function settle(talk, event) { outbox = outbox.filter(frame => event.id !== talk + '-' + frame.cid); }
