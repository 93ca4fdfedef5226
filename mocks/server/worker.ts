/**
 * The worker in which the demo's server runs: one for all tabs where the browser has shared workers, otherwise one a
 * page. Its long computations do not hold up the page, which shows how far they are.
 */
import { civilDateAt } from '#domain/time/civil.ts';
import type { FromServer, Parts, ToServer } from '../link.ts';
import { answer, type Call } from './answer.ts';
import { openDatabase } from './database.ts';
import { deskOver } from './desk.ts';
import { download, NotDownloaded } from './download.ts';
import { keeperOf } from './keep.ts';

type Door = Pick<MessagePort, 'postMessage' | 'onmessage'>;
type Running = { app: Parameters<typeof answer>[0]; keep: () => Promise<void> };

const doors = new Set<Door>();
/** What a page that comes later must hear too: the last of each kind. */
const said = new Map<FromServer['kind'], FromServer>();
let running: Promise<Running> | null = null;

function tell(words: FromServer): void {
  if (words.kind !== 'fault') said.set(words.kind, words);
  for (const door of doors) door.postMessage(words);
}

const now = () => Temporal.Now.instant();

async function start(parts: Parts, place: string): Promise<Running> {
  const unpacked = await download(parts, (done, total) =>
    tell({ kind: 'progress', step: 'download', done, total }),
  );
  const fits = { image: parts.image.url, day: civilDateAt(now()) };
  const keeper = await keeperOf(place, fits, (notice) => tell({ kind: 'notice', notice }));
  const { ring, journal, notice } = keeper.earlier;
  tell({ kind: 'progress', step: 'database', done: 0, total: 1 });
  const database = await openDatabase(unpacked, journal);
  tell({ kind: 'progress', step: 'database', done: 1, total: 1 });
  const desk = await deskOver(database, {
    now,
    ring,
    place,
    token: keeper.token,
    fault: (message) => tell({ kind: 'fault', message }),
  });
  await desk.furnish((done, total) => tell({ kind: 'progress', step: 'requests', done, total }));
  await keeper.begin(database);
  const app = await desk.open();
  tell({ kind: 'ready', notice });
  return { app, keep: keeper.keep };
}

function failed(error: unknown): void {
  const why = error instanceof NotDownloaded ? 'download' : 'database';
  tell({ kind: 'failed', why, detail: error instanceof Error ? error.message : String(error) });
}

function attend(door: Door): void {
  doors.add(door);
  for (const words of said.values()) door.postMessage(words);
  const calls = new Set<Call>();
  door.onmessage = ({ data }: MessageEvent<ToServer>) => {
    switch (data.kind) {
      case 'start':
        running ??= start(data.parts, data.place);
        running.catch(failed);
        return;
      case 'call': {
        const { asked, port } = data;
        void running?.then(({ app, keep }) => {
          const call = answer(app, asked, port, keep);
          calls.add(call);
          void call.ended.then(() => calls.delete(call));
        });
        return;
      }
      case 'bye':
        for (const { cancel } of calls) cancel();
        doors.delete(door);
    }
  };
}

if ('onconnect' in globalThis)
  Object.assign(globalThis, {
    onconnect: ({ ports }: MessageEvent) => {
      for (const port of ports) attend(port);
    },
  });
else attend(globalThis as unknown as Door);
