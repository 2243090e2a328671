import net from 'node:net';
import tls from 'node:tls';

/** A request as its bytes came over the wire. */
export interface RawRequest {
  /** `POST /path HTTP/1.1`. */
  readonly line: string;
  /** Name and value of every header, as spelled, in order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** What a server does with a request that has arrived in full. */
export type Respond = (socket: net.Socket, request: RawRequest) => void;

/**
 * A server on a free loopback port that parses nothing but what it must to find a request's end, so that a test sees
 * what really left, and can answer what no HTTP library would.
 */
export class RawServer {
  readonly requests: RawRequest[] = [];
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();

  private constructor(respond: Respond, secure: tls.TlsOptions | undefined) {
    const accept = (socket: net.Socket) => this.#read(socket, respond);
    this.#server = secure ? tls.createServer(secure, accept) : net.createServer(accept);
    this.#server.on('connection', (socket: net.Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
    this.#server.on('tlsClientError', () => undefined);
  }

  static async start(respond: Respond, secure?: tls.TlsOptions): Promise<RawServer> {
    const server = new RawServer(respond, secure);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return address.port;
  }

  /** `http://127.0.0.1:PORT`. */
  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Drops every connection and stops listening. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #read(socket: net.Socket, respond: Respond): void {
    let received = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const request = parse(received);
      if (request === undefined) return;
      received = Buffer.alloc(0);
      this.requests.push(request);
      respond(socket, request);
    });
  }
}

/** `undefined` until the whole request is there. */
function parse(bytes: Buffer): RawRequest | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [line = '', ...rest] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = rest.map((header) => {
    const colon = header.indexOf(':');
    return [header.slice(0, colon), header.slice(colon + 1).trim()] as const;
  });
  const length = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? '0';
  const body = bytes.subarray(end + 4);
  return body.length < Number(length) ? undefined : { line, headers, body };
}

/** The value of a header, by its name in lower case. */
export function header(request: RawRequest | undefined, name: string): string | undefined {
  return request?.headers.find(([spelled]) => spelled.toLowerCase() === name)?.[1];
}

/** Answers with a status, a body and its length, and ends the connection. */
export function reply(status: number, body: string | Buffer, headers: Record<string, string> = {}): Respond {
  const bytes = Buffer.from(body);
  const fields = {
    'Content-Type': 'application/json',
    'Content-Length': bytes.length,
    Connection: 'close',
    ...headers,
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return (socket) =>
    socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${status} -\r\n${head.join('')}\r\n`), bytes]));
}
