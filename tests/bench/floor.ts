/**
 * `node tests/bench/floor.ts '{"port","audit","postgres"|"embedded"}'`: the least work that an audited page needs, as a
 * baseline. One transaction inserts the event and reads fifty rows, then JSON.stringify; no framework, no session, no
 * permissions, no decryption, no checks. Values stay the text in which they arrive.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { dataDirAt } from '#server/db/data-dir-node.ts';
import { startWorkerEngine } from '#server/db/worker-engine-node.ts';
import { ROW_COLUMNS } from '#server/requests/read/page-row.ts';

/** An event that the product has written; the floor writes events of the same size. */
export type AuditRow = { at: string; actor: string; code: string; outcome: string; body: string };
export type FloorPlan = { port: number; audit: AuditRow; postgres?: string; embedded?: string };

const SESSIONS = 10;
const INSERT = 'insert into audit_event (id, at, actor, code, outcome, body) values ($1, $2, $3, $4, $5, $6)';
const SELECT = `select ${ROW_COLUMNS.map((column) => `r.${column}`).join(', ')}, l.sealed::text as sealed
  from request r join request_list l on l.request_id = r.id
  where r.status <> 'closed' and not r.test order by r.order_on, r.received_at, r.id limit 50`;

const plan: FloorPlan = JSON.parse(process.argv[2] ?? '{}');
const { at, actor, code, outcome, body } = plan.audit;
const event = () => [randomUUID(), at, actor, code, outcome, body];

const page = plan.postgres ? overPostgres(plan.postgres) : await overEmbedded(plan.embedded ?? '');

createServer((_request, response) => {
  page().then(
    (rows) => {
      const text = JSON.stringify({ items: rows });
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    },
    (error: unknown) => {
      process.stderr.write(`${error}\n`);
      response.writeHead(500).end();
    },
  );
}).listen(plan.port, '127.0.0.1', () => process.stdout.write('open\n'));

process.on('SIGTERM', () => process.exit(0));

function overPostgres(connectionString: string): () => Promise<unknown[]> {
  const asText = () => (text: string) => text;
  const pool = new pg.Pool({ connectionString, max: SESSIONS, types: { getTypeParser: asText } });
  return async () => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query({ name: 'event', text: INSERT, values: event() });
      const { rows } = await client.query({ name: 'page', text: SELECT });
      await client.query('commit');
      return rows;
    } finally {
      client.release();
    }
  };
}

/** Uses the product's worker and durability, but sends the whole transaction in one message. */
async function overEmbedded(dir: string): Promise<() => Promise<unknown[]>> {
  const engine = await startWorkerEngine({
    start: { place: dataDirAt(dir), task: { kind: 'open' }, reserveBytes: 0, lowBytes: 0 },
    readyMs: 5_000,
    onFatal: (line) => process.stderr.write(`${line}\n`),
  });
  return async () => {
    const results = await engine.run(
      [
        { sql: 'start transaction', params: [] },
        { sql: INSERT, params: event() },
        { sql: SELECT, params: [] },
        { sql: 'commit', params: [] },
      ],
      10_000,
      engine.generation(),
    );
    return [...(results[2]?.rows ?? [])];
  };
}
