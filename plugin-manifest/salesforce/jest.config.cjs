const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const help = '<rootDir>/../test/jest';

module.exports = {
  ...jestConfig,
  moduleNameMapper: {
    ...jestConfig.moduleNameMapper,
    '^lightning/navigation$': `${help}/navigation`,
    '^c/(chatBusy|chatGaps)$': '<rootDir>/force-app/main/default/lwc/$1/$1.css',
    '^test/(.*)$': `${help}/$1`,
  },
  setupFiles: [...(jestConfig.setupFiles ?? []), `${help}/zone.js`],
};
