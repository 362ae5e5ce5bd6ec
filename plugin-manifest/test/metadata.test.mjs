import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings } from '../validation/findings.mjs';
import { childrenOf, metadataFiles, readElement, readObjects, textOf } from '../validation/source.mjs';
import { metadataTypes } from '../validation/types.mjs';
import { CONTRACT, PICKLISTS } from './contract.mjs';

const salesforce = fileURLToPath(new URL('../salesforce/', import.meta.url));
const packageFolder = join(salesforce, 'force-app/main/default');
const objects = readObjects(packageFolder);
const fields = [...objects.values()].flatMap(({ name, fields }) =>
  [...fields].map(([field, content]) => ({ object: name, field, content, get: (element) => textOf(content, element) })),
);

test('every metadata file is valid against the types of the Metadata API', () => {
  const types = metadataTypes();
  const paths = metadataFiles(salesforce);
  assert.ok(paths.length > 80, `only ${paths.length} metadata files found below ${salesforce}`);
  const found = paths.flatMap((path) =>
    findings(types, path, readElement(join(salesforce, path))).map((finding) => `${path}: ${finding}`),
  );
  assert.deepEqual(found, []);
});

test('the objects and fields that others rely on are there, of the agreed type', () => {
  const actual = Object.fromEntries(
    [...objects.values()].map(({ name, fields }) => [name, [...fields].map(([field, content]) => [field, shape(content)])]),
  );
  for (const [object, expected] of Object.entries(CONTRACT)) {
    assert.deepEqual(Object.fromEntries(actual[object] ?? []), expected, object);
  }
});

function shape(content) {
  const type = textOf(content, 'type');
  const size = textOf(content, 'length');
  const digits = textOf(content, 'precision');
  if (size) return `${type}(${size})`;
  if (digits) return `${type}(${digits},${textOf(content, 'scale')})`;
  const target = textOf(content, 'referenceTo');
  return target ? `${type}(${target}.${textOf(content, 'relationshipName')})` : type;
}

test('picklists hold exactly the agreed values and accept no others', () => {
  for (const [name, expected] of Object.entries(PICKLISTS)) {
    const [object, field] = name.split('.');
    const set = childrenOf(objects.get(object).fields.get(field), 'valueSet')[0];
    assert.equal(textOf(set, 'restricted'), 'true', `${name} is restricted`);
    const values = childrenOf(childrenOf(set, 'valueSetDefinition')[0], 'value').map((value) => textOf(value, 'fullName'));
    assert.deepEqual(values, expected, name);
  }
});

test('a field file is named like its field', () => {
  for (const { field, get } of fields) assert.equal(get('fullName'), field);
});

test('every field explains itself, within the lengths that Salesforce takes', () => {
  for (const { object, field, get } of fields) {
    const name = `${object}.${field}`;
    assert.ok(get('label').length <= 40, `${name}: label over 40 characters`);
    assert.ok(get('description')?.length <= 1000, `${name}: no description, or over 1,000 characters`);
    assert.ok(get('inlineHelpText')?.length <= 510, `${name}: no help text, or over 510 characters`);
  }
});

test('external ids are unique and tell upper from lower case, so that an upsert meets one record', () => {
  const externalIds = fields.filter(({ get }) => get('externalId') === 'true');
  assert.equal(externalIds.length, 7);
  for (const { object, field, get } of externalIds) {
    assert.deepEqual([get('unique'), get('caseSensitive')], ['true', 'true'], `${object}.${field}`);
  }
});

test('a deleted account, person or deal empties the look-up and keeps the conversation', () => {
  for (const { object, field, get } of fields.filter(({ get }) => get('type') === 'Lookup')) {
    assert.equal(get('deleteConstraint'), 'SetNull', `${object}.${field}`);
  }
});

test('a detail that is upserted may name its conversation again, since a repeated upsert is an update', () => {
  const details = fields.filter(({ get }) => get('type') === 'MasterDetail');
  assert.equal(details.length, 4);
  for (const { object, get } of details.filter(({ object }) => objects.get(object).fields.has('External_Id__c'))) {
    assert.equal(get('reparentableMasterDetail'), 'true', object);
  }
});

