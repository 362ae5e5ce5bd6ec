const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const TRANSLATIONS = join(__dirname, '../../salesforce/force-app/translations/default/translations');
const ENTRY = /<label>(.*?)<\/label>\s*<name>(\w+)<\/name>/g;
const plain = (xml) => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Pairs of a sentence and a label as the user of a language has them; in tests a label is its own name. */
function translated(pairs, language) {
  const xml = readFileSync(join(TRANSLATIONS, `${language}.translation-meta.xml`), 'utf8');
  const words = new Map([...xml.matchAll(ENTRY)].map(([, label, name]) => [`c.${name}`, plain(label)]));
  return pairs.map(([written, label]) => [written, words.get(label)]);
}

module.exports = { translated };
