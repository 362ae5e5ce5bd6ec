import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { childrenOf, metadataFiles, readElement, readObjects, textOf } from '../validation/source.mjs';

const packageFolder = fileURLToPath(new URL('../salesforce/force-app/main/default/', import.meta.url));
const objects = readObjects(packageFolder);
const sets = new Map(
  metadataFiles(packageFolder)
    .filter((path) => path.startsWith('permissionsets/'))
    .map((path) => [/(\w+)\.permissionset-meta/.exec(path)[1], readElement(join(packageFolder, path))]),
);

/** Custom fields of tasks and events live on Activity, but are granted on Task and on Event. */
const grantedOn = (object) => (object === 'Activity' ? ['Task', 'Event'] : [object]);
/** Salesforce refuses to grant what nobody can be denied: required fields and master-details. */
const grantable = (field) => textOf(field, 'required') !== 'true' && textOf(field, 'type') !== 'MasterDetail';
const customFields = [...objects.values()].flatMap(({ name, fields }) =>
  [...fields].flatMap(([field, content]) => grantedOn(name).map((owner) => ({ name: `${owner}.${field}`, grantable: grantable(content) }))),
);

const objectPermissions = (set) =>
  childrenOf(sets.get(set), 'objectPermissions').map(({ children }) => Object.fromEntries(children.map(({ name, text }) => [name, text])));
const fieldPermissions = (set) =>
  childrenOf(sets.get(set), 'fieldPermissions').map(({ children }) => Object.fromEntries(children.map(({ name, text }) => [name, text])));
const chatObjects = (set) => objectPermissions(set).filter(({ object }) => object.startsWith('Chat_'));
const allowed = (permission, right) => permission[right] === 'true';

test('there are four permission sets', () => {
  assert.deepEqual([...sets.keys()].sort(), ['Chat_Erasure', 'Chat_Handoff_Seller', 'Chat_History_Viewer', 'Chat_Sync_Integration']);
});

test('permission sets name existing custom objects and fields only, each once', () => {
  const known = new Set(customFields.filter((field) => field.grantable).map(({ name }) => name));
  for (const set of sets.keys()) {
    const named = fieldPermissions(set).map(({ field }) => field);
    assert.deepEqual(named, [...new Set(named)], `${set} names a field twice`);
    assert.deepEqual(named.filter((field) => field.endsWith('__c') && !known.has(field)), [], set);
    const unknown = objectPermissions(set).filter(({ object }) => object.endsWith('__c') && !objects.has(object));
    assert.deepEqual(unknown, [], set);
  }
});

test('the integration may write and the viewer may read every custom field', () => {
  const expected = customFields.filter((field) => field.grantable).map(({ name }) => name).sort();
  const custom = (set, right) => fieldPermissions(set).filter((p) => p.field.endsWith('__c') && allowed(p, right)).map(({ field }) => field).sort();
  assert.deepEqual(custom('Chat_Sync_Integration', 'editable'), expected);
  assert.deepEqual(custom('Chat_History_Viewer', 'readable'), expected);
  assert.deepEqual(custom('Chat_History_Viewer', 'editable'), []);
});

test('the integration makes and changes chat records, leads, contacts and opportunities, but deletes nothing and has no Modify All', () => {
  for (const permission of objectPermissions('Chat_Sync_Integration')) {
    assert.equal(permission.allowDelete, 'false', permission.object);
    assert.equal(permission.modifyAllRecords, 'false', permission.object);
    assert.equal(permission.viewAllRecords, 'true', permission.object);
  }
  const writable = objectPermissions('Chat_Sync_Integration').filter((p) => allowed(p, 'allowCreate') && allowed(p, 'allowEdit'));
  const expected = [...objects.keys()].filter((name) => name.startsWith('Chat_'));
  assert.deepEqual(writable.map(({ object }) => object).sort(), [...expected, 'Contact', 'Lead', 'Opportunity'].sort());
  const users = childrenOf(sets.get('Chat_Sync_Integration'), 'userPermissions').map((permission) => textOf(permission, 'name'));
  assert.deepEqual(users, ['ActivitiesAccess', 'ApiEnabled', 'EditEvent', 'EditTask']);
});

test('the viewer reads, and the seller reads and gives commands', () => {
  const rights = ['allowCreate', 'allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'];
  const given = (set) => objectPermissions(set).flatMap((p) => rights.filter((right) => allowed(p, right)).map((right) => `${p.object} ${right}`));
  assert.deepEqual(given('Chat_History_Viewer'), []);
  assert.deepEqual(given('Chat_Handoff_Seller'), ['Chat_Command__c allowCreate']);
  for (const set of ['Chat_History_Viewer', 'Chat_Handoff_Seller']) assert.equal(chatObjects(set).length, 5, set);
  const edited = fieldPermissions('Chat_Handoff_Seller').filter((p) => allowed(p, 'editable')).map(({ field }) => field);
  const commanded = ['Account__c', 'Always__c', 'Contact__c', 'Lead__c', 'Nobody__c', 'Opportunity__c', 'Reason__c'].map((field) => `Chat_Command__c.${field}`);
  assert.deepEqual(edited.sort(), [...commanded, 'Event.Chat_Meeting_Status__c']);
});

test('erasure deletes chat records and touches nothing else', () => {
  const permissions = objectPermissions('Chat_Erasure');
  assert.deepEqual(permissions, chatObjects('Chat_Erasure'));
  assert.deepEqual(permissions.map((permission) => permission.allowDelete), Array(5).fill('true'));
  assert.deepEqual(permissions.map((permission) => permission.allowCreate), Array(5).fill('false'));
  assert.deepEqual(fieldPermissions('Chat_Erasure').filter((p) => allowed(p, 'editable')), []);
});

test('each right comes with those that Salesforce makes it depend on', () => {
  const needs = {
    allowCreate: ['allowRead'],
    allowEdit: ['allowRead'],
    allowDelete: ['allowRead', 'allowEdit'],
    viewAllRecords: ['allowRead'],
    modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
  };
  for (const set of sets.keys()) {
    for (const permission of objectPermissions(set)) {
      for (const right of Object.keys(needs).filter((name) => allowed(permission, name))) {
        assert.deepEqual(needs[right].filter((needed) => !allowed(permission, needed)), [], `${set} ${permission.object} ${right}`);
      }
    }
    for (const permission of fieldPermissions(set)) assert.equal(permission.readable, 'true', `${set} ${permission.field}`);
  }
});
