import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  ignoreDeclaration: true,
});

/** All metadata files below a folder, as paths relative to it, with `/` between folders. */
export function metadataFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('-meta.xml') && !path.split(sep).includes('node_modules'))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** Reads a file into an element: `{name, attributes, children, text}`. */
export function readElement(file) {
  return parse(readFileSync(file, 'utf8'), relative('.', file));
}

export function parse(xml, name = 'XML') {
  const wellFormed = XMLValidator.validate(xml);
  if (wellFormed !== true) throw new Error(`${name}:${wellFormed.err.line}: ${wellFormed.err.msg}`);
  const roots = parser.parse(xml).filter((node) => !('#comment' in node));
  return element(roots[0]);
}

function element(node) {
  const name = Object.keys(node).find((key) => key !== ':@');
  const content = node[name];
  const text = content.filter((child) => '#text' in child).map((child) => child['#text']).join('');
  const children = content.filter((child) => !('#text' in child) && !('#comment' in child)).map(element);
  return { name, attributes: node[':@'] ?? {}, children, text };
}

/** The text of the first child of that name, or undefined. */
export function textOf(parent, name) {
  return parent.children.find((child) => child.name === name)?.text;
}

export function childrenOf(parent, name) {
  return parent.children.filter((child) => child.name === name);
}

/** What a permission set, a layout and a test need to know of the objects in a package folder. */
export function readObjects(folder) {
  const objects = new Map();
  for (const path of metadataFiles(folder)) {
    const match = /^objects\/(\w+)\/(?:fields\/(\w+)\.field|\w+\.object)-meta\.xml$/.exec(path);
    if (!match) continue;
    const [, name, field] = match;
    if (!objects.has(name)) objects.set(name, { name, fields: new Map() });
    const content = readElement(join(folder, path));
    if (field) objects.get(name).fields.set(field, content);
    else objects.get(name).definition = content;
  }
  return objects;
}
