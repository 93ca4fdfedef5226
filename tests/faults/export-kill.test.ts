/**
 * kill -9 during an export of the log, several times: another process continues it, and the files match their signed
 * list.
 */
import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditExport } from '#contract/audit-export.ts';
import { openNote } from '#domain/audit/note.ts';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { webVerify } from '#server/audit/seal/web-verify.ts';
import type { Database } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { fillLog } from '#tests/bench/log-fill.ts';
import { walkExport } from '#tests/server/walk-export.ts';
import { call, type DeskAccess, openDesk } from './client.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import {
  besides,
  clearAway,
  firstLink,
  kill,
  measured,
  newPlace,
  type Place,
  type Program,
  startProgram,
} from './program.ts';

const ROOT = join(import.meta.dirname, '../..');
const EVENTS = 60_000;
const KILLS = 5;

afterAll(clearAway);

describe('a process killed while it exports the log', () => {
  let own: OwnCluster;
  let places: readonly [Place, Place];
  let program: Program;
  let desk: DeskAccess;
  let superuser: Database;
  let dir: string;

  beforeAll(async () => {
    own = await ownCluster();
    superuser = own.superuser();
    const first = await newPlace(own.env);
    places = [first, await besides(first)];
    dir = join(first.dir, 'fetched');
    mkdirSync(dir);
    // Before the first start, as a log of the release that wrote no MACs: later the server seals only what it wrote.
    const now = Temporal.Now.instant();
    const owner = openPostgres({ url: own.env.OTINISH_MIGRATE_URL });
    await migrate(owner, { appRole: 'otinish_app', now });
    await owner.close();
    await fillLog(superuser, EVENTS, now);
    program = startProgram(first);
    await program.ready();
    desk = await openDesk(program.base, await firstLink(program), 1);
    await sealed(superuser);
  });
  afterAll(() => own?.remove());

  it.each([
    { format: 'jsonl' },
    { format: 'jsonl', from: dayBack(800), to: dayBack(100) },
    { format: 'csv' },
  ])(`${KILLS} times is followed by another, and %j is whole`, async (asked) => {
    const id = (await answered(call(program.base, '/api/audit-exports', { body: asked, as: desk.officer })))
      .id;
    const seen: string[] = [];
    for (let round = 1; round <= KILLS; round += 1) {
      const { done, total } = await further(superuser, id, round);
      await kill(program);
      seen.push(`${done} of ${total}`);
      expect(done).toBeLessThan(total);
      // Expires the lease of the dead process, because the test cannot wait five minutes for it.
      await sql`update job set claimed_at = claimed_at - interval '1 hour', next_at = next_at - interval '1 hour' where name = 'audit-export'`.execute(
        superuser.kysely,
      );
      program = startProgram(places[round % 2 === 0 ? 0 : 1]);
      await program.ready();
    }
    const made = await finished(program, desk, id);
    measured(`${JSON.stringify(asked)}: killed at ${seen.join(', ')}; ${made.files.length} files`);
    expect(made).toMatchObject({ state: 'done', done: made.total });

    const { files, count } = await manifestOf(made);
    expect(files).toEqual(made.files.filter(({ name }) => name !== 'manifest.note'));
    expect(count).toBe(made.total);
    const [file] = files;
    if (!file) throw new Error('no file');
    const bytes = await fetched(made, file.name);
    expect([bytes.length, hash('sha256', bytes), file.count]).toEqual([file.bytes, file.sha256, count]);
    if (asked.format === 'csv') {
      const places = bytes
        .toString()
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',').at(-1));
      expect([places.length, new Set(places).size]).toEqual([count, count]);
    } else {
      const { from, size } = await walkExport(bytes.toString());
      expect(size - from).toBe(count);
      expect(await verified(bytes)).toEqual([0, expect.stringMatching(/^Verified /m)]);
    }
  });

  async function manifestOf(made: AuditExport): Promise<Pick<AuditExport, 'files'> & { count: number }> {
    const note = (await fetched(made, 'manifest.note')).toString();
    const opened = await openNote(note, [keyOf(await command(['log-key']))], webVerify);
    if (!opened.ok) throw new Error(opened.why);
    return JSON.parse(opened.body);
  }

  async function fetched({ id }: AuditExport, name: string): Promise<Buffer> {
    const answer = await fetch(`${program.base}/api/audit-exports/${id}/files/${name}`, {
      headers: { cookie: `sid=${desk.officer}` },
    });
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  }

  async function verified(bytes: Buffer): Promise<[number, string]> {
    const path = join(dir, 'log.jsonl');
    writeFileSync(path, bytes);
    const key = (await command(['log-key'])).output.trim();
    const { code, output } = await command(['verify', '--export', path, '--key', key]);
    return [code, output];
  }

  function command(args: readonly string[]): Promise<{ code: number; output: string }> {
    const cli = join(ROOT, 'src/server/cli.ts');
    return new Promise((resolve) => {
      execFile(process.execPath, [cli, ...args], { env: places[0].env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), output: `${stdout}${stderr}` }),
      );
    });
  }
});

/** Waits until the export has reached the middle of its next sixth, then a varying time, to stop within a batch. */
async function further(db: Database, id: string, round: number): Promise<{ done: number; total: number }> {
  for (let waited = 0; waited < 60_000; waited += 5) {
    const { done, total } = await howFar(db, id);
    if (total !== null && done > ((round - 0.5) * total) / (KILLS + 1)) {
      await sleep((round * 17) % 60);
      return { done: (await howFar(db, id)).done, total };
    }
    await sleep(5);
  }
  throw new Error('the export does not go on');
}

async function howFar({ kysely }: Database, id: string): Promise<{ done: number; total: number | null }> {
  return kysely
    .selectFrom('audit_export')
    .select(['done', 'total'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

async function finished({ base }: Program, desk: DeskAccess, id: string): Promise<AuditExport> {
  for (let waited = 0; waited < 120_000; waited += 200) {
    const { items } = await answered(call(base, '/api/audit-exports', { method: 'GET', as: desk.officer }));
    const row = items.find((item: AuditExport) => item.id === id);
    if (row?.state === 'done' || row?.state === 'failed') return row;
    await sleep(200);
  }
  throw new Error('the export does not end');
}

async function sealed({ kysely }: Database): Promise<void> {
  for (let waited = 0; waited < 240_000; waited += 500) {
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from audit_event) - (select coalesce(max(size), 0) from audit_signature) as left`.execute(
      kysely,
    );
    if (rows[0]?.left === 0) return;
    await sleep(500);
  }
  throw new Error('the log was not sealed in time');
}

async function answered(asked: ReturnType<typeof call>) {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

function keyOf({ output }: { output: string }) {
  const key = parseVerifierKey(output.trim());
  if (!key) throw new Error(`no key: ${output}`);
  return key;
}

function dayBack(days: number): string {
  return Temporal.Now.plainDateISO('Asia/Almaty').subtract({ days }).toString();
}
