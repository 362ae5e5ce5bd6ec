// What Parley tells of the visitor, as the agent reads it.
const MACHINES = { id: true, url: true, conversation: true };

const words = name => T['word.' + name] ?? name.replace(/([A-Z])/g, ' $1').replace(/^./, first => first.toUpperCase());

function facts(object, names) {
  return el('dl', {}, ...names.filter(name => object[name]).flatMap(name => [el('dt', {}, words(name)), el('dd', { dir: 'auto' }, String(object[name]))]));
}

function link(url) {
  return /^https?:\/\//.test(url ?? '') ? el('p', {}, el('a', { href: url, target: '_blank', rel: 'noopener' }, T.record)) : '';
}

/** What Parley names by its own names is called as the agent calls it; what people said stays as they said it. */
function inWords(context) {
  const { stage, functions, summary } = TERMS[lang];
  const lines = text => text.replace(/^(Needs|Open|Promised|Next): (.*)$/gm, (all, heading, said) => say(summary[heading], said));
  const told = { ...context };
  if (told.stage) told.stage = stage[told.stage] ?? told.stage;
  if (Array.isArray(told.functions)) told.functions = told.functions.map(name => functions[name] ?? name);
  if (Array.isArray(told.missing)) told.missing = told.missing.map(each => each.ask ?? each.name ?? each);
  if (Array.isArray(told.earlier)) told.earlier = told.earlier.map(talk => talk.summary ? { ...talk, summary: lines(talk.summary) } : talk);
  return told;
}

/** Whatever it is, three levels deep; what only machines read is left out, and what has a name begins with it. */
function tree(value, depth = 0) {
  if (typeof value === 'number') return document.createTextNode(number(value));
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return document.createTextNode(day(value));
  if (value === null || typeof value !== 'object') return document.createTextNode(String(value ?? ''));
  if (Array.isArray(value)) return depth > 3 ? '' : el('ul', {}, ...value.slice(0, 20).map(each => el('li', {}, tree(each, depth + 1))));
  return depth > 3 ? '' : object(value, depth);
}

function object(value, depth) {
  const name = depth && typeof value.name === 'string' ? el('div', { dir: 'auto' }, value.name) : '';
  const entries = Object.entries(value).filter(([key, each]) => each !== null && each !== '' && !MACHINES[key] && !(name && key === 'name')).slice(0, 40);
  const rest = entries.flatMap(([key, each]) => [el('dt', {}, words(key)), el('dd', { dir: 'auto' }, tree(each, depth + 1))]);
  return el('div', {}, name, rest.length ? el('dl', {}, ...rest) : '');
}
