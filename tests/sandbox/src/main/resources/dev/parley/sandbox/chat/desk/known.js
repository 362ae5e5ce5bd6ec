// What the desk knows: all that its parts share stands here. Everything that anybody wrote is put in as text, never as HTML.
const $ = id => document.getElementById(id);

const known = {
  /** Who works here, what they have at hand, and what visitors are promised. */
  desk: { agents: [], canned: [], questions: [], promiseMinutes: 5 },
  me: localStorage.getItem('parley.agent') ?? '',
  open: true,
  until: '',
  /** Every conversation's summary, by id. */
  talks: new Map(),
  /** The id of the conversation that is looked at, and its events by place. */
  shown: '',
  items: [],
};

const person = id => known.desk.agents.find(agent => agent.id === id)?.name ?? id;
const visitor = talk => talk.visitor.name || talk.visitor.email || T.visitor;
const shownTalk = () => known.talks.get(known.shown);
