import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = '.built-from';

/** Whether what was built into a folder was built from other files than those. */
export function isStale(output, inputs) {
  wanted = fingerprint(inputs);
  const mark = join(output, MARK);
  return !existsSync(mark) || readFileSync(mark, 'utf8') !== wanted;
}

/** Notes what the folder was built from. */
export function markFresh(output) {
  writeFileSync(join(output, MARK), wanted);
}

let wanted;

function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap(filesBelow)) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
