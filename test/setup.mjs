// Runs before every npm script that needs packages: installs them when they are missing or older than the lock file.
// Plain Node without dependencies, for this is what brings them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');

/** Why an install is needed, or undefined when it is not. */
function reason() {
  const lock = path.join(root, 'package-lock.json');
  // npm writes this file when an install is complete: an interrupted one has none.
  const installed = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(installed)) return 'node_modules is missing or incomplete';
  if (fs.statSync(lock).mtimeMs > fs.statSync(installed).mtimeMs && !sameVersions(lock, installed)) {
    return 'node_modules is older than package-lock.json';
  }
  return undefined;
}

/** A fresh checkout or a branch switch makes the lock file newer without changing it: the versions decide. */
function sameVersions(lock, installed) {
  const packages = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  const [wanted, present] = [packages(lock), packages(installed)];
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || present[name]?.version === version,
  );
}

function main() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
    return 1;
  }
  const why = reason();
  if (why === undefined) return 0;
  console.log(`${why}: running npm ci …`);
  const windows = process.platform === 'win32';
  return spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: windows }).status ?? 1;
}

process.exitCode = main();
