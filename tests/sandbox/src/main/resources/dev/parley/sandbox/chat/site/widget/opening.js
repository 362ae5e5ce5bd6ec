// How it opens: by its button, or by offering its help. The last part: here it begins.
let invite = null;
let inviting = false;
let proactive = false;

function open(byInvitation = false) {
  uninvite();
  proactive = byInvitation;
  shown = true;
  wanted = true;
  connect();
  show();
  if (form.hidden) toEnd();
  refocus();
  seen();
}

/** Who has looked and left knows the way. */
function close() {
  sayWhatIsSeen();
  shown = false;
  decline();
}

function uninvite() { invite?.remove(); invite = null; }

function decline() {
  memory.write('declined', true);
  uninvite();
  show();
  launcher.focus();
}

const isUninvited = () => !shown && !chat.conversation && !memory.read('declined');

/** Nobody is invited to a chat where nobody is: the chat service is asked first. */
function offerHelp() {
  if (!isUninvited() || option('inviteWhen') && !document.querySelector(option('inviteWhen'))) return;
  inviting = wanted = true;
  connect();
}

function invited() {
  if (!inviting) return;
  inviting = false;
  if (!isUninvited() || !known.open) return;
  invite = el('div', { className: 'invite', role: 'status', lang, dir: direction(lang), onkeydown: event => event.key === 'Escape' && decline() }, el('p', {}, T.invite),
    el('div', { className: 'choices' }, el('button', { type: 'button', onclick: () => open(true) }, T.yes), el('button', { type: 'button', onclick: decline }, T.no)));
  root.append(invite);
}

function begin() {
  build();
  root.append(launcher, silent);
  document.body.append(host);
  show();
  connect();
  const after = option('inviteAfter', '30');
  if (after !== 'off') setTimeout(offerHelp, Number(after) * 1000);
}

document.body ? begin() : addEventListener('DOMContentLoaded', begin);
