import v8 from 'node:v8';
import vm from 'node:vm';

let collector: ((options?: { readonly type: 'minor' }) => void) | undefined;

/**
 * Has the garbage collector take away what is young, so that it need not do it while something is timed. What it would
 * take is no work of the thing that comes next, but of all that was done since it ran last.
 */
export function collectYoung(): void {
  if (collector === undefined) {
    v8.setFlagsFromString('--expose-gc');
    collector = vm.runInNewContext('gc') as NonNullable<typeof collector>;
  }
  collector({ type: 'minor' });
}
