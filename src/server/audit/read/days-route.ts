/** The picture of the log by day; counting it is a reading of it and is written down like any other. */
import { countAuditDays } from '#contract/audit-days.ts';
import { readableEvents } from '#domain/audit/audience.ts';
import { type Route, route } from '#server/http/serve.ts';
import { daysOfLog } from './days.ts';
import { namesOf, objectNamed } from './filter-input.ts';

export const daysRoute: Route = route(countAuditDays, async ({ tx, actor, input, now }) => {
  const { object, ...plain } = input.query;
  const about = object === undefined ? undefined : await objectNamed(tx, object);
  const body = await daysOfLog(tx, { ...plain, object: about }, readableEvents(actor), now);
  const count = body.days.reduce((sum, day) => sum + day.count, 0);
  return {
    body,
    facts: [{ event: 'audit.counted', count, data: { filters: namesOf(input.query) } }],
  };
});
