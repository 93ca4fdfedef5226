import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { endpoints } from '#contract/index.ts';
import { openApi } from '#contract/system.ts';
import { withDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';
import { linesOf } from '#tests/server/openapi-lines.ts';
import { openApiDocument } from './openapi.ts';

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(openApiDocument('1.0.0', 'demo')));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('names every endpoint', () => {
    const paths = openApiDocument('1.0.0', 'demo').paths as Record<string, Record<string, unknown>>;
    for (const { path, method, id } of endpoints)
      expect(paths[path]?.[method.toLowerCase()]).toMatchObject({ operationId: id });
  });

  it('does not describe personas outside the demo', () => {
    const { paths } = openApiDocument('1.0.0', 'production');
    expect(Object.keys(paths as object).filter((path) => path.includes('persona'))).toEqual([]);
  });

  it('matches its snapshot', async () => {
    await expect(linesOf(openApiDocument('0', 'production'))).toMatchFileSnapshot(
      '../../../tests/server/openapi.snap',
    );
  });

  it('is served', async () => {
    const database = await withDatabase('pglite');
    const { call } = await testApp(database.db);
    const answer = await call(openApi, {});
    expect(answer.status).toBe(200);
    expect(answer.body.openapi).toBe('3.1.0');
    await database.close();
  });
});
