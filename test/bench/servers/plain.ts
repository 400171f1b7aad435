// The hand-written statements over HTTP and nothing more: `GET /threeLevels?id=…`, `GET /asOfNow/point?id=…`.
import Fastify from 'fastify';
import { HANDWRITTEN, USUAL } from '../questions.ts';
import { openDriver, read } from './driver.ts';

interface Route {
  Querystring: { id: string };
}

const driver = openDriver();
const app = Fastify();
for (const asOfNow of [false, true]) {
  const [path, point] = [asOfNow ? '/asOfNow' : '', HANDWRITTEN.point(asOfNow)];
  const threeLevels = HANDWRITTEN.threeLevels(USUAL, asOfNow);
  app.get<Route>(`${path}/threeLevels`, async ({ query }) => read(driver, threeLevels, query.id));
  app.get<Route>(`${path}/point`, async ({ query }) => (await read(driver, point, query.id))[0] ?? {});
}
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
