import * as v from 'valibot';

/** The body of an answer, by what it turned out to be, whatever its Content-Type claimed. */
export type AnswerBody =
  | { readonly kind: 'json'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'html' }
  /** Neither; empty when there was no body or it did not arrive whole. */
  | { readonly kind: 'text'; readonly text: string };

/** The most that is kept of a server's own words, in UTF-16 units. */
const longestWords = 4_000;

/** Tells JSON from a gateway's page. Some gateways send pages with no type, and some servers JSON as `text/html`. */
export function readBody(text: string, contentType: string | null): AnswerBody {
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown, text };
  } catch {
    const html = /^\s*</.test(text) || (contentType?.toLowerCase().includes('html') ?? false);
    return html ? { kind: 'html' } : { kind: 'text', text };
  }
}

/** What a server says went wrong. */
export interface ServerMessage {
  /** Its messages, one a line; the body itself when it is in no documented shape and is not a page. */
  readonly words?: string;
  /** The first code, whether it was sent as a number or as text. */
  readonly code?: string;
}

/** A field in a body that is documented by examples only: any other type counts as absent. */
const text = v.fallback(v.optional(v.string()), undefined);
const code = v.fallback(
  v.optional(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
  undefined,
);
const error = v.fallback(
  v.union([
    v.object({ msg: text, message: text, code }),
    v.pipe(
      v.string(),
      v.transform((message) => ({ message })),
    ),
  ]),
  {},
);
const errors = v.fallback(
  v.union([
    v.array(error),
    v.pipe(
      error,
      v.transform((one) => [one]),
    ),
  ]),
  [],
);
/** `{"errors":[{"msg"|"message","code"}]}`, or `message` and `code` at the top: both occur. */
const errorBody = v.object({
  errors: v.optional(errors, []),
  error: v.optional(errors, []),
  message: text,
  code,
});

interface ErrorEntry {
  readonly msg?: string | undefined;
  readonly message?: string | undefined;
  readonly code?: string | undefined;
}

/** Finds the server's message in any body. */
export function readServerMessage(body: AnswerBody): ServerMessage {
  if (body.kind === 'html') return {};
  const parsed = v.safeParse(errorBody, body.kind === 'json' ? body.value : undefined);
  const found: readonly ErrorEntry[] = parsed.success
    ? [
        ...parsed.output.errors,
        ...parsed.output.error,
        { message: parsed.output.message, code: parsed.output.code },
      ]
    : [];
  const words = found
    .map((entry) => entry.msg ?? entry.message)
    .filter((entry) => entry !== undefined)
    .join('\n');
  const firstCode = found.find((entry) => entry.code !== undefined)?.code;
  const said = (words || body.text.trim()).slice(0, longestWords);
  return { ...(said && { words: said }), ...(firstCode !== undefined && { code: firstCode }) };
}
