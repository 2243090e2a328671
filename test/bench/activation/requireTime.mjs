// node requireTime.mjs FILE NAME,NAME: prints how much work it is to require a CommonJS file, in ms, in a process that
// has loaded nothing yet. `vscode` is an object with those names, and answers whatever is asked of it.
import Module, { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

const [file, names] = process.argv.slice(2);
const anything = new Proxy(function () {}, {
  get: (target, name) => target[name] ?? anything,
  apply: () => anything,
});
const vscode = Object.freeze(Object.fromEntries(names.split(',').map((name) => [name, anything])));
const load = Module._load;
// As VS Code does it.
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

const require = createRequire(import.meta.url);
const before = process.cpuUsage();
const begun = performance.now();
require(file);
const byClock = performance.now() - begun;
const { user, system } = process.cpuUsage(before);
// By the clock or by the processor, whichever is shorter: see clock.ts.
console.log(Math.min(byClock, (user + system) / 1000));
