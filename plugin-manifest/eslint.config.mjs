import lwc from '@salesforce/eslint-config-lwc/recommended.js';

const LWC = 'salesforce/force-app/main/default/lwc';
const jest = Object.fromEntries(
  ['__dirname', 'afterEach', 'beforeEach', 'describe', 'expect', 'it', 'jest', 'process', 'require'].map((name) => [
    name,
    'readonly',
  ]),
);

export default [
  ...[lwc].flat().map((config) => ({ ...config, files: [`${LWC}/**/*.js`] })),
  {
    files: [`${LWC}/**/__tests__/**/*.js`],
    languageOptions: { globals: jest },
    // Tests call wire adapters themselves, and try what an address must not do.
    rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off', 'no-script-url': 'off' },
  },
];
