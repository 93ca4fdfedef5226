import { expect, test } from 'vitest';
import { auditEventsDocument } from './audit-events-document.ts';

test('docs/audit-events.md says what the tables say; to write it anew: npx vitest run --project unit src/i18n/audit-events -u', async () => {
  await expect(auditEventsDocument()).toMatchFileSnapshot('../../docs/audit-events.md');
});