test('no parent has two child relationships of one name from one object', () => {
  const names = fields.filter(({ get }) => get('relationshipName')).map(({ get }) => `${get('referenceTo')}.${get('relationshipName')}`);
  assert.deepEqual(names, [...new Set(names)]);
});

test('conversations are private, and what hangs on them follows their sharing', () => {
  for (const { name, definition } of [...objects.values()].filter(({ definition }) => definition)) {
    const expected = name === 'Chat_Conversation__c' ? 'Private' : 'ControlledByParent';
    assert.equal(textOf(definition, 'sharingModel'), expected, name);
    assert.equal(textOf(definition, 'externalSharingModel'), expected, name);
  }
});

const layouts = metadataFiles(packageFolder).filter((path) => path.startsWith('layouts/'));
const standard = ['Name', 'OwnerId', 'CreatedById', 'LastModifiedById'];

test('each object has a layout that shows each of its fields once', () => {
  for (const { name, fields } of [...objects.values()].filter(({ definition }) => definition)) {
    const path = layouts.find((layout) => layout.startsWith(`layouts/${name}-`));
    assert.ok(path, `${name} has no layout`);
    const sections = childrenOf(readElement(join(packageFolder, path)), 'layoutSections');
    const items = sections.flatMap((section) => childrenOf(section, 'layoutColumns')).flatMap((column) => childrenOf(column, 'layoutItems'));
    const shown = items.map((item) => textOf(item, 'field')).filter((field) => !standard.includes(field));
    assert.deepEqual(shown.sort(), [...fields.keys()].sort(), path);
  }
});

test('compact layouts and list views name existing fields, and tabs existing objects', () => {
  const known = (object, field) => field === 'NAME' || standard.includes(field) || objects.get(object).fields.has(field);
  for (const path of metadataFiles(salesforce)) {
    const [, object] = /objects\/(\w+)\/(?:compactLayouts|listViews)\//.exec(path) ?? [];
    if (object) {
      const content = readElement(join(salesforce, path));
      const used = [...childrenOf(content, 'fields'), ...childrenOf(content, 'columns')].map(({ text }) => text);
      const filtered = childrenOf(content, 'filters').map((filter) => textOf(filter, 'field'));
      assert.deepEqual([...used, ...filtered].filter((field) => !known(object, field)), [], path);
    }
    const [, tab] = /tabs\/(\w+)\.tab-meta\.xml$/.exec(path) ?? [];
    if (tab) assert.ok(objects.has(tab), path);
  }
});

test('no file carries a secret or a consumer key', () => {
  for (const path of metadataFiles(salesforce)) {
    const content = JSON.stringify(readElement(join(salesforce, path)));
    assert.doesNotMatch(content, /"name":"(consumerKey|consumerSecret|certificate|oauthLink)"/, path);
  }
});

test('record pages show the component that is in the package, on an object that it is made for', () => {
  const pages = metadataFiles(salesforce).filter((path) => path.endsWith('.flexipage-meta.xml'));
  assert.equal(pages.length, 4);
  for (const path of pages) {
    const page = readElement(join(salesforce, path));
    const items = childrenOf(page, 'flexiPageRegions').flatMap((region) => childrenOf(region, 'itemInstances'));
    const own = items.map((item) => textOf(childrenOf(item, 'componentInstance')[0], 'componentName')).filter((name) => !name.includes(':'));
    assert.deepEqual(own, ['chatHistory'], path);
    const component = readElement(join(packageFolder, 'lwc/chatHistory/chatHistory.js-meta.xml'));
    const config = childrenOf(childrenOf(component, 'targetConfigs')[0], 'targetConfig')[0];
    const made = childrenOf(childrenOf(config, 'objects')[0], 'object').map(({ text }) => text);
    assert.ok(made.includes(textOf(page, 'sobjectType')), path);
  }
});

