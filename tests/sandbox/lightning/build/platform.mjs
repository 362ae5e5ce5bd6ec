import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { iconModule, iconSet } from './icons.mjs';

const ORG = fileURLToPath(new URL('../org', import.meta.url));
const LABELS = 'virtual:labels';

/**
 * The modules that only the platform has: custom labels out of the package's files, names of the schema, the user, and
 * the user's language and time zone.
 */
export function platform(packageFolder) {
  return {
    name: 'platform',
    resolveId(id) {
      if (id.startsWith('org/')) return `${ORG}/${id.slice('org/'.length)}.js`;
      const known = id === LABELS || id.startsWith('@salesforce/label/c.') || iconSet(id) || written(id) !== null;
      return known ? `\0${id}` : null;
    },
    load(id) {
      return id.startsWith('\0') ? source(id.slice(1), packageFolder) : null;
    },
  };
}

function source(id, packageFolder) {
  if (id === LABELS) return `export default ${JSON.stringify(labels(packageFolder))};`;
  if (iconSet(id)) return iconModule(iconSet(id), `${packageFolder}/main/default/lwc`);
  const label = /^@salesforce\/label\/c\.(\w+)$/.exec(id)?.[1];
  if (label) return `import labels from '${LABELS}'; import { words } from 'org/viewer'; export default words(labels, '${label}');`;
  return written(id);
}

function written(id) {
  const [, kind, name] = /^@salesforce\/(schema|user|i18n)\/([\w.]+)$/.exec(id) ?? [];
  if (kind === 'schema') return `export default ${JSON.stringify(schema(name))};`;
  if (kind === 'user' && name === 'Id') return "import { viewer } from 'org/viewer'; export default viewer.userId;";
  if (kind === 'i18n' && ['lang', 'locale', 'dir', 'timeZone'].includes(name)) {
    return `import { viewer } from 'org/viewer'; export default viewer.${name};`;
  }
  return null;
}

function schema(name) {
  const [objectApiName, fieldApiName] = name.split('.');
  return fieldApiName ? { fieldApiName, objectApiName } : { objectApiName };
}

/** By language, then by name. English is the language that the labels are written in. */
function labels(packageFolder) {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => ['labels', 'customLabels'].includes(name) });
  const read = (path) => parser.parse(readFileSync(`${packageFolder}/${path}`, 'utf8'));
  const own = read('main/default/labels/CustomLabels.labels-meta.xml').CustomLabels.labels;
  const all = { en: Object.fromEntries(own.map(({ fullName, value }) => [fullName, value])) };
  for (const file of readdirSync(`${packageFolder}/translations/default/translations`)) {
    const translated = read(`translations/default/translations/${file}`).Translations.customLabels;
    all[file.split('.')[0]] = Object.fromEntries(translated.map(({ name, label }) => [name, label]));
  }
  return all;
}
