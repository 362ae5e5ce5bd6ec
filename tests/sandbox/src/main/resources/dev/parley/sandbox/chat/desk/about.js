// Who it is, beside the conversation, so that nobody has to say it twice.
function about() { soon(drawAbout); }

function drawAbout() {
  const talk = shownTalk();
  if (!talk) return;
  const page = known.items[0]?.event.data.page;
  const context = known.items.filter(item => item.event.type === 'crm.context.changed').at(-1)?.event.data;
  renew($('about'), [
    el('h2', {}, T.about), facts(talk.visitor, ['name', 'email', 'company', 'phone']),
    page?.url ? el('p', {}, say(T.page, page.title || page.url)) : '',
    ...offers(),
    el('h3', {}, T.crm), ...(context ? [link(context.url), tree(inWords(context))] : [el('p', {}, T.unknown)]),
    el('h3', {}, T.earlier), earlier(talk),
  ].filter(part => part));
}

/** What has not changed stays, for the same reason as in the queue; so does the focus, also in what has. */
function renew(list, nodes) {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key ?? '' : null;
  nodes.forEach((node, at) => {
    const old = list.children[at];
    if (!old) list.append(node);
    else if (!old.isEqualNode(node)) old.replaceWith(node);
  });
  while (list.children.length > nodes.length) list.lastChild.remove();
  if (focused !== null && !list.contains(document.activeElement)) (list.querySelector(`[data-key="${CSS.escape(focused)}"]`) ?? list).focus();
}

function earlier(talk) {
  const email = other => other.visitor.email?.toLowerCase();
  const others = [...known.talks.values()].filter(other => other.id !== talk.id && email(talk) && email(other) === email(talk))
    .sort((one, other) => other.started.localeCompare(one.started));
  const entry = other => el('button', { type: 'button', 'data-earlier': other.id, 'data-key': other.id, onclick: () => open(other.id) },
    el('span', {}, day(other.started)), el('span', { dir: 'auto' }, other.last || T.silent));
  return others.length ? el('ul', {}, ...others.map(other => el('li', {}, entry(other)))) : el('p', {}, T.none);
}

/** Offers that I have answered, until Parley tells what became of them. */
const decided = new Set();

/** The offers to sellers that nobody has answered yet. */
function offers() {
  const open = new Map();
  for (const { event } of known.items) {
    if (event.type === 'handoff.offered') open.set(event.data.offer, event.data);
    else if (event.type.startsWith('handoff.')) open.delete(event.data.offer);
  }
  return [...open.values()].map(offer => el('div', { className: 'offer', 'data-offer': offer.offer },
    el('strong', {}, say(T.offered, offer.to?.name ?? T.seller)),
    el('div', {}, say(T.until, clock(offer.until))), offer.reason ? el('div', { dir: 'auto' }, offer.reason) : '',
    ...(offer.url && isMyOffer(offer) ? ['accept', 'decline'].map(decision => decide(offer, decision)) : [])));
}

/** Nobody answers in somebody else's name, nor when the time is up. */
function isMyOffer(offer) { return !decided.has(offer.offer) && agentOf(offer.to)?.id === known.me && Date.parse(offer.until) > Date.now() + known.behind; }

function decide(offer, decision) {
  const isSent = () => isOnItsWay('decide', offer.url);
  const onclick = () => { if (!isSent()) { tell({ type: 'decide', talk: known.shown, url: offer.url, offer: offer.offer, decision }); about(); } };
  return el('button', { type: 'button', className: decision === 'accept' ? 'main' : '', 'data-key': offer.offer + decision, 'aria-disabled': String(isSent()), onclick }, T[decision]);
}
