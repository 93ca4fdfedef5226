/** Fills an empty database with fictional data: 240 requests of ninety days and the audit log of that time. */
import type { FieldClass } from '#domain/request/fields.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Deps, Tx } from '#server/deps.ts';
import type { CreatedRequest } from '#server/requests/work/create.ts';
import { loadSettings, saveSettings } from '#server/settings/stored.ts';
import { fictionalStories } from '../fictional/plan.ts';
import { arrival, type EventToCome, writeLog } from './log.ts';
import { ordinaryReading } from './reading.ts';
import { insertRows, noRows } from './rows.ts';
import { type People, people } from './staff.ts';
import { carryOn, enter } from './write-story.ts';

/** A unique personal value with its class and its request, which tests search for in answers. */
type Canary = { value: string; class: FieldClass; requestId: string };
export type Seeded = { canaries: readonly Canary[]; requests: readonly CreatedRequest[]; people: People };

/** Stories in one transaction: few enough for the time budget of the embedded database. */
const AT_ONCE = 60;
const BUDGET_MS = 30_000;

/**
 * Fills the database and returns what it wrote; null, without writing, if there are requests already. `tell` hears how
 * much has been written.
 */
export async function seed(
  deps: Deps,
  today: CivilDate,
  tell: (done: number, total: number) => void = () => undefined,
): Promise<Seeded | null> {
  const now = deps.now();
  const stories = fictionalStories(today, now);
  let done = 0;
  // Each story is entered, then carried on; the log of all of them takes about as long as entering half of them.
  const step = (stories: number) => {
    done += stories;
    tell(done, total);
  };
  const total = stories.length * 2.5;
  const first = stories[0]?.recordedAt ?? now;
  const transaction = <T>(run: (tx: Tx) => Promise<T>) => deps.db.transaction(run, { budgetMs: BUDGET_MS });

  const basis = await transaction(async (tx) => {
    const held = await tx.selectFrom('request').select('id').limit(1).executeTakeFirst();
    if (held) return null;
    const staff = await people(tx, deps, first);
    return {
      people: staff,
      sourceId: await siteOf(tx, deps, first),
      policyVersion: await organise(tx, staff, first),
    };
  });
  if (!basis) return null;

  const created: CreatedRequest[] = [];
  await inPortions(stories, AT_ONCE, (portion) =>
    transaction(async (tx) => {
      for (const story of portion) {
        created.push(await enter({ tx, deps, ...basis }, story));
        step(1);
      }
    }),
  );
  // All requests exist before the acts are written, because a duplicate refers to another request.
  const log: EventToCome[] = [];
  await inPortions(stories, AT_ONCE, (portion) =>
    transaction(async (tx) => {
      const rows = noRows();
      for (const story of portion) {
        const entered = created[story.index];
        if (!entered) throw new Error('a story was told out of order');
        const { enacted, encryptReason } = await carryOn(
          { tx, deps, ...basis },
          { story, created: entered },
          created,
          rows,
        );
        for (const told of [arrival(story, entered), ...enacted.told])
          log.push({ told, subjectId: entered.subjectId, encryptReason });
        step(1);
      }
      await insertRows(tx, rows);
    }),
  );
  const known = stories.map(({ recordedAt, index }) => ({ id: created[index]?.id ?? '', recordedAt }));
  for (const told of ordinaryReading(basis.people, known, today, now)) log.push({ told });
  await transaction((tx) => writeLog(tx, deps, basis, log));
  step(stories.length / 2);

  return {
    canaries: stories.flatMap(({ secrets, index }) =>
      secrets.map((secret) => ({ ...secret, requestId: created[index]?.id ?? '' })),
    ),
    requests: created,
    people: basis.people,
  };
}

async function siteOf(tx: Tx, { newId }: Deps, at: Temporal.Instant): Promise<string> {
  const known = await tx.selectFrom('intake_source').select('id').limit(1).executeTakeFirst();
  if (known) return known.id;
  const made = { id: newId(), name: SITE, site: SITE, created_at: at.toString() };
  await tx.insertInto('intake_source').values(made).execute();
  return made.id;
}

const SITE = 'shop.example';
const POLICY = '2026-11';

/** Stores an organisation, so that the demo does not open with the first steps. Returns the policy version. */
async function organise(tx: Tx, staff: People, now: Temporal.Instant): Promise<string> {
  const { settings, version } = await loadSettings(tx, { now });
  if (settings.organisation) return settings.organisation.policyVersion;
  const organisation = {
    nameKk: '«Үлгі төлем» ЖШС',
    nameRu: 'ТОО «Үлгі төлем»',
    nameEn: 'Ülgi Tölem LLP',
    bin: null,
    representative: staff.officer.name,
    representativeEmail: 'derekter@ulgi.example',
    address: 'Астана қ., Үлгі көшесі, 1',
    phone: '+7 790 000-00-01',
    policyVersion: POLICY,
  };
  const changed = { ...settings, organisation, organisationAt: now.toString() };
  await saveSettings(tx, { settings: changed, version }, { id: staff.administrator.id, now });
  return POLICY;
}

async function inPortions<T>(
  items: readonly T[],
  size: number,
  work: (portion: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < items.length; from += size) await work(items.slice(from, from + size));
}
