/**
 * Tampers with copies of a database and lets the auditor's browser verify them. The auditor has verified the log before
 * and verifies it again on a server that runs on the changed copy. The checkpoints published outside the database are
 * deleted too, so that only what the browser remembers can reveal the change.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { builtSite } from '#server/process/build-node.ts';
import { SUPERUSER } from '#tests/db/postgres-cluster.ts';
import { call, type DeskAccess, deliver, invite, openDesk } from './client.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { clearAway, firstLink, kill, measured, newPlace, type Place, startProgram } from './program.ts';
import { DRAWN } from './tamperings.ts';

const ROOT = join(import.meta.dirname, '../..');
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const asRoot = process.getuid?.() === 0;
/** Longest time until everything is sealed, ms. */
const SETTLE_MS = 20_000;

/** What the auditor's browser keeps between two visits: the cookie, and the checkpoint it has verified. */
type Kept = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

describe('the browser of an auditor who verified the log before', () => {
  let own: OwnCluster;
  let place: Place;
  let browser: Browser;
  let kept: Kept;
  /** The number of leaves verified at the first visit. */
  let size: number;

  beforeAll(async () => {
    await builtSite(ROOT, { say: measured });
    own = await ownCluster();
    place = await newPlace(own.env);
    browser = await chromium.launch({
      ...(existsSync(SYSTEM_CHROMIUM) ? { executablePath: SYSTEM_CHROMIUM } : {}),
      args: ['--disable-gpu', '--disable-background-networking', ...(asRoot ? ['--no-sandbox'] : [])],
    });
    const first = startProgram(place, [], 'pages');
    await first.ready();
    const desk = await openDesk(first.base, await firstLink(first), 1);
    const auditor = await invite(first.base, desk.administrator, 'Ерлан Сапаров', 'auditor');
    await call(first.base, '/api/session/profile', {
      method: 'PATCH',
      as: auditor,
      body: { language: 'en' },
    });
    await work(first.base, desk, 4);
    await settled();
    await kill(first);
    await copy('otinish', 'backup');
    const second = startProgram(place, [], 'pages');
    await second.ready();
    await work(second.base, desk, 6);
    await settled();
    const visit = await browser.newContext();
    await visit.addCookies([{ name: 'sid', value: auditor, url: second.base }]);
    const page = await visit.newPage();
    await page.goto(`${second.base}/audit`);
    size = await verified(page);
    kept = await visit.storageState();
    await visit.close();
    await settled();
    await kill(second);
  });
  afterAll(async () => {
    await browser?.close();
    await clearAway();
    await own?.remove();
  });

  it('finds nothing in the database as it was left', async () => {
    await copy('otinish', 'untouched');
    await visiting('untouched', async (page) => expect(await verified(page)).toBeGreaterThanOrEqual(size));
  });

  it.each(DRAWN)('is told of $name ($seen)', async (tampering) => {
    const { seen, held = false, backup = false, share, change } = tampering;
    const at = 1 + Math.floor(share * (size - 3));
    const database = `copy_${DRAWN.indexOf(tampering)}`;
    await copy(backup ? 'backup' : 'otinish', database);
    const superuser = openAs(database);
    const { place: told, event } = await superuser.transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      return change(tx, at);
    });
    const release = held ? hold(superuser) : () => undefined;
    try {
      await visiting(database, async (page) => {
        // The verification reads no event texts, rows or list records, so only `log` tamperings show here.
        if (seen === 'log') await press(page);
        else await verified(page);
        if (seen === 'event') await page.goto(`${addressOf(place)}/audit?event_id=${event}`);
        const said = seen === 'command' ? await command(database) : await alarmIn(page);
        measured(`${tampering.name}: ${said}`);
        expect(said).toMatch(told);
      });
    } finally {
      release();
      await superuser.close();
    }
  });

  /**
   * Waits until everything is sealed and projected, then closes its session, because a database in use cannot be
   * copied.
   */
  async function settled(): Promise<void> {
    const db = openAs('otinish');
    try {
      for (let waited = 0; waited < SETTLE_MS; waited += 100) {
        const { rows } = await sql<{ whole: boolean }>`
          select (select count(*) from audit_event) = (select max(size) from audit_signature)
            and (select max(size) from audit_projection) = (select max(size) from audit_checkpoint) as whole`.execute(
          db.kysely,
        );
        if (rows[0]?.whole) return;
        await sleep(100);
      }
    } finally {
      await db.close();
    }
    throw new Error('the log was not sealed in time');
  }

  const openAs = (database: string) =>
    openPostgres({
      url: own.cluster.url(SUPERUSER, database),
      maxSessions: 2,
      budgetMs: 60_000,
      idleTransactionMs: 120_000,
    });

  async function copy(from: string, to: string): Promise<void> {
    const admin = openAs('postgres');
    await admin.session((session) => sql.raw(`create database ${to} template ${from}`).execute(session), {
      budgetMs: 60_000,
    });
    await admin.close();
  }

  /** A further visit of the auditor, at the same address and in the same browser. */
  async function visiting(database: string, look: (page: Page) => Promise<void>): Promise<void> {
    const env = {
      ...place.env,
      DATABASE_URL: own.cluster.url('otinish_app', database),
      OTINISH_MIGRATE_URL: own.cluster.url('otinish_owner', database),
      OTINISH_CHECKPOINTS: join(place.dir, database, 'checkpoints'),
    };
    const program = startProgram({ ...place, env }, [], 'pages');
    const visit = await browser.newContext({ storageState: kept });
    try {
      await program.ready();
      const page = await visit.newPage();
      await page.goto(`${program.base}/audit`);
      await look(page);
    } finally {
      await visit.close();
      await kill(program);
    }
  }

  async function command(database: string): Promise<string> {
    const env = {
      ...place.env,
      DATABASE_URL: own.cluster.url('otinish_app', database),
      OTINISH_MIGRATE_URL: '',
    };
    return new Promise((resolve) => {
      execFile(process.execPath, [join(ROOT, 'src/server/cli.ts'), 'verify'], { env }, (_error, stdout) =>
        resolve(/^CHANGED.*$/m.exec(stdout)?.[0] ?? stdout),
      );
    });
  }
});

