import { ellipsis } from '../contact';

/** A shorter client secret is not looked for: it could be somebody's number or name. */
const shortestSecret = 16;

/** A JSON Web Token, signed or encrypted, whoever's it is: its header is a JSON object, which begins so in base64url. */
const webTokens = /eyJ[\w-]*(?:\.[\w-]*){2,4}/g;

/** Letters that JSON need not escape, and some servers do: `\u003d` for `=`, `\/`. */
const needlessEscapes = /\\(?:\/|u00[2-7])/;

/**
 * A text from a server without the token and the client secret, which servers and gateways are known to repeat, and
 * without any other token. They must not come to a page, a file, the clipboard or the log.
 */
export function withoutSecrets(text: string, token: string, secret: string): string {
  const plain = needlessEscapes.test(text) ? (rewritten(text) ?? text) : text;
  let cleaned = plain.replaceAll(webTokens, ellipsis);
  if (token !== '') cleaned = cleaned.replaceAll(token, ellipsis);
  if (secret.length >= shortestSecret)
    for (const spelled of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
      cleaned = cleaned.replaceAll(spelled, ellipsis);
  return cleaned === plain ? text : cleaned;
}

/** JSON without needless escapes; `undefined` for what is none. */
function rewritten(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}
