/**
 * Says of each letter when it arrived and on which approved decision it rests, because a request that becomes a right, or
 * ceases to be one, has its answer derived anew from its letters.
 */
export const reasonedAnswers = {
  id: '0017-reasoned-answers',
  sql: [
    `alter table message add column arrived_at timestamptz, add column decision_id uuid references decision`,
    `update message set arrived_at = at where state = 'outside'`,
    // When a letter arrived stood only in the log. The text is not read as JSON: a damaged one would stop the migration.
    `update message m set arrived_at = e.at from audit_event e
      where m.state = 'sent' and e.object_ref = m.request_id::text and e.code = 'ML001'
        and position('"messageId":"' || m.id || '"' in e.body) > 0`,
    // Events of past retention have no body. No letter of theirs arrived before the first answer of its request did.
    `update message m set arrived_at = greatest(m.at, r.answered_at) from request r
      where r.id = m.request_id and m.state = 'sent' and m.arrived_at is null`,
    `update message m set decision_id = d.id from decision d
      where m.direction = 'out' and d.request_id = m.request_id
        and d.approved_at <= m.recorded_at and (d.ended_at is null or d.ended_at >= m.recorded_at)`,
  ],
  grants: (): readonly string[] => [],
} as const;
