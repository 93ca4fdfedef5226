/**
 * Runs once a test run: makes a directory the workers share. PostgreSQL starts only when the first test asks for it.
 */
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { stopCluster } from './postgres-cluster.ts';
import { removeDir } from './shared-dir.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databasesDir: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'otinish-test-'));
  await chmod(dir, 0o711); // PostgreSQL's user must be able to pass through to its own directory
  project.provide('databasesDir', dir);
  return async () => {
    await stopCluster(join(dir, 'cluster'));
    await removeDir(dir);
  };
}
