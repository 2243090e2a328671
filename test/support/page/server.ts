import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { build, type BuildOptions } from 'esbuild';
import type { PageName } from '../../../src/editor/pages/pages';
import { themes, themeSheet, type ThemeName } from './themes';

const { pages } = createRequire(__filename)('../../../esbuild.js') as { pages: BuildOptions };
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

/** The built pages on a loopback port. */
export interface PageServer {
  /** Address of a page in a theme. */
  address(name: PageName, theme: ThemeName): string;
  close(): Promise<void>;
}

/**
 * Serves the pages as a webview would: the same document, policy and files. They are built here and kept in
 * memory, so that these tests need no dist/ and never test a stale one.
 */
export async function servePage(): Promise<PageServer> {
  const files = await buildPages();
  const server = http.createServer((request, response) => {
    const { pathname, origin } = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    const [, name = '', themeName] = pathname.split('/');
    const theme = themeNames.find((one) => one === themeName);
    const sheet = themeNames.find((one) => pathname === `/${one}.css`);
    const body = theme ? html(name, theme, origin) : sheet ? themeSheet(sheet) : files.get(name);
    const type = theme ? 'text/html' : (types[path.extname(pathname)] ?? 'text/plain');
    response.writeHead(body ? 200 : 404, { 'Content-Type': `${type}; charset=utf-8` });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (name, theme) => `http://127.0.0.1:${port}/${name}/${theme}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const themeNames = Object.keys(themes) as ThemeName[];

/** The document that the editor gives the webview, and one more style sheet for what VS Code adds itself. */
function html(name: string, theme: ThemeName, cspSource: string): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src ${cspSource}; font-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Contacts</title>
<link rel="stylesheet" href="/${theme}.css">
<link rel="stylesheet" href="/${name}.css">
</head>
<body class="${themes[theme].kind}">
<div id="root"></div>
<script nonce="${nonce}" src="/${name}.js"></script>
</body>
</html>`;
}

async function buildPages(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({ ...pages, minify: true, sourcemap: false, write: false });
  return new Map(outputFiles.map((file) => [path.basename(file.path), file.contents]));
}
