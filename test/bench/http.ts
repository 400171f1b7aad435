import { Agent, type ClientRequest, request } from 'node:http';

/** Sends a request over connections that stay open, and returns the body as text. */
export type Send = (path: string, body?: unknown) => Promise<string>;

export function client(url: string): Send {
  const agent = new Agent({ keepAlive: true });
  return (path, body) =>
    new Promise((done, failed) => {
      const headers = { 'content-type': 'application/json' };
      const sent: ClientRequest = request(url + path, { agent, headers, method: body ? 'POST' : 'GET' }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', failed);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (answer.statusCode === 200) done(text);
          else failed(new Error(`${url}${path} answers ${answer.statusCode}: ${text.slice(0, 500)}`));
        });
      });
      sent.on('error', failed);
      sent.end(body ? JSON.stringify(body) : undefined);
    });
}
