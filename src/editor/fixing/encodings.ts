import * as vscode from 'vscode';

/** An encoding that contact lists are saved in, by VS Code's name for it. */
export interface Encoding {
  readonly id: string;
  readonly label: string;
}

/**
 * Encodings in which spreadsheets and CRMs save CSV, the likeliest first. None of them may write a line break as
 * anything but the bytes 0A and 0D, which the search for lost letters relies on.
 */
export function likelyEncodings(): readonly Encoding[] {
  return [
    { id: 'utf8', label: vscode.l10n.t('UTF-8') },
    { id: 'windows1252', label: vscode.l10n.t('Western (Windows 1252)') },
    { id: 'windows1250', label: vscode.l10n.t('Central European (Windows 1250)') },
    { id: 'windows1251', label: vscode.l10n.t('Cyrillic (Windows 1251)') },
    { id: 'windows1254', label: vscode.l10n.t('Turkish (Windows 1254)') },
    { id: 'macroman', label: vscode.l10n.t('Western (Mac Roman)') },
    { id: 'shiftjis', label: vscode.l10n.t('Japanese (Shift JIS)') },
    { id: 'gb18030', label: vscode.l10n.t('Simplified Chinese (GB 18030)') },
    { id: 'cp950', label: vscode.l10n.t('Traditional Chinese (Big5)') },
    { id: 'euckr', label: vscode.l10n.t('Korean (EUC-KR)') },
  ];
}

/** Encodings of two bytes a character, which show as NULs between letters where no byte order mark tells of them. */
export function wideEncodings(): readonly Encoding[] {
  return [
    { id: 'utf16le', label: vscode.l10n.t('UTF-16 LE') },
    { id: 'utf16be', label: vscode.l10n.t('UTF-16 BE') },
  ];
}
