/** What was said and done, oldest first: letters in and out, notes of the desk, changes as the log has them. */
import type { TimelineItem } from '#contract/request-shapes.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { useUrlQuery } from '#web/lib/useUrlQuery.ts';
import { FilterChip } from '#web/ui/buttons/FilterChip.tsx';
import { useRequest } from '../useRequest.ts';
import { EventItem } from './EventItem.tsx';
import { MessageItem } from './MessageItem.tsx';
import { NoteItem } from './NoteItem.tsx';
import styles from './Timeline.module.css';
import { shownItems, TimelineUrl } from './timeline-query.ts';

export function Timeline() {
  const { t } = useT();
  const { timeline } = useRequest();
  const { query, setQuery } = useUrlQuery(TimelineUrl);
  const items = shownItems(timeline, query.only);
  return (
    <section aria-labelledby="timeline">
      <div className={styles.head}>
        <h2 id="timeline" className={styles.heading}>
          {t('request.timeline')}
        </h2>
        <span className={styles.filter}>
          <FilterChip
            label={t('request.only_messages')}
            on={query.only !== undefined}
            onClick={() => setQuery({ only: query.only ? null : 'messages' }, { replace: true })}
          />
        </span>
      </div>
      <ol className={styles.items}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <Moment at={item.at} />
            <Item item={item} />
          </li>
        ))}
      </ol>
      {items.length === 0 && <p className={styles.none}>{t('request.timeline_empty')}</p>}
    </section>
  );
}

function Item({ item }: { item: TimelineItem }) {
  if (item.kind === 'message') return <MessageItem item={item} />;
  return item.kind === 'note' ? <NoteItem item={item} /> : <EventItem item={item} />;
}

/** The year is said where it is another one. */
function Moment({ at }: { at: string }) {
  const { format } = useT();
  const thisYear = useToday().slice(0, 4) === format.dayOf(at).slice(0, 4);
  return (
    <time dateTime={at} title={format.exact(at)} className={styles.moment}>
      {thisYear ? format.shortMoment(at) : format.dateTime(at)}
    </time>
  );
}
