import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { metadataFiles, readObjects } from '../validation/source.mjs';

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('plugin.json'));
const project = JSON.parse(read('salesforce/sfdx-project.json'));
const salesforce = manifest.targets.salesforce;
const { settings } = manifest;
const folder = (path) => fileURLToPath(new URL(`../${path}/`, import.meta.url));

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, formats: { regex: isRegex } });
const valid = ajv.compile(JSON.parse(read('plugin.schema.json')));

function isRegex(text) {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

const sentences = () => (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

test('the manifest is valid against its schema', () => {
  valid(manifest);
  assert.deepEqual(sentences(), []);
});

test('the schema refuses a setting that says something else than its type', () => {
  const wrong = [
    { type: 'integer', default: '8080' },
    { type: 'duration', default: '2 seconds' },
    { type: 'duration', default: '2s', unit: 's' },
    { type: 'enum' },
    { type: 'boolean', default: 'yes' },
    { type: 'string', default: 'hush', secret: true },
    { type: 'string', default: 'x', required: true },
    { type: 'string', environment: undefined },
    { type: 'string', description: 'No full stop' },
    { type: 'string', min: 1 },
    { type: 'password' },
  ];
  const sound = { name: 'a.b', secret: false, required: false, environment: 'PARLEY_A_B', description: 'A setting.' };
  assert.ok(valid({ ...manifest, settings: [{ ...sound, type: 'string' }] }), sentences().join('\n'));
  for (const setting of wrong) {
    const whole = JSON.parse(JSON.stringify({ ...manifest, settings: [{ ...sound, ...setting }] }));
    assert.equal(valid(whole), false, JSON.stringify(setting));
  }
});

test('no setting stands there twice, and those named by others exist', () => {
  const names = settings.map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
  const named = Object.values(manifest.authentication).flatMap((way) => way.settings);
  const instead = settings.flatMap(({ requiredUnless }) => requiredUnless ?? []);
  assert.deepEqual([...named, ...instead].filter((name) => !names.includes(name)), []);
});

test('an environment variable is made from the name of its setting', () => {
  for (const { name, environment } of settings.filter((setting) => setting.environment)) {
    const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll('.', '_');
    assert.equal(environment, `PARLEY_${words.toUpperCase()}`, name);
  }
});

const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const magnitude = (value) => (typeof value === 'number' ? value : parseInt(value, 10) * MILLISECONDS[/[a-z]+$/.exec(value)[0]]);

test('a default lies in its range, among its values, and fits its pattern', () => {
  for (const setting of settings.filter((each) => 'default' in each)) {
    const { name, default: value, min, max, values, pattern } = setting;
    if (min !== undefined) assert.ok(magnitude(value) >= magnitude(min), name);
    if (max !== undefined) assert.ok(magnitude(value) <= magnitude(max), name);
    if (values) assert.ok(values.includes(value), name);
    if (pattern) assert.match(value, new RegExp(pattern), name);
  }
});

test('a new installation is asked for five settings and no more', () => {
  const asked = settings.filter(({ required, requiredUnless }) => required || requiredUnless).map(({ name }) => name);
  assert.deepEqual(asked, ['crm.url', 'crm.clientId', 'crm.clientSecret', 'channel.tokens', 'admin.token']);
});

test('the manifest and the Salesforce project agree', () => {
  assert.equal(salesforce.apiVersion, project.sourceApiVersion);
  assert.equal(settings.find(({ name }) => name === 'crm.apiVersion').default, salesforce.apiVersion);
  assert.equal(project.packageDirectories[0].versionNumber, `${manifest.version}.NEXT`);
  const files = metadataFiles(folder(salesforce.package));
  const sets = files.map((path) => /^permissionsets\/(\w+)\./.exec(path)?.[1]).filter(Boolean);
  assert.deepEqual(salesforce.permissionSets.map(({ name }) => name).sort(), sets.sort());
  assert.ok(metadataFiles(folder(salesforce.clientApp)).length > 0);
});

test('every object of the package is declared, and every custom object declared is in the package', () => {
  const declared = salesforce.objects.map(({ name }) => name).filter((name) => name.endsWith('__c'));
  const custom = [...readObjects(folder(salesforce.package)).keys()].filter((name) => name.endsWith('__c'));
  assert.deepEqual(declared.sort(), custom.sort());
});

test('one version stands in every file that states one', () => {
  assert.equal(JSON.parse(read('package.json')).version, manifest.version);
  assert.equal(/<version>([^<]+)<\/version>\s*<\/parent>/.exec(read('pom.xml'))[1], manifest.version);
});
