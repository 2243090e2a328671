// Loaded by mocha before the unit tests.
import fc from 'fast-check';
import { isLong } from './long';

// Nothing new is tried in `npm test`, where a failure should speak of what was changed. A long run looks for what is
// not known yet, under a seed that a failure names.
if (!isLong) fc.configureGlobal({ seed: 20_260_115 });
