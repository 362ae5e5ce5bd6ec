import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const COMPONENTS = join(__dirname, '../..');

const read = (name, extension) => {
  const file = join(COMPONENTS, name, `${name}.${extension}`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};
const waiting = readdirSync(COMPONENTS).filter((name) => read(name, 'html').includes('aria-disabled'));

/** The design system greys what is `disabled` alone. */
it.each(waiting)('%s shows of a button that it waits', (name) => {
  expect(read(name, 'css')).toContain("@import 'c/chatBusy';");
});
