// `npx mocha` runs all unit tests; with files named, those alone: mocha itself would add them to a `spec` that stands here.
const named = process.argv.slice(2).some((argument) => /\.test\.ts$|[*/]/.test(argument));

module.exports = {
  spec: named ? [] : ['test/unit/**/*.test.ts'],
  import: ['tsx'],
  require: ['./test/support/seeds.ts'],
  ui: 'bdd',
  forbidOnly: true,
  failZero: true,
  timeout: 120_000,
};
