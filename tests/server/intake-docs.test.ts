/** Runs the examples of docs/intake.md and the line that the demo prints, unchanged, against a listening server. */
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submitRequest } from '#contract/intake.ts';
import { webhookKey } from '#server/intake/webhook-signature.ts';
import { signedCall } from '#server/process/demo.ts';
import { type TestDatabase, withDatabase } from '#tests/db/harness.ts';
import { testApp } from './app-harness.ts';
import { newSite } from './intake-client.ts';

const run = promisify(execFile);
const docs = new URL('../../docs/intake.md', import.meta.url);
const script = new URL('../../node_modules/.intake-example.mjs', import.meta.url);

let database: TestDatabase;
let server: ReturnType<typeof serve>;
let origin = '';
let secret = '';

beforeAll(async () => {
  database = await withDatabase('pglite');
  // The machine's time, because the examples sign with its clock, and the server refuses old signatures.
  const desk = await testApp(database.db, { now: Temporal.Now.instant().toString() });
  secret = (await newSite(desk)).secret;
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: desk.app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
      resolve(info.port),
    );
  });
  origin = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await database.close();
  await rm(script, { force: true });
});

async function example(language: string): Promise<string> {
  const text = await readFile(docs, 'utf8');
  const [, code] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  if (!code) throw new Error(`no example in ${language}`);
  return code;
}
const env = () => ({ ...process.env, ORIGIN: origin, SECRET: secret });
const isAnswer = (printed: string) => submitRequest.response.parse(JSON.parse(printed));

it('the shell example files a request', async () => {
  const { stdout } = await run('bash', ['-c', await example('bash')], { env: env() });
  expect(isAnswer(stdout)).toMatchObject({ type: 'contact', noWayToReply: false, replayed: false });
});

it('the Node example files a request', async () => {
  await writeFile(script, await example('js'));
  const { stdout } = await run(process.execPath, [script.pathname], { env: env() });
  expect(isAnswer(stdout)).toMatchObject({ noWayToReply: true });
});

it('the line of the demonstration works as pasted', async () => {
  const line = signedCall(origin, webhookKey(secret) ?? new Uint8Array());
  const { stdout } = await run('bash', ['-c', line]);
  expect(isAnswer(stdout)).toMatchObject({ type: 'contact' });
});

it('the documented limits are those of the contract', async () => {
  const text = await readFile(docs, 'utf8');
  const fields = Object.keys(submitRequest.body.shape);
  expect(fields.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
