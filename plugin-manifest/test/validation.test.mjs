import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from '../validation/findings.mjs';
import { parse } from '../validation/source.mjs';
import { metadataTypes } from '../validation/types.mjs';

const types = metadataTypes();
const tab = (content) => `<CustomTab xmlns="http://soap.sforce.com/2006/04/metadata">${content}</CustomTab>`;
const found = (path, xml) => findings(types, path, parse(xml));

test('a valid file has no findings', () => {
  assert.deepEqual(found('Chat.tab-meta.xml', tab('<customObject>true</customObject><motif>Custom53: Bell</motif>')), []);
});

test('a misspelt element is unknown', () => {
  assert.deepEqual(found('Chat.tab-meta.xml', tab('<motive>Custom53: Bell</motive>')), ['CustomTab/motive is unknown']);
});

test('a value outside its enumeration is refused, deep inside too', () => {
  const xml = `<SharingRules xmlns="http://soap.sforce.com/2006/04/metadata"><sharingCriteriaRules>
    <fullName>All</fullName><accessLevel>Edit</accessLevel>
    <criteriaItems><field>Status__c</field><operation>is</operation><value>Open</value></criteriaItems>
    <includeRecordsOwnedByAll>yes</includeRecordsOwnedByAll><label>All</label><sharedTo><group>G</group></sharedTo>
    </sharingCriteriaRules></SharingRules>`;
  const sentences = found('Chat__c.sharingRules-meta.xml', xml);
  assert.match(sentences[0], /^SharingRules\/sharingCriteriaRules\/criteriaItems\/operation is 'is', but takes one of equals, /);
  assert.match(sentences[1], /includeRecordsOwnedByAll is 'yes', but takes true or false$/);
  assert.equal(sentences.length, 2);
});

test('a missing element that the type requires is named', () => {
  const xml = '<Queue xmlns="http://soap.sforce.com/2006/04/metadata"><queueSobject/></Queue>';
  assert.deepEqual(found('Q.queue-meta.xml', xml), ['Queue/queueSobject/sobjectType is missing', 'Queue/name is missing']);
});

test('an element that stands there twice is refused unless it is a list', () => {
  const sentences = found('Chat.tab-meta.xml', tab('<motif>a</motif><motif>b</motif>'));
  assert.deepEqual(sentences, ['CustomTab/motif stands there twice']);
});

test('elements out of order are named', () => {
  const sentences = found('Chat.tab-meta.xml', tab('<motif>Custom53: Bell</motif><customObject>true</customObject>'));
  assert.deepEqual(sentences, ['CustomTab/customObject comes after motif; sort the elements by name, fullName first']);
});

test('a file whose name promises another type is refused', () => {
  assert.match(found('Chat.queue-meta.xml', tab('<motif>a</motif>'))[0], /asks for Queue$/);
  assert.match(found('Chat.unheard-meta.xml', tab('<motif>a</motif>'))[0], /not known here$/);
});

test('a file outside the namespace is refused', () => {
  assert.match(found('Chat.tab-meta.xml', '<CustomTab><motif>a</motif></CustomTab>')[0], /namespace/);
});

test('a file that is no XML says on which line', () => {
  assert.throws(() => parse('<CustomTab>\n<motif>\n</CustomTab>', 'Chat.tab-meta.xml'), /Chat\.tab-meta\.xml:\d: /);
});
