// How it opens: by its button, or by offering its help. The last part: here it begins.
let invite = null;
let proactive = false;

function open(byInvitation = false) {
  uninvite();
  proactive = byInvitation;
  shown = true;
  wanted = true;
  connect();
  show();
  (form.hidden ? text : form.elements[0]).focus();
  seen();
}

function close() {
  shown = false;
  show();
  launcher.focus();
}

function uninvite() { invite?.remove(); invite = null; }

function offerHelp() {
  if (shown || chat.conversation || memory.read('declined')) return;
  if (option('inviteWhen') && !document.querySelector(option('inviteWhen'))) return;
  invite = el('div', { className: 'invite', role: 'status', lang: lang, dir: host.dir || 'ltr' }, el('p', {}, T.invite),
    el('div', { className: 'choices' }, el('button', { type: 'button', onclick: () => open(true) }, T.yes),
      el('button', { type: 'button', onclick: () => { memory.write('declined', true); uninvite(); launcher.focus(); } }, T.no)));
  root.append(invite);
}

// ---- the beginning
build();
root.append(launcher, silent);
document.body.append(host);
show();
connect();
const after = option('inviteAfter', '30');
if (after !== 'off') setTimeout(offerHelp, Number(after) * 1000);
