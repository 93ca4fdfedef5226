/** Ways to tamper with the database of a log as its superuser, each at a position drawn with a fixed seed. */
import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { checkpointText, parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { growTree, leafHash } from '#domain/audit/merkle.ts';
import { signNote } from '#domain/audit/note.ts';
import { indexDigest, retentionOfCode } from '#domain/audit/pruning.ts';
import { isStored } from '#server/audit/seal/tree-rows.ts';
import type { Tx } from '#server/deps.ts';

/**
 * What detects it. `log`: the browser when it verifies the log. `event`: the browser when the event is opened, because
 * it reads texts and rows only then. `command`: only `npm run verify`, because the browser never receives the change.
 */
type Seen = 'log' | 'event' | 'command';

type Tampering = {
  name: string;
  seen: Seen;
  /** A transaction stays open during the visit, so that nothing after the changed state can be sealed. */
  held?: true;
  /** The change is made on an earlier copy of the database, as after a restore. */
  backup?: true;
  /** @returns the message that the auditor must see about the first bad position, and the event to open */
  change: (tx: Tx, at: number) => Promise<Told>;
};
type Told = { place: RegExp; event?: string };

export type Drawn = Tampering & {
  /** The position in the log as a share, 0 ≤ share < 1. */
  share: number;
};

const SEED = 3;

const event = async (tx: Tx, at: number): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select event_id as id from audit_leaf where ix = ${at}`.execute(
    tx,
  );
  return rows[0]?.id ?? '';
};
const run = async (tx: Tx, ...statements: readonly string[]) => {
  for (const statement of statements) await sql.raw(statement).execute(tx);
};
const first = (at: number): Told => ({ place: new RegExp(`The first wrong event: ${at + 1}\\.`) });
const firstFrom = (at: number): Told => ({
  place: new RegExp(`The first wrong event(?:: ${at + 1}\\.| is between ${at + 1} and )`),
});
const opened = async (tx: Tx, at: number): Promise<Told> => ({
  place: new RegExp(`Event ${at + 1} does not match its proof`),
  event: await event(tx, at),
});
const underCheckpoint = (size: number): Told => ({
  place: new RegExp(`bear a valid signature .* checkpoint up to event ${size}\\.`),
});

/** Statements about leaf `$at`, or its event `$id`. */
const statements =
  (told: (tx: Tx, at: number) => Told | Promise<Told>, ...texts: readonly string[]) =>
  async (tx: Tx, at: number): Promise<Told> => {
    const answer = await told(tx, at);
    const id = await event(tx, at);
    const next = await event(tx, at + 1);
    const filled = texts.map((text) =>
      text.replaceAll('$at', String(at)).replaceAll('$id', `'${id}'`).replaceAll('$next', `'${next}'`),
    );
    await run(tx, ...filled);
    return answer;
  };
const column = (name: string, set: string): Tampering => ({
  name,
  seen: 'event',
  change: statements(opened, `update audit_event set ${set} where id = $id`),
});

const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'a text changed',
    seen: 'event',
    change: statements(opened, `update audit_event set body = replace(body, '"v":', '"v":3') where id = $id`),
  },
  {
    name: 'a text and its leaf changed',
    seen: 'log',
    change: statements(
      (_tx, at) => first(at),
      `update audit_event set body = body || ' ' where id = $id`,
      `update audit_leaf set leaf = sha256('\\x00'::bytea || convert_to((select body from audit_event where id = $id), 'UTF8')) where ix = $at`,
    ),
  },
  column('a time changed', `at = at - interval '1 day'`),
  column('a person changed', 'actor = gen_random_uuid()'),
  column('an action changed', `code = 'XX999'`),
  column('an object changed', `object_type = 'request', object_ref = 'elsewhere'`),
  column('an outcome changed', `outcome = case outcome when 'failure' then 'success' else 'failure' end`),
  {
    name: 'an event deleted',
    seen: 'log',
    change: statements((_tx, at) => first(at), 'delete from audit_event where id = $id'),
  },
  {
    name: 'a leaf deleted',
    seen: 'log',
    change: statements((_tx, at) => first(at), 'delete from audit_leaf where ix = $at'),
  },
  {
    name: 'an event deleted and the others moved up',
    seen: 'log',
    change: statements(
      (_tx, at) => first(at),
      'delete from audit_event where id = $id',
      'delete from audit_leaf where ix = $at',
      'update audit_leaf set ix = -ix where ix > $at',
      'update audit_leaf set ix = -ix - 1 where ix < 0',
    ),
  },
  {
    name: 'a leaf overwritten',
    seen: 'log',
    change: statements((_tx, at) => first(at), `update audit_leaf set leaf = sha256('x') where ix = $at`),
  },
  {
    name: 'two events exchanged',
    seen: 'log',
    change: statements(
      (_tx, at) => first(at),
      'update audit_leaf set ix = -1 where ix = $at',
      'update audit_leaf set ix = $at where ix = $at + 1',
      'update audit_leaf set ix = $at + 1 where ix = -1',
    ),
  },
  {
    name: 'two texts exchanged',
    seen: 'event',
    change: statements(
      opened,
      `update audit_event e set body = (select o.body from audit_event o where o.id = case e.id when $id then $next::uuid else $id::uuid end) where e.id in ($id, $next)`,
    ),
  },
  {
    name: 'an event slipped in',
    seen: 'event',
    change: async (tx, at) => {
      const like = await event(tx, at);
      const { rows } = await sql<{ id: string }>`
        with made as (select gen_random_uuid() as id, at - interval '1 hour' as at, code, outcome, body from audit_event where id = ${like})
        insert into audit_event (id, epoch, xid, at, actor, code, object_type, object_ref, outcome, purpose, body)
        select m.id, 1, '1', m.at, e.actor, e.code, e.object_type, e.object_ref, e.outcome, e.purpose,
          replace(replace(e.body, e.id::text, m.id::text), (e.body::json ->> 'at'), to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from made m, audit_event e where e.id = ${like} returning id`.execute(tx);
      const id = rows[0]?.id ?? '';
      return { place: new RegExp(`an event that is not in the sealed log.*event_id=${id}`), event: id };
    },
  },
  {
    name: 'the newest events cut off',
    seen: 'log',
    change: async (tx, at) => {
      const { rows } = await sql<{ size: number }>`
        select max(size) as size from audit_checkpoint where size <= ${at}`.execute(tx);
      const size = rows[0]?.size ?? 0;
      await run(
        tx,
        `delete from audit_signature where size > ${size}`,
        `delete from audit_checkpoint where size > ${size}`,
        `delete from audit_node where (ix + 1) << level > ${size}`,
        `delete from audit_mention where ix >= ${size}`,
        `delete from audit_projection where size > ${size}`,
        `delete from audit_leaf where ix >= ${size}`,
        'delete from audit_event e where not exists (select from audit_leaf l where l.event_id = e.id)',
      );
      return firstFrom(size);
    },
  },
  {
    name: 'an older backup restored',
    seen: 'log',
    backup: true,
    change: async (tx) => firstFrom(await sealed(tx)),
  },
  {
    name: 'the newest checkpoint replaced by an older one',
    seen: 'log',
    held: true,
    change: async (tx) => {
      const { rows } = await sql<{ size: number }>`
        update audit_signature set note = (select note from audit_signature where size > 9 order by size limit 1)
        where size = (select max(size) from audit_signature)
        returning (select min(size) from audit_signature where size > 9) as size`.execute(tx);
      return firstFrom(rows[0]?.size ?? 0);
    },
  },
  {
    name: 'a signature spoilt',
    seen: 'log',
    held: true,
    change: async (tx) => {
      const size = await sealed(tx);
      await run(
        tx,
        `update audit_signature set note = regexp_replace(note, '(— \\S+ \\S{40})(.)', '\\1' || case when note ~ '— \\S+ \\S{40}A' then 'B' else 'A' end) where size = ${size}`,
      );
      return underCheckpoint(size);
    },
  },
  {
    name: 'a text changed, the tree made anew and signed with another key',
    seen: 'log',
    held: true,
    change: async (tx, at) => {
      await treeAnew(tx, at);
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
      const { rows } = await sql<{
        size: number;
        note: string;
      }>`select size, note from audit_checkpoint`.execute(tx);
      for (const { size, note } of rows) {
        const { origin } = parseCheckpoint(note);
        const forged = await signNote(note, origin, raw, async (bytes) => sign(null, bytes, privateKey));
        await sql`update audit_signature set note = ${forged} where size = ${size}`.execute(tx);
      }
      return underCheckpoint(await sealed(tx));
    },
  },
  {
    name: 'a text changed, the tree made anew and left to the server to sign',
    seen: 'log',
    change: async (tx, at) => {
      await treeAnew(tx, at);
      await run(tx, 'delete from audit_signature');
      return first(at);
    },
  },
  {
    name: 'an event of its own left to the server to seal',
    seen: 'command',
    change: async (tx, at) => {
      const { rows } = await sql<{ id: string }>`
        with made as (select gen_random_uuid() as id)
        insert into audit_event (id, at, actor, code, object_type, object_ref, outcome, purpose, body)
        select m.id, e.at, e.actor, e.code, e.object_type, e.object_ref, e.outcome, e.purpose, replace(e.body, e.id::text, m.id::text)
        from made m, audit_event e where e.id = ${await event(tx, at)} returning id`.execute(tx);
      return { place: new RegExp(`^CHANGED {2}events? .*${rows[0]?.id}`, 'm') };
    },
  },
  {
    name: 'a text pruned by an account from 2030 left to the server to seal',
    seen: 'command',
    change: async (tx, at) => {
      const id = crypto.randomUUID();
      const dated = '2030-01-01T00:00:00.000Z';
      const digest = indexDigest();
      digest.add(at);
      const { rows } = await sql<{ code: string }>`
        update audit_event set body = null where id = ${await event(tx, at)} returning code`.execute(tx);
      const data = {
        class: retentionOfCode(rows[0]?.code ?? ''),
        before: '2025-01-01T00:00:00.000Z',
        count: 1,
        digest: digest.hex(),
        complete: true,
        kinds: 1,
      };
      const body = { v: 2, id, at: dated, code: 'LG003', event: 'log.pruned', outcome: 'success', data };
      await sql`delete from audit_mention where ix = ${at}`.execute(tx);
      await sql`insert into audit_pruned (ix, event_id) values (${at}, ${id})`.execute(tx);
      await sql`insert into audit_event (id, at, code, outcome, body)
        values (${id}, ${dated}, 'LG003', 'success', ${JSON.stringify(body)})`.execute(tx);
      return { place: new RegExp(`^CHANGED {2}event ${at + 1}: the text is gone`, 'm') };
    },
  },
  {
    name: 'a reason overwritten',
    seen: 'command',
    change: async (tx) => {
      const { rows } = await sql<{ ix: number }>`
        with first as (select d.event_id, l.ix from audit_detail d join audit_leaf l on l.event_id = d.event_id order by l.ix limit 1)
        update audit_detail d set sealed = '\\x01' from first f where d.event_id = f.event_id returning f.ix`.execute(
        tx,
      );
      return { place: new RegExp(`^CHANGED {2}event ${(rows[0]?.ix ?? 0) + 1}:`, 'm') };
    },
  },
  {
    // Only the trail of a request reads these records; the list of events and the events do not.
    name: 'what a list showed taken out of the record of lists',
    seen: 'command',
    change: async (tx) => {
      const { rows } = await sql<{ ix: number }>`
        delete from audit_mention where ctid = (select ctid from audit_mention order by ix limit 1) returning ix`.execute(
        tx,
      );
      return { place: new RegExp(`^CHANGED  event ${(rows[0]?.ix ?? 0) + 1}:`, 'm') };
    },
  },
];

/** Every tampering once, in an order and at positions that the seed determines. */
export const DRAWN: readonly Drawn[] = draw();

function draw(): Drawn[] {
  const all = TAMPERINGS.map((_, at) => at);
  const [order = all] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), {
    seed: SEED,
    numRuns: 1,
  });
  const places = fc.sample(fc.noBias(fc.nat(999)), { seed: SEED, numRuns: all.length });
  return order.flatMap((which, at) => {
    const tampering = TAMPERINGS[which];
    return tampering ? [{ ...tampering, share: (places[at] ?? 0) / 1_000 }] : [];
  });
}

async function sealed(tx: Tx): Promise<number> {
  const { rows } = await sql<{ size: number }>`select max(size) as size from audit_checkpoint`.execute(tx);
  return rows[0]?.size ?? 0;
}

/** Rebuilds leaves, nodes and checkpoints to agree with the changed text, as an attacker who knows the format would. */
async function treeAnew(tx: Tx, at: number): Promise<void> {
  await run(
    tx,
    `update audit_event set body = body || ' ' where id = (select event_id from audit_leaf where ix = ${at})`,
    'delete from audit_node',
  );
  const { rows: leaves } = await sql<{ ix: number; body: string }>`
    select l.ix, e.body from audit_leaf l join audit_event e on e.id = l.event_id order by l.ix`.execute(tx);
  const { rows: checkpoints } = await sql<{
    size: number;
    note: string;
  }>`select size, note from audit_checkpoint`.execute(tx);
  const tree = growTree(0, []);
  for (const { ix, body } of leaves) {
    const leaf = leafHash(new TextEncoder().encode(body));
    if (ix === at) await sql`update audit_leaf set leaf = ${leaf} where ix = ${ix}`.execute(tx);
    for (const node of tree.append(leaf).filter(isStored))
      await sql`insert into audit_node (level, ix, h) values (${node.level}, ${node.ix}, ${node.hash})`.execute(
        tx,
      );
    const checkpoint = checkpoints.find(({ size }) => size === ix + 1);
    if (!checkpoint) continue;
    const root = tree.root();
    const text = checkpointText({ ...parseCheckpoint(checkpoint.note), root });
    await sql`update audit_checkpoint set root = ${root}, note = ${text} where size = ${ix + 1}`.execute(tx);
  }
}
