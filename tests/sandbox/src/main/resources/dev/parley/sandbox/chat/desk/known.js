// What the desk knows: all that its parts share stands here. Everything that anybody wrote is put in as text, never as HTML.
const $ = id => document.getElementById(id);

const known = {
  /** Who works here, what they have at hand, and what visitors are promised. */
  desk: { agents: [], canned: [], questions: [], promiseMinutes: 5 },
  me: localStorage.getItem('parley.agent') ?? '',
  /** The agents who sit at their desks now. */
  here: [],
  /** By how many milliseconds this computer's clock is behind that of the chat service, which the times are from. */
  behind: 0,
  open: true,
  since: '',
  until: '',
  /** Every conversation's summary, by id. */
  talks: new Map(),
  /** The conversation that a link into the desk names, as that of a record's page does, until it has been opened. */
  wanted: new URLSearchParams(location.search).get('conversation') ?? '',
  /** The id of the conversation that is looked at, its events by place, and how many there were when it was opened. */
  shown: '',
  items: [],
  history: 0,
};

const person = id => known.desk.agents.find(agent => agent.id === id)?.name ?? id;
const visitor = talk => talk.visitor.name || talk.visitor.email || T.visitor;
const shownTalk = () => known.talks.get(known.shown);
/** Which agent a seller is. */
const agentOf = somebody => somebody?.email ? known.desk.agents.find(agent => agent.email?.toLowerCase() === somebody.email.toLowerCase()) : undefined;
const isMine = talk => talk?.state === 'agent' && talk.agent === known.me;

/** For how many seconds a visitor has waited for an agent, or for my answer. */
const waited = talk => (talk.state === 'waiting' || isMine(talk)) && talk.waitingSince ? Math.max(0, (Date.now() + known.behind - Date.parse(talk.waitingSince)) / 1000) : 0;
const promise = () => known.desk.promiseMinutes * 60;
/** Nobody is promised an answer while the company is closed: who came then waits from the opening on. */
const isLate = talk => Math.min(waited(talk), openFor()) > promise() && (known.open || isMine(talk));
const openFor = () => known.since ? (Date.now() + known.behind - Date.parse(known.since)) / 1000 : Infinity;

/** Whoever has accepted to take them over goes first, as long as they sit at their desk and do not let them wait too long. */
const isPromised = talk => talk.state === 'waiting' && !isLate(talk) && known.here.includes(agentOf(talk.seller)?.id);
const isForMe = talk => isPromised(talk) && agentOf(talk.seller).id === known.me;
/** Whether whoever is free takes them next. */
const isUp = talk => talk?.state === 'waiting' && (!isPromised(talk) || isForMe(talk));
