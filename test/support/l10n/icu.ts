import { IntlMessageFormat } from 'intl-messageformat';

/** A piece of a message as ICU reads it: words, a value that is filled in, or plural forms. */
export type Piece = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parser's own name for words is not exported. */
const literal = 0;

/**
 * Reads a message of the bundle.
 * @throws Error with the message when ICU cannot read it, as when a brace is not one of a place to be filled in
 */
export function readMessage(message: string): readonly Piece[] {
  try {
    const options = { ignoreTag: true, captureLocation: true };
    return new IntlMessageFormat(message, 'en', undefined, options).getAst();
  } catch (error) {
    throw new Error(`ICU cannot read “${message}”.`, { cause: error });
  }
}

/** Where words stand in a message: from and up to, those of plural forms too. */
export function wordPlaces(pieces: readonly Piece[]): readonly (readonly [from: number, to: number])[] {
  return pieces.flatMap((piece) => {
    if ('options' in piece) return Object.values(piece.options).flatMap(({ value }) => wordPlaces(value));
    if ((piece.type as number) !== literal || !piece.location) return [];
    return [[piece.location.start.offset, piece.location.end.offset] as const];
  });
}

/** What a message can say: a text for each plural form, with 7 for whatever is filled in. */
export function textsOf(message: string): readonly string[] {
  return expand(readMessage(message));
}

function expand(pieces: readonly Piece[]): readonly string[] {
  return pieces.reduce<readonly string[]>(
    (texts, piece) => texts.flatMap((text) => textsOfPiece(piece).map((more) => text + more)),
    [''],
  );
}

function textsOfPiece(piece: Piece): readonly string[] {
  if ('options' in piece) return Object.values(piece.options).flatMap(({ value }) => expand(value));
  return [(piece.type as number) === literal && 'value' in piece ? piece.value : '7'];
}
