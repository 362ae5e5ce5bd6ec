// What is remembered in this browser, and only there; and what is known of this conversation.
const memory = {
  read(key) { try { return JSON.parse(localStorage.getItem('parley.' + key)); } catch { return null; } },
  write(key, value) {
    try { value === null ? localStorage.removeItem('parley.' + key) : localStorage.setItem('parley.' + key, JSON.stringify(value)); } catch { /* a private window forgets */ }
  },
};

let chat = memory.read('chat') ?? { key: random(16), conversation: '', outbox: [] };
const known = { email: chat.email ?? '', closed: false, rated: false, waiting: false, attended: false, readByAgent: -1, open: true };
let lastPlace = -1;
const items = [];
const save = () => memory.write('chat', chat);