const addressOf = ({ port }: Place) => `http://127.0.0.1:${port}`;

async function work(base: string, desk: DeskAccess, rounds: number): Promise<void> {
  for (let at = 0; at < rounds; at += 1) {
    await deliver(base, desk.secrets[0] ?? '', { message: `Сұрақ ${at}` });
    await call(base, '/api/requests?view=open', { method: 'GET', as: desk.officer });
  }
}

async function press(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Verify( again)?$/ }).click();
}

/** Verifies the log and waits for success. @returns the number of the last verified event */
async function verified(page: Page): Promise<number> {
  await press(page);
  const said = await page.getByText(/^Verified to event [\d,]+, signed/).textContent();
  return Number(/event ([\d,]+)/.exec(said ?? '')?.[1]?.replaceAll(',', ''));
}

async function alarmIn(page: Page): Promise<string> {
  const alarm = page.getByRole('alert').filter({ hasText: 'This log cannot be trusted' });
  const told = ((await alarm.locator('p').first().textContent()) ?? '').replaceAll('\u00a0', ' ');
  const link = alarm.getByRole('link', { name: 'Open the event' });
  return (await link.count()) > 0 ? `${told} ${await link.getAttribute('href')}` : told;
}

/**
 * Opens a transaction with an uncommitted event: nothing after it can be sealed until the returned function ends it.
 */
function hold(db: Database): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  void db.transaction(async (tx) => {
    await sql`select pg_current_xact_id()`.execute(tx);
    await promise;
  });
  return resolve;
}
