import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { childrenOf, readElement, readObjects, textOf } from '../validation/source.mjs';

const salesforce = fileURLToPath(new URL('../salesforce/force-app/', import.meta.url));
const components = join(salesforce, 'main/default/lwc');
const translations = join(salesforce, 'translations/default/translations');

const labels = new Map(
  childrenOf(readElement(join(salesforce, 'main/default/labels/CustomLabels.labels-meta.xml')), 'labels').map((label) => [
    textOf(label, 'fullName'),
    textOf(label, 'value'),
  ]),
);
const translated = new Map(
  readdirSync(translations).map((file) => {
    const entries = childrenOf(readElement(join(translations, file)), 'customLabels');
    return [file.split('.')[0], new Map(entries.map((entry) => [textOf(entry, 'name'), textOf(entry, 'label')]))];
  }),
);
const sources = readdirSync(components, { recursive: true })
  .filter((path) => /\.(js|html)$/.test(path) && !path.includes('__tests__'))
  .map((path) => [path, readFileSync(join(components, path), 'utf8')]);

test('every label that a component imports is there, and every label is imported', () => {
  const imported = sources.flatMap(([, text]) => [...text.matchAll(/@salesforce\/label\/c\.(\w+)/g)].map(([, name]) => name));
  assert.deepEqual([...new Set(imported)].sort(), [...labels.keys()].sort());
});

test('every label is translated to Swedish, German, Persian and Chinese, with the same places to fill in', () => {
  assert.deepEqual([...translated.keys()].sort(), ['de', 'fa', 'sv', 'zh_CN']);
  const places = (text) => (text.match(/\{\d\}/g) ?? []).sort();
  for (const [language, texts] of translated) {
    assert.deepEqual([...texts.keys()].sort(), [...labels.keys()].sort(), language);
    for (const [name, text] of texts) {
      assert.ok(text.trim(), `${language} ${name} is empty`);
      assert.deepEqual(places(text), places(labels.get(name)), `${language} ${name}`);
    }
  }
});

test('labels and translations are within the lengths that Salesforce takes', () => {
  for (const [language, texts] of [['en', labels], ...translated]) {
    for (const [name, text] of texts) {
      assert.ok(name.length <= 80, `${name}: name over 80 characters`);
      assert.ok(text.length <= 1000, `${language} ${name}: over 1,000 characters`);
    }
  }
  for (const label of childrenOf(readElement(join(salesforce, 'main/default/labels/CustomLabels.labels-meta.xml')), 'labels')) {
    assert.ok(textOf(label, 'shortDescription').length <= 80, `${textOf(label, 'fullName')}: description over 80 characters`);
    assert.equal(textOf(label, 'language'), 'en_US', textOf(label, 'fullName'));
  }
});

test('in Persian and Chinese the label for one says the same as that for several, for there nothing is told apart', () => {
  const pairs = [...labels.keys()].map((name) => [`${name}_One`, name]).filter(([one]) => labels.has(one));
  assert.ok(pairs.length > 0);
  for (const texts of [translated.get('fa'), translated.get('zh_CN')]) {
    for (const [one, several] of pairs) assert.equal(texts.get(one), texts.get(several), one);
  }
});

test('the labels of what stands on records say it as Parley writes it', () => {
  const sayings = fileURLToPath(new URL('../../integration/src/main/resources/dev/parley/words/', import.meta.url));
  const languages = { en: labels, sv: translated.get('sv'), de: translated.get('de'), fa: translated.get('fa'), zh: translated.get('zh_CN') };
  for (const [language, texts] of Object.entries(languages)) {
    const written = readFileSync(join(sayings, `sayings_${language}.properties`), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split(' = '))
      .map(([key, text]) => [`Chat_Say_${key}`, text]);
    const said = [...texts].filter(([name]) => name.startsWith('Chat_Say_'));
    assert.deepEqual(Object.fromEntries(said), Object.fromEntries(written), language);
  }
});

