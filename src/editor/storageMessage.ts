import { l10n } from 'vscode';
import { storageCode } from '../core/files/storageError';

/** What is wrong with the extension's storage, and what to do; `undefined` for any other error. */
export function storageMessage(error: unknown): string | undefined {
  const code = storageCode(error);
  switch (code) {
    case undefined:
      return undefined;
    case 'ENOSPC':
    case 'EDQUOT':
      return l10n.t(
        'The disk is full ({0}), so imports cannot be recorded. Free some space and try again.',
        code,
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return l10n.t(
        'The storage of this extension is read-only ({0}), so imports cannot be recorded. Let VS Code write to its folder “globalStorage” and try again.',
        code,
      );
    case 'ENOENT':
      return l10n.t(
        'The storage of this extension was removed ({0}), so this import cannot be recorded. Try again.',
        code,
      );
    default:
      return l10n.t(
        'The storage of this extension cannot be used ({0}), so imports cannot be recorded. Check the disk and try again.',
        code,
      );
  }
}
