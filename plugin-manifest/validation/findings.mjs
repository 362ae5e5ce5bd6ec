import { resolve } from './types.mjs';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** The type that a file's name promises, by the part between the last dot and `-meta.xml`. */
const ROOTS = {
  compactLayout: 'CompactLayout',
  eca: 'ExternalClientApplication',
  ecaGlblOauth: 'ExtlClntAppGlobalOauthSettings',
  ecaOauth: 'ExtlClntAppOauthSettings',
  ecaOauthPlcy: 'ExtlClntAppOauthConfigurablePolicies',
  ecaPlcy: 'ExtlClntAppConfigurablePolicies',
  field: 'CustomField',
  fieldTranslation: 'CustomFieldTranslation',
  flexipage: 'FlexiPage',
  group: 'Group',
  js: 'LightningComponentBundle',
  labels: 'CustomLabels',
  layout: 'Layout',
  listView: 'ListView',
  object: 'CustomObject',
  objectTranslation: 'CustomObjectTranslation',
  permissionset: 'PermissionSet',
  queue: 'Queue',
  report: 'Report',
  reportFolder: 'ReportFolder',
  reportType: 'ReportType',
  sharingRules: 'SharingRules',
  tab: 'CustomTab',
  translation: 'Translations',
};

/** Everything that is wrong with one metadata file, as sentences; empty when it is valid. */
export function findings(types, path, root) {
  const suffix = /\.(\w+)-meta\.xml$/.exec(path)?.[1];
  const expected = ROOTS[suffix];
  if (!expected) return [`a file named .${suffix}-meta.xml is not known here`];
  if (root.name !== expected) return [`the root element is ${root.name}, but the file's name asks for ${expected}`];
  const found = [];
  if (root.attributes.xmlns !== NAMESPACE) found.push(`${root.name} is not in the namespace ${NAMESPACE}`);
  check(types, root, { kind: 'reference', name: expected }, root.name, found);
  return found;
}

/** What the Metadata API takes as it comes, and another program reads: App Builder reads the targets' settings. */
const OPAQUE = ['LightningComponentBundle/targetConfigs'];

function check(types, element, type, path, found) {
  if (OPAQUE.includes(path)) return;
  const resolved = resolve(types, type);
  if (resolved.kind === 'record') checkRecord(types, element, resolved, path, found);
  else checkText(element, resolved, path, found);
}

function checkRecord(types, element, record, path, found) {
  const count = new Map();
  for (const child of element.children) {
    const property = record.properties.get(child.name);
    const childPath = `${path}/${child.name}`;
    if (!property) {
      found.push(`${childPath} is unknown`);
      continue;
    }
    count.set(child.name, (count.get(child.name) ?? 0) + 1);
    if (!property.many && count.get(child.name) === 2) found.push(`${childPath} stands there twice`);
    check(types, child, property.type, childPath, found);
  }
  for (const [name, property] of record.properties) {
    if (property.required && !count.has(name)) found.push(`${path}/${name} is missing`);
  }
  checkOrder(element, path, found);
}

/** The order in which the Salesforce CLI writes: the full name first, then by the alphabet. */
function checkOrder(element, path, found) {
  const names = element.children.map((child) => child.name);
  const rank = (name) => (name === 'fullName' ? '' : name);
  const at = names.findIndex((name, index) => index > 0 && rank(names[index - 1]) > rank(name));
  if (at > 0) found.push(`${path}/${names[at]} comes after ${names[at - 1]}; sort the elements by name, fullName first`);
}

function checkText(element, type, path, found) {
  const { text } = element;
  if (element.children.length > 0) found.push(`${path} takes text, not elements`);
  else if (type.kind === 'enum' && !type.values.includes(text)) {
    found.push(`${path} is '${text}', but takes one of ${type.values.join(', ')}`);
  } else if (type.kind === 'boolean' && !['true', 'false'].includes(text)) {
    found.push(`${path} is '${text}', but takes true or false`);
  } else if (type.kind === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) {
    found.push(`${path} is '${text}', but takes a number`);
  }
}