test('the components know what stands on records by the same words as the labels', () => {
  const [, table] = sources.find(([path]) => path.endsWith('sentences.js'));
  const names = new Map([...table.matchAll(/import (\w+) from '@salesforce\/label\/c\.(\w+)'/g)].map(([, as, name]) => [as, name]));
  const pairs = [...table.matchAll(/\[\s*(?:'([^']*)'|"([^"]*)"),\s*(\w+),?\s*\]/g)].map(([, one, other, as]) => [names.get(as), one ?? other]);
  assert.deepEqual(Object.fromEntries(pairs), Object.fromEntries([...labels].filter(([name]) => name.startsWith('Chat_Say_'))));
});

test('what people read stands in labels, not in templates', () => {
  for (const [path, html] of sources.filter(([path]) => path.endsWith('.html'))) {
    const texts = html.replace(/<!--.*?-->/gs, '').split(/<[^>]*>/s).map((text) => text.replace(/\{[\w.]+\}/g, ''));
    assert.deepEqual(texts.filter((text) => /\p{L}/u.test(text)), [], path);
    const spoken = [...html.matchAll(/(?:aria-label|alternative-text|title|label)="([^"{]*)"/g)].map(([, text]) => text);
    assert.deepEqual(spoken, [], path);
  }
});

const objects = readObjects(join(salesforce, 'main/default'));
const objectTranslations = join(salesforce, 'translations/default/objectTranslations');
const renamed = readdirSync(objectTranslations).map((folder) => {
  const [, object, language] = /^(.+)-(\w+)$/.exec(folder);
  const files = readdirSync(join(objectTranslations, folder)).filter((file) => file.endsWith('.fieldTranslation-meta.xml'));
  const fields = files.sort().map((file) => ({ file, ...readElement(join(objectTranslations, folder, file)) }));
  return { object, language, fields };
});

test('on the records that sellers open, each field of the package and each value of its picklists has a name in each language', () => {
  const shown = ['Chat_Conversation__c', 'Contact', 'Lead', 'Opportunity'];
  assert.deepEqual(
    renamed.map(({ object, language }) => `${object} ${language}`).sort(),
    shown.flatMap((object) => [...translated.keys()].map((language) => `${object} ${language}`)).sort(),
  );
  for (const { object, language, fields } of renamed) {
    assert.deepEqual(fields.map(({ file }) => file.split('.')[0]), fields.map((field) => textOf(field, 'name')), `${object} ${language}`);
    assert.deepEqual(fields.map((field) => textOf(field, 'name')), [...objects.get(object).fields.keys()].sort(), `${object} ${language}`);
    for (const field of fields) {
      const name = textOf(field, 'name');
      const set = childrenOf(objects.get(object).fields.get(name), 'valueSet')[0];
      const values = set ? childrenOf(childrenOf(set, 'valueSetDefinition')[0], 'value').map((value) => textOf(value, 'label')) : [];
      assert.deepEqual(childrenOf(field, 'picklistValues').map((value) => textOf(value, 'masterLabel')), values, `${language} ${name}`);
      for (const text of [textOf(field, 'label'), ...childrenOf(field, 'picklistValues').map((value) => textOf(value, 'translation'))]) {
        assert.ok(text?.trim() && text.length <= 40, `${language} ${name}: ${text}`);
      }
    }
  }
});

test('stages and functions are called on a record as they are in mails', () => {
  const words = fileURLToPath(new URL('../../integration/src/main/resources/dev/parley/words/', import.meta.url));
  for (const { language, fields } of renamed.filter(({ object }) => object === 'Chat_Conversation__c')) {
    const lines = readFileSync(join(words, `terms_${language.split('_')[0]}.properties`), 'utf8').split('\n');
    for (const [field, kind] of [['Functions__c', 'function'], ['Relationship_Stage__c', 'stage']]) {
      const written = lines.filter((line) => line.startsWith(`${kind}.`)).map((line) => line.split(' = ')[1]);
      const [values] = fields.filter((each) => textOf(each, 'name') === field);
      assert.deepEqual(childrenOf(values, 'picklistValues').map((value) => textOf(value, 'translation')), written, `${language} ${field}`);
    }
  }
});
