/**
 * Gives the working calendar a row of its own in the settings, and an index that finds the open requests whose dates
 * were computed with other rules than today's.
 */
export const calendar = {
  id: '0010-calendar',
  sql: [
    `insert into setting (key, value, version, changed_at, changed_by)
      select 'calendar', json_build_object('confirmed', value::json -> 'calendar')::text, 1, changed_at, changed_by
      from setting where key = 'settings' and json_typeof(value::json -> 'calendar') = 'object'
      on conflict do nothing`,
    `create index request_rules on request (rule_version, id) where status <> 'closed'`,
  ],
  grants: (): readonly string[] => [],
} as const;
