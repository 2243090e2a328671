// As much of the API as the assistants call, and no more: what they make is kept in plain objects.

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(...places: readonly [Position, Position] | readonly [number, number, number, number]) {
    [this.start, this.end] =
      places.length === 2 ? places : [new Position(places[0], places[1]), new Position(places[2], places[3])];
  }
}

export class MarkdownString {
  constructor(public value = '') {}

  /** As VS Code escapes it, by `escapeMarkdownSyntaxTokens` and the line breaks of its `appendText`. */
  appendText(text: string): this {
    this.value += text
      .replace(/[\\`*_{}[\]()#+\-!~]/g, '\\$&')
      .replace(/([ \t]+)/g, (_, spaces: string) => '&nbsp;'.repeat(spaces.length))
      .replace(/>/gm, '\\>')
      .replace(/\n/g, '\n\n');
    return this;
  }
}

export class Hover {
  constructor(
    readonly contents: MarkdownString,
    readonly range: Range,
  ) {}
}

export class CompletionItem {
  constructor(
    readonly label: unknown,
    readonly kind: number,
  ) {}
}

export class CodeLens {
  constructor(
    readonly range: Range,
    readonly command: unknown,
  ) {}
}

export class EventEmitter {
  readonly event = () => new Disposable();
  fire(): void {
    // Nobody listens.
  }
}

export class Disposable {
  static from(): Disposable {
    return new Disposable();
  }

  dispose(): void {
    // Nothing is held.
  }
}

export const CompletionItemKind = { Field: 4, Value: 11 };

export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };

export const env = { language: 'en' };

export const l10n = {
  t: (words: string, ...values: readonly unknown[]) =>
    words.replace(/\{(\d+)\}/g, (_, at: string) => String(values[Number(at)])),
};