const examples = metadataFiles(salesforce).filter((path) => path.startsWith('examples/'));
const read = (path) => readElement(join(salesforce, path));
const reportTypes = new Map(
  examples
    .filter((path) => path.endsWith('.reportType-meta.xml'))
    .map((path) => [`${/(\w+)\.reportType/.exec(path)[1]}__c`, childrenOf(read(path), 'sections').flatMap((section) => childrenOf(section, 'columns'))]),
);
const reports = examples.filter((path) => path.endsWith('.report-meta.xml')).map((path) => [path, read(path)]);

test('report types name existing fields, each once', () => {
  const meetings = 'Chat_Conversation__c.Chat_Meetings__r';
  assert.equal(reportTypes.size, 2);
  for (const [type, columns] of reportTypes) {
    const used = columns.map((column) => [textOf(column, 'table'), textOf(column, 'field')]);
    const known = ([table, field]) => standard.includes(field) || objects.get(table === meetings ? 'Chat_Meeting__c' : table)?.fields.has(field);
    assert.deepEqual(used.filter((each) => !known(each)), [], type);
    assert.deepEqual(used, [...new Map(used.map((each) => [each.join('$'), each])).values()], type);
  }
});

test('a report shows, groups, filters and dates by columns of its report type, and groups by none that it shows', () => {
  assert.equal(reports.length, 3);
  for (const [path, report] of reports) {
    const type = textOf(report, 'reportType');
    const offered = (reportTypes.get(type) ?? []).map((column) => `${textOf(column, 'table')}$${textOf(column, 'field')}`);
    const shown = childrenOf(report, 'columns').map((column) => textOf(column, 'field'));
    const grouped = childrenOf(report, 'groupingsDown').map((grouping) => textOf(grouping, 'field'));
    const filtered = childrenOf(report, 'filter').flatMap((filter) => childrenOf(filter, 'criteriaItems')).map((item) => textOf(item, 'column'));
    const dated = childrenOf(report, 'timeFrameFilter').map((filter) => textOf(filter, 'dateColumn'));
    assert.deepEqual([...shown, ...grouped, ...filtered, ...dated].filter((column) => !offered.includes(column)), [], `${path} of ${type}`);
    assert.deepEqual(shown.filter((column) => grouped.includes(column)), [], path);
  }
});

test('a report of meetings leaves out conversations without one, which its report type has', () => {
  const [, report] = reports.find(([path]) => path.includes('Meetings_out_of_Chats'));
  const items = childrenOf(childrenOf(report, 'filter')[0], 'criteriaItems');
  const said = items.map((item) => ['column', 'operator', 'value'].map((name) => textOf(item, name) ?? ''));
  assert.deepEqual(said, [['Chat_Conversation__c.Chat_Meetings__r$Start__c', 'notEqual', '']]);
});

test('list views and reports filter picklists by values that these have', () => {
  for (const path of examples.filter((each) => each.endsWith('.listView-meta.xml'))) {
    const object = /objects\/(\w+)\//.exec(path)[1];
    for (const filter of childrenOf(read(path), 'filters')) {
      const values = PICKLISTS[`${object}.${textOf(filter, 'field')}`];
      assert.ok(values?.includes(textOf(filter, 'value')), `${path}: ${textOf(filter, 'field')} is never ${textOf(filter, 'value')}`);
    }
  }
});

test('names and descriptions are within the lengths that Salesforce takes', () => {
  const most = { objects: [40, 1000], listViews: [40], reports: [40, 255], reportTypes: [50, 255], permissionsets: [80, 255], layouts: [], flexipages: [80, 255] };
  for (const path of metadataFiles(salesforce)) {
    const kind = /(\w+)\/[^/]*$/.exec(path)[1];
    const [name, description] = most[path.includes('.object-meta') ? 'objects' : path.includes('.report-meta') ? 'reports' : kind] ?? [];
    const content = read(path);
    for (const label of ['label', 'pluralLabel', 'masterLabel', 'name']) {
      const text = textOf(content, label);
      assert.ok(!name || !text || text.length <= name, `${path}: ${label} over ${name} characters`);
    }
    assert.ok(!description || (textOf(content, 'description') ?? '').length <= description, `${path}: description over ${description} characters`);
  }
});
