import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import lwc from '@lwc/rollup-plugin';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { platform } from './platform.mjs';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const MODULES = here('target');
const STYLE = here('node_modules/@salesforce-ux/design-system/assets/styles/salesforce-lightning-design-system.min.css');

/** Writes `app.js` and `slds.css` into a folder, out of the package's components as they are. */
export async function build(packageFolder, output) {
  linkComponents(packageFolder);
  const built = await rollup(options(packageFolder));
  rmSync(output, { recursive: true, force: true });
  await built.write({ file: `${output}/app.js`, format: 'es', inlineDynamicImports: true });
  await built.close();
  copyFileSync(STYLE, `${output}/slds.css`);
}

/** The compiler finds a component by folders named namespace/name; the package's folder stands for the namespace c. */
function linkComponents(packageFolder) {
  rmSync(MODULES, { recursive: true, force: true });
  mkdirSync(MODULES, { recursive: true });
  symlinkSync(`${packageFolder}/main/default/lwc`, `${MODULES}/c`, 'junction');
}

function options(packageFolder) {
  return {
    input: here('page/app.js'),
    preserveSymlinks: true,
    onwarn: (warning) => {
      const isOurs = !/node_modules/.test(warning.id ?? warning.message);
      if (isOurs) console.warn(warning.message);
    },
    plugins: [
      platform(packageFolder),
      replace({
        preventAssignment: true,
        values: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' },
      }),
      lwc({
        enableDynamicComponents: true,
        rootDir: here('.'),
        modules: [{ dir: MODULES }, { dir: here('modules') }, { npm: 'lightning-base-components' }],
      }),
      nodeResolve(),
      terser(),
    ],
  };
}
