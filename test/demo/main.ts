// npm run demo [-- --headless | --tour[=route,…] | --readme-pictures]: builds and packages the extension and shows it in a real VS Code.
import fs from 'node:fs';
import path from 'node:path';
import { builtVsix } from '../e2e/support/builtVsix';
import { headlessDemo } from './headless';
import { interactiveDemo } from './interactive';
import { readmePictures } from './pictures/readmePictures';
import { demoFolder } from './sample';
import { tour } from './tour/tour';

async function main(args: readonly string[]): Promise<void> {
  const begun = Date.now();
  const headless = args.includes('--headless');
  fs.mkdirSync(demoFolder, { recursive: true });
  for (const name of fs.readdirSync(demoFolder)) {
    if (headless && name.endsWith('.png')) fs.rmSync(path.join(demoFolder, name));
  }
  console.log('Building and packaging the extension …');
  const vsix = await builtVsix();
  if (args.includes('--readme-pictures')) {
    await readmePictures(vsix);
    return;
  }
  const routes = args.find((arg) => /^--tour(=|$)/.test(arg));
  if (routes !== undefined) {
    process.exitCode = (await tour(vsix, routes.split(/[=,]/).slice(1))) ? 0 : 1;
    return;
  }
  if (!headless) {
    process.exitCode = (await interactiveDemo(vsix)) ? 0 : 1;
    return;
  }
  const same = await headlessDemo(vsix);
  const shots = fs.readdirSync(demoFolder).filter((name) => name.endsWith('.png'));
  console.log(`Screenshots in ${path.relative('.', demoFolder)}: ${shots.join(', ')}`);
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(
    `${same ? 'The page shows the contacts of the file' : 'The page differs from the file'} (${seconds} s).`,
  );
  process.exitCode = same ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
