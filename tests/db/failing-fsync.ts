/** `node tests/db/failing-fsync.ts <cluster>`: commits once, prints `first`; then every fsync fails and is reported on stderr; prints `second` if a commit is still acknowledged. */
import { writeSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { DURABLE_START, DurableFs, type StreamOps } from '#server/db/pglite-fs-node.ts';

let failing = false;

class FailingFs extends DurableFs {
  protected override instrument(ops: StreamOps, failure: () => Error): void {
    super.instrument(ops, failure);
    const { fsync } = ops;
    ops.fsync = (stream) => {
      if (failing) {
        writeSync(2, 'fsync failed\n');
        throw failure();
      }
      return fsync?.(stream) ?? 0;
    };
  }
}

const pglite = await PGlite.create({ fs: new FailingFs(process.argv[2] ?? ''), startParams: DURABLE_START });
await pglite.exec('create table kept (id int primary key)');
await pglite.query('insert into kept values (1)');
writeSync(1, 'first\n');
failing = true;
await pglite.query('insert into kept values (2)');
writeSync(1, 'second\n');
