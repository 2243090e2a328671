// The texts that are packed beside what is built: the licences of what is bundled, and the page that the Extensions view
// shows. esbuild.js writes both into dist/.
const fs = require('node:fs');
const path = require('node:path');

const at = (...parts) => path.join(__dirname, ...parts);

/**
 * The licences of what is bundled, as those licences demand: of each package all texts that it comes with.
 *
 * @param {readonly string[]} inputs the bundled files, as esbuild's metafile names them
 * @throws Error when a package comes without a licence
 */
function licences(inputs) {
  const folders = inputs
    .map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0])
    .filter((folder) => folder !== undefined);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const manifest = JSON.parse(fs.readFileSync(at(folder, 'package.json'), 'utf8'));
    const { name, version } = manifest;
    return [`${name} ${version}`, ...licencesOf(folder, manifest)].join('\n\n');
  });
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function licencesOf(folder, { name, license, author }) {
  const read = (file) => fs.readFileSync(at(folder, file), 'utf8').trim();
  const files = fs.readdirSync(at(folder)).sort();
  const own = files.filter((file) => /^(?:licen[cs]e|notice|copying)(?:[.-]|$)/i.test(file)).map(read);
  if (own.length > 0) return own;
  const readme = files.filter((file) => /^readme/i.test(file)).map(read);
  const [, granted] =
    /\n(Copyright [^]*Permission is hereby granted[^]*?SOFTWARE\.)/i.exec(readme.join('\n')) ?? [];
  if (granted !== undefined) return [granted];
  if (license !== 'MIT') throw new Error(`${name} comes without its licence: ${license}`);
  const mit = fs.readFileSync(at('LICENSE'), 'utf8').trim();
  return [
    mit.replace(/^Copyright.*$/m, `Copyright (c) ${author?.name ?? author ?? `the authors of ${name}`}`),
  ];
}

/**
 * README.md as the Extensions view can show it. That lets in pictures by https alone, neither packed ones nor such as are
 * in the text: without a public repository each would be a broken one. Links to other files lead nowhere, and become words.
 */
function userReadme() {
  return fs
    .readFileSync(at('README.md'), 'utf8')
    .replace(/^!\[[^\]]*\]\((?!https:)[^)]+\)\n\n/gm, '')
    .replace(/(?<!!)\[([^\]]+)\]\((?!https:|#)[^)]+\)/g, '$1');
}

module.exports = { licences, userReadme };
