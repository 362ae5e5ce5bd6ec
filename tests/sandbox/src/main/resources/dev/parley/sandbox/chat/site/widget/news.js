// What came while the window is shut, and what is seen of it once it is open.
const unread = () => items.filter(({ place, event }) => place > known.readByVisitor && event.type === 'chat.message.posted' && event.data.author.role !== 'visitor').length;

function announce(text) { silent.textContent = text; }

function news(place, event) {
  if (!shown && place > known.readByVisitor && event.type === 'chat.message.posted' && event.data.author.role !== 'visitor')
    announce(say(T.news, event.data.author.name));
}

let seeing = 0;
/** Says so once for all that came together. */
function seen() {
  clearTimeout(seeing);
  seeing = setTimeout(sayWhatIsSeen, 100);
}

function sayWhatIsSeen() {
  if (!shown || document.visibilityState !== 'visible' || lastPlace <= known.readByVisitor) return;
  known.readByVisitor = lastPlace;
  hint({ type: 'read', place: lastPlace });
  drawLauncher();
}
addEventListener('visibilitychange', seen);

function drawLauncher() {
  const count = unread();
  launcher.replaceChildren(T.open, count ? el('span', { className: 'badge' }, say(T.unread, number(count))) : '');
}
