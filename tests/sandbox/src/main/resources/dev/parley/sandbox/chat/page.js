// What the visitor's chat and the agent's desk share; each is one script, of which this is a part.
const LANGUAGES = new Map([['en', 'English'], ['sv', 'Svenska'], ['de', 'Deutsch'], ['fa', 'فارسی'], ['zh', '中文']]);
const direction = code => code === 'fa' ? 'rtl' : 'ltr';

/** What is said, by language: every file of texts adds its own. */
const TEXTS = {};

/** The first language of the wishes that is spoken here, in the order of the wishes. */
function pick(...wishes) {
  return wishes.map(wish => (wish ?? '').slice(0, 2).toLowerCase()).find(wish => LANGUAGES.has(wish)) ?? 'en';
}

/** So many random bytes, as hexadecimal digits. */
const random = bytes => Array.from(crypto.getRandomValues(new Uint8Array(bytes)), b => b.toString(16).padStart(2, '0')).join('');

/** An element; texts among its children are put in as text, never as HTML. */
function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}
