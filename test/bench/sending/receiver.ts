// Takes imports and answers none of their rows: what is left of the time is the sender's own.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const server = http.createServer((request, response) => {
  request
    .resume()
    .once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('[]'));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(
    JSON.stringify({ host: `http://127.0.0.1:${port}`, streamId: 'st-1', clientId: 'cs-1', secret: 'x' }),
  );
});
