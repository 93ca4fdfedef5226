import { expect, test } from 'vitest';
import { embeddedDir } from '#tests/db/embedded-dir.ts';
import { removeDir } from '#tests/db/shared-dir.ts';
import { dataDirAt } from './data-dir-node.ts';
import { DatabaseUnavailable, StatementTimeout } from './faults.ts';
import { startWorkerEngine } from './worker-engine-node.ts';

test('a copy is refused while a hung thread is replaced, and made afterwards', async () => {
  const place = dataDirAt(await embeddedDir());
  const engine = await startWorkerEngine({
    start: { place, task: { kind: 'open' }, reserveBytes: 0, lowBytes: 0 },
    readyMs: 60_000,
    onFatal: (line) => expect.unreachable(line),
  });
  try {
    const endless = { sql: 'select count(*) from generate_series(1, 100000000000)', params: [] };
    await expect(engine.run([endless], 200, engine.generation())).rejects.toThrow(StatementTimeout);
    await expect(engine.copy(place.copy, 60_000)).rejects.toThrow(DatabaseUnavailable);
    await engine.ready();
    await engine.copy(place.copy, 60_000);
  } finally {
    await engine.close();
    await removeDir(place.dir);
  }
});
