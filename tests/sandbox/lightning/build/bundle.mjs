// Bundles the package's Lightning web components, as they are, for the sandbox org's record pages, unless that was done
// with these very files. The platform's modules that they import come from `modules/` and from `platform.mjs`.
import { fileURLToPath } from 'node:url';
import { isStale, markFresh } from './freshness.mjs';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const PACKAGE = here('../../../plugin-manifest/salesforce/force-app');
const OUTPUT = here('../target/classes/dev/parley/sandbox/pages/lightning');

if (isStale(OUTPUT, [PACKAGE, here('build'), here('modules'), here('org'), here('page'), here('package-lock.json')])) {
  const { build } = await import('./rollup.mjs');
  await build(PACKAGE, OUTPUT);
  markFresh(OUTPUT);
}
