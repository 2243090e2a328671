import { randomBytes } from 'node:crypto';
import http from 'node:http';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { themes, themeSheet, type ThemeName } from './themes';

const entry = path.resolve(__dirname, '../../../src/webview/results/main.ts');
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

/** The built page on a loopback port. */
export interface PageServer {
  /** Address of the page in a theme. */
  address(theme: ThemeName): string;
  close(): Promise<void>;
}

/**
 * Serves the results page as a webview would: the same document, policy and files. It is built here and kept in
 * memory, so that these tests need no dist/ and never test a stale one.
 */
export async function servePage(): Promise<PageServer> {
  const files = await buildPage();
  const server = http.createServer((request, response) => {
    const { pathname, origin } = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    const theme = themeNames.find((name) => pathname === `/${name}`);
    const sheet = themeNames.find((name) => pathname === `/${name}.css`);
    const body = theme ? html(theme, origin) : sheet ? themeSheet(sheet) : files.get(pathname.slice(1));
    const type = theme ? 'text/html' : (types[path.extname(pathname)] ?? 'text/plain');
    response.writeHead(body ? 200 : 404, { 'Content-Type': `${type}; charset=utf-8` });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (theme) => `http://127.0.0.1:${port}/${theme}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const themeNames = Object.keys(themes) as ThemeName[];

/** The document that the editor gives the webview, and one more style sheet for what VS Code adds itself. */
function html(theme: ThemeName, cspSource: string): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src ${cspSource}; font-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Results</title>
<link rel="stylesheet" href="/${theme}.css">
<link rel="stylesheet" href="/results.css">
</head>
<body class="${themes[theme].kind}">
<div id="root"></div>
<script nonce="${nonce}" src="/results.js"></script>
</body>
</html>`;
}

async function buildPage(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: { results: entry },
    outdir: 'page',
    write: false,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'chrome128',
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
    logLevel: 'warning',
  });
  return new Map(outputFiles.map((file) => [path.basename(file.path), file.contents]));
}
