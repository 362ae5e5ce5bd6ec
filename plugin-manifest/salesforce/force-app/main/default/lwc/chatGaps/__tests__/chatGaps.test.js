import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const COMPONENTS = join(__dirname, '../..');
const OWN = /\b(?:gap-(?:after|before)_[\w-]+|inset_\w+|push)\b/g;
const ONE_SIDED = /\bslds-(?:[mp]-(?:left|right)_|col_bump-(?:left|right))/;

const read = (name, extension) => {
  const file = join(COMPONENTS, name, `${name}.${extension}`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
const components = readdirSync(COMPONENTS).filter((name) => read(name, 'html'));
const gaps = [...read('chatGaps', 'css').matchAll(/^\.([\w-]+) \{$/gm)].map(([, name]) => name);

/** In Persian the line runs the other way: a gap to the right of a word stood at its wrong end, and the next word touched it. */
it.each(components)('%s has its gaps on the right side of a line whichever way that runs', (name) => {
  const used = read(name, 'html').match(OWN) ?? [];

  expect(read(name, 'html')).not.toMatch(ONE_SIDED);
  // An element that finds its direction by what it holds has its end there too.
  expect(read(name, 'html')).not.toMatch(/<bdi[^>]*\bgap-|dir="auto"[^>]*\bgap-|\bgap-[^>]*dir="auto"/);
  expect(gaps).toEqual(expect.arrayContaining(used));
  expect(used.length > 0 && !read(name, 'css').includes("@import 'c/chatGaps'")).toBe(false);
});
