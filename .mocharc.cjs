// `npx mocha` runs all unit tests; with files or folders named, those alone: mocha itself would add them to a `spec` that stands here.
const named = process.argv
  .slice(2)
  .some((argument) => /(^|[\\/])test[\\/]unit([\\/]|$)|\.test\.ts$/.test(argument));

module.exports = {
  spec: named ? [] : ['test/unit'],
  extension: ['test.ts'],
  recursive: true,
  import: ['tsx'],
  require: [`${__dirname}/test/support/seeds.ts`],
  ui: 'bdd',
  forbidOnly: true,
  failZero: true,
  timeout: 120_000,
};
