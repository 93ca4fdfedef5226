/**
 * Gives letters to the applicant a kind, because only the reasoned answer meets the promise, and requests the state of an
 * answer that has not met it. Every letter written before this step was sent as the answer.
 */
export const letterKinds = {
  id: '0009-letter-kinds',
  sql: [
    `alter table message add column kind text`,
    `update message set kind = 'answer' where direction = 'out'`,
    `alter table message add constraint message_kind check ((direction = 'out') = (kind is not null))`,
    `alter table request add column answer_state text`,
    `update request r set answer_state = case when l.state in ('queued', 'sending') then 'on_its_way' else l.state end
      from (select distinct on (request_id) request_id, state from message where direction = 'out'
        order by request_id, recorded_at desc, id desc) l
      where l.request_id = r.id and r.answered_at is null and l.state in ('queued', 'sending', 'unknown', 'refused')`,
  ],
  grants: (): readonly string[] => [],
} as const;
