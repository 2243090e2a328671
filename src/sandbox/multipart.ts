import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream';
import type { Readable, Writable } from 'node:stream';
import busboy from 'busboy';

import { csvFormatIncorrect, tooLarge } from './errors';

/** The largest body that is taken, in bytes. The API's own limit is unknown. */
export const maxBodyBytes = 50 * 1024 * 1024;

/**
 * Streams the file part `result_file` of a multipart body to `read` and gives what that makes of it, once the whole body
 * has arrived. Other parts, and a second `result_file`, are ignored. `read` must consume the file to its end, even when it fails.
 *
 * Throws 413 above {@link maxBodyBytes} and 400 for everything that is not multipart with that file: a JSON type, a part
 * without a file name, the `Content-Disposition: attachment` that the API page's own curl makes. A connection that
 * breaks off is thrown as it comes from Node.
 */
export async function receiveResultFile<T>(
  request: IncomingMessage,
  read: (file: Readable) => Promise<T>,
): Promise<T> {
  const form = openForm(request);
  let result: Promise<T> | undefined;
  form.on('file', (name, file) => {
    // A body that ends within a file fails that file too, and an error nobody listens to would end the process.
    file.on('error', () => undefined);
    if (name !== 'result_file' || result) {
      file.resume();
      return;
    }
    result = read(file);
    // It is awaited below, after the body; until then a failure must not count as unhandled.
    result.catch(() => undefined);
  });
  await pour(request, form);
  if (!result) throw csvFormatIncorrect();
  return result;
}

/** A parser for the request's body, by its Content-Type. */
function openForm(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({ headers: request.headers });
  } catch {
    // busboy throws plain errors for a type that is missing, is no form, or has no boundary.
    throw csvFormatIncorrect();
  }
}

/**
 * Moves the body into the form. Not stream.pipeline: on failure that destroys the request, and with it the connection
 * over which the client is to be told why.
 */
function pour(request: IncomingMessage, form: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      request.unpipe(form);
      form.destroy();
      // What still comes is thrown away: a client may read its answer only when it has sent everything.
      request.resume();
      reject(error);
    };
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBodyBytes) fail(tooLarge());
    });
    // Also tells of a client that had left before.
    finished(request, (error) => {
      if (error) fail(error);
    });
    form.on('error', () => fail(csvFormatIncorrect()));
    form.once('close', resolve);
    request.pipe(form);
  });
}
