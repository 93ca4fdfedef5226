/**
 * Pruning of the log: after its retention an event loses its body and keeps its leaf; only one function can do that.
 */

const SIGNATURE = 'prune_audit(uuid, text[], timestamptz, timestamptz, int)';

export const retention = {
  id: '0004-retention',
  sql: [
    // For each pruned body, the signed event that accounts for it.
    `create table audit_pruned (ix bigint primary key references audit_leaf, event_id uuid not null)`,

    // The trigger reads the call stack to allow changes by the prune function only; the owner's own statement is
    // refused.
    `create or replace function refuse_log_change() returns trigger language plpgsql as $$
      declare
        stack text;
      begin
        get diagnostics stack = pg_context;
        if (tg_table_name, tg_op) in (('audit_event', 'UPDATE'), ('audit_mention', 'DELETE'))
           and stack like '%prune_audit(%'
           and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid)
        then
          return null;
        end if;
        raise exception 'the log is append-only' using errcode = 'insufficient_privilege';
      end $$`,
    `create function refuse_rewording() returns trigger language plpgsql as $$
      begin
        if new.body is not null or to_jsonb(new) - 'body' <> to_jsonb(old) - 'body' then
          raise exception 'an event may lose its text and nothing else' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`,
    `create trigger audit_event_text_only before update on audit_event for each row execute function refuse_rewording()`,
    `create trigger audit_pruned_append_only before update or delete or truncate on audit_pruned for each statement execute function refuse_log_change()`,

    // Prunes only events under a signed checkpoint, and none of the year before its signature (less a day for lag),
    // regardless of the caller's arguments.
    `create function prune_audit(by_event uuid, codes text[], since timestamptz, before timestamptz, most int) returns setof bigint
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        signed bigint;
        signed_at timestamptz;
        pruned bigint[];
      begin
        select s.size, s.at into signed, signed_at from public.audit_signature s order by s.size desc limit 1;
        if signed is null then return; end if;
        if most not between 1 and 10000 or before > signed_at - interval '364 days' then
          raise exception 'that much, or that recent, is not pruned' using errcode = 'check_violation', constraint = 'audit_retention';
        end if;
        with due as (
          select e.id, l.ix
          from public.audit_event e join public.audit_leaf l on l.event_id = e.id
          where e.at >= since and e.at < before and e.code = any (codes) and e.code not in ('LG002', 'LG003')
            and e.body is not null and l.ix < signed
          order by e.at, e.seq limit most
        ), emptied as (
          update public.audit_event e set body = null from due where e.id = due.id returning due.ix
        )
        select array_agg(emptied.ix order by emptied.ix) into pruned from emptied;
        if pruned is null then return; end if;
        delete from public.audit_detail d using public.audit_leaf l where l.ix = any (pruned) and d.event_id = l.event_id;
        delete from public.audit_mention m where m.ix = any (pruned);
        insert into public.audit_pruned (ix, event_id) select p, by_event from unnest(pruned) p;
        return query select p from unnest(pruned) p;
      end $$`,
    `revoke all on function ${SIGNATURE} from public`,
  ],
  grants: (app: string): readonly string[] => [
    `revoke insert, update, delete, truncate on audit_pruned from ${app}`,
    `grant select on audit_pruned to ${app}`,
    `grant execute on function ${SIGNATURE} to ${app}`,
  ],
} as const;
