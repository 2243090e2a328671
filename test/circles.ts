// A part of `npm run lint`: says how many circles the imports in `src` make, types included, and fails for each.
import { circles, importGraph } from './support/importGraph';

const found = circles(importGraph());
for (const circle of found) console.error(`These import each other:\n  ${circle.join('\n  ')}`);
console.log(`${found.length} import circles in src`);
process.exitCode = found.length === 0 ? 0 : 1;
