// What is remembered in this browser, and only there; and what is known of this conversation.
const memory = {
  read(key) { try { return JSON.parse(localStorage.getItem('parley.' + key)); } catch { return null; } },
  write(key, value) {
    try { value === null ? localStorage.removeItem('parley.' + key) : localStorage.setItem('parley.' + key, JSON.stringify(value)); } catch { /* a private window forgets */ }
  },
};

const fresh = () => ({ key: random(16), conversation: '', email: '', outbox: [] });
let chat = memory.read('chat') ?? fresh();
/** `waiting` is since when, `behind` by how many milliseconds this clock is behind that of the chat service. */
const known = { email: chat.email ?? '', closed: false, rated: false, waiting: '', attended: false, readByAgent: -1, readByVisitor: -1, open: true, behind: 0 };
let lastPlace = -1;
const items = [];

/** Changes what is remembered. All tabs of the browser have one conversation: what another has put there stays. */
function change(act) {
  const stored = memory.read('chat');
  if (stored?.key === chat.key) chat = stored;
  act(chat);
  memory.write('chat', chat);
}

addEventListener('storage', event => {
  if (event.key === 'parley.declined') uninvite();
  if (event.key === 'parley.chat') follow(memory.read('chat'));
});

/** Another tab has begun, gone on or ended. */
function follow(stored) {
  const other = stored?.key !== chat.key;
  chat = stored ?? fresh();
  if (other) return restart();
  settle();
  wanted ||= isGoing();
  connect();
  show();
}
