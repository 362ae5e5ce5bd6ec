// The line to the chat service: whatever has not come back is sent again
let socket = null;
let wait = 500;
let timer = 0;
let lost = false;
let wanted = Boolean(chat.conversation || chat.outbox.length);

function connect() {
  clearTimeout(timer);
  if (!wanted || socket) return;
  const address = new URL('chat', server);
  address.protocol = address.protocol.replace('http', 'ws');
  const line = socket = new WebSocket(address);
  line.onopen = () => line.send(JSON.stringify({ type: 'hello', conversation: chat.conversation, key: chat.key, after: lastPlace }));
  line.onmessage = message => { if (line === socket) hear(JSON.parse(message.data)); };
  line.onclose = () => dropped(line);
}

function dropped(line) {
  if (socket !== line) return;
  socket = null;
  line.onclose = null;
  line.close();
  lost = true;
  show();
  timer = setTimeout(connect, wait);
  wait = Math.min(5000, wait * 2);
}

addEventListener('offline', () => socket && dropped(socket));
addEventListener('online', () => { wait = 500; connect(); });
setInterval(() => {
  const oldest = chat.outbox[0];
  if (socket && oldest && oldest.sentAt && Date.now() - oldest.sentAt > 8000) dropped(socket);
}, 2000);

function transmit(frame) {
  if (!socket || socket.readyState !== 1) return;
  frame.sentAt ??= Date.now();
  const { sentAt, ...wire } = frame;
  socket.send(JSON.stringify(wire));
}

function tell(frame) {
  chat.outbox.push(frame);
  save();
  wanted = true;
  socket ? transmit(frame) : connect();
  show();
}

function hint(frame) { if (socket?.readyState === 1) socket.send(JSON.stringify(frame)); }
