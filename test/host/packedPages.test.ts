import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { translatedPage } from '../../src/editor/packedPages';

describe('a packed page', () => {
  let folder: string;
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pages-'));
    for (const name of ['csv.noRows.md', 'csv.noRows.de.md', 'csv.noRows.pt-br.md'])
      fs.writeFileSync(path.join(folder, name), '');
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  const shown = async (language: string) => {
    const page = await translatedPage(vscode.Uri.file(path.join(folder, 'csv.noRows.md')), language);
    return path.basename(page.path);
  };

  it('is in VS Code’s language where it is translated', async () => {
    assert.equal(await shown('de'), 'csv.noRows.de.md');
    assert.equal(await shown('pt-br'), 'csv.noRows.pt-br.md');
  });

  it('is in English elsewhere', async () => {
    assert.equal(await shown('fr'), 'csv.noRows.md');
    assert.equal(await shown('en'), 'csv.noRows.md');
  });
});
