import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { pathInWorkspace, shownFile } from '../../src/editor/files';

/** A workspace with these folders: a window of tests has one alone, and another one would end it. */
function workspaceOf(...paths: readonly string[]) {
  const workspaceFolders = paths.map((folder, index) => ({
    uri: vscode.Uri.file(folder),
    name: path.posix.basename(folder),
    index,
  }));
  const getWorkspaceFolder = ({ scheme, path: file }: vscode.Uri) =>
    workspaceFolders.find(({ uri }) => uri.scheme === scheme && file.startsWith(`${uri.path}/`));
  const asRelativePath = (uri: string | vscode.Uri) => {
    if (typeof uri === 'string') return uri;
    return uri.path.slice((getWorkspaceFolder(uri)?.uri.path.length ?? -1) + 1);
  };
  return { workspaceFolders, getWorkspaceFolder, asRelativePath };
}

describe('the path of a file in its workspace', () => {
  const shown = (file: string, ...folders: readonly string[]) =>
    pathInWorkspace(vscode.Uri.file(file), workspaceOf(...folders));

  it('tells folders of one name from each other', () => {
    const folders = ['/lists/one', '/lists/x/one', '/lists/two'];
    assert.equal(shown('/lists/one/contacts.csv', ...folders), 'lists/one/contacts.csv');
    assert.equal(shown('/lists/x/one/old/contacts.csv', ...folders), 'x/one/old/contacts.csv');
    assert.equal(shown('/lists/two/contacts.csv', ...folders), 'two/contacts.csv');
  });

  it('has no folder where there is one alone', () => {
    assert.equal(shown('/lists/one/contacts.csv', '/lists/one'), 'contacts.csv');
  });

  it('is that of a list that is not saved yet, where it is going to be saved', () => {
    const uri = vscode.Uri.file('/lists/one/contacts.csv').with({ scheme: 'untitled' });
    assert.equal(pathInWorkspace(uri, workspaceOf('/lists/one')), 'contacts.csv');
    assert.equal(pathInWorkspace(uri, workspaceOf('/lists/one', '/x/one')), 'lists/one/contacts.csv');
  });

  it('is the name alone of a list that is not saved and in no folder', () => {
    const uri = vscode.Uri.file('/home/me/contacts.csv').with({ scheme: 'untitled' });
    assert.equal(pathInWorkspace(uri, workspaceOf()), 'contacts.csv');
    assert.equal(pathInWorkspace(uri, workspaceOf('/lists/one', '/x/one')), 'contacts.csv');
    assert.equal(shownFile(uri), 'contacts.csv (not saved)');
  });
});
