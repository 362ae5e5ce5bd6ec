// Runs `npm ci` unless the packages that the lock file asks for are already there: in the folder that is named, else in
// the one above.
//
// `npm ci` begins by removing node_modules, and the mark is written inside it only after
// `npm ci` has succeeded: a mark that fits the lock file proves a complete installation.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const named = process.argv[2];
const folder = named ? pathToFileURL(resolve(named) + sep) : new URL('../', import.meta.url);
const mark = new URL('node_modules/.installed', folder);
const wanted = ['package.json', 'package-lock.json']
  .reduce((hash, name) => hash.update(readFileSync(new URL(name, folder))), createHash('sha256'))
  .update(`${process.version} ${process.platform} ${process.arch}`)
  .digest('hex');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  const { status, error } = spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`npm cannot be started (${error.message}): install Node.js 20 or newer with npm`);
  if (status !== 0) process.exit(1);
  writeFileSync(mark, wanted);
}
