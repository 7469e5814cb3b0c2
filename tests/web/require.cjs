// A CommonJS module that needs the package, as many servers still have them.
const { InnovationError, version } = require('innovation-core');

module.exports = { InnovationError, version: version() };
