const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const help = '<rootDir>/../test/jest';

module.exports = {
  ...jestConfig,
  moduleNameMapper: {
    ...jestConfig.moduleNameMapper,
    '^lightning/navigation$': `${help}/navigation`,
    '^c/chatGaps$': '<rootDir>/force-app/main/default/lwc/chatGaps/chatGaps.css',
    '^test/(.*)$': `${help}/$1`,
  },
  setupFiles: [...(jestConfig.setupFiles ?? []), `${help}/zone.js`],
};
