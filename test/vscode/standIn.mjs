#!/usr/bin/env node
// What @vscode/test-electron starts in place of desktop VS Code: takes its arguments, runs the suite in code-server.
import { require } from 'tsx/cjs/api';

require('./standInMain.ts', import.meta.url);
