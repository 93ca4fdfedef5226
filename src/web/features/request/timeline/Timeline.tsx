/** Letters, internal notes and logged changes of a request, oldest first. Its filter is in the URL. */
import { z } from 'zod';
import type { TimelineItem } from '#contract/request-shapes.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { useUrlQuery } from '#web/lib/useUrlQuery.ts';
import { FilterChip } from '#web/ui/buttons/FilterChip.tsx';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { MaskedText } from '#web/ui/request/MaskedText.tsx';
import { useRequest } from '../useRequest.ts';
import { type EventItemData, eventDetail, namesIn } from './event-detail.ts';
import itemStyles from './Items.module.css';
import { MessageItem } from './MessageItem.tsx';
import styles from './Timeline.module.css';

const TimelineUrl = z.object({ only: z.enum(['messages']).optional() });

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

/** The year is shown only if it is not the current one. */
function Moment({ at }: { at: string }) {
  const { format } = useT();
  const thisYear = useToday().slice(0, 4) === format.dayOf(at).slice(0, 4);
  return (
    <time dateTime={at} title={format.exact(at)} className={styles.moment}>
      {thisYear ? format.shortMoment(at) : format.dateTime(at)}
    </time>
  );
}

type NoteItemData = Extract<TimelineItem, { kind: 'note' }>;

/** Styled unlike a letter, because it is internal and never sent. */
function NoteItem({ item: { note, by, text } }: { item: NoteItemData }) {
  const { t } = useT();
  return (
    <article className={itemStyles.note}>
      <header className={itemStyles.about}>
        <span>{[t(`note.${note}`), by?.name].filter(Boolean).join(' · ')}</span>
      </header>
      <div className={itemStyles.text}>
        <Guarded value={text}>{(given) => <MaskedText text={given} />}</Guarded>
      </div>
    </article>
  );
}

/** A change in one line: event, details, person; below it the reason, for viewers who may read it. */
function EventItem({ item }: { item: EventItemData }) {
  const translator = useT();
  const { t } = translator;
  const detail = useRequest();
  const { event, by, reason } = item;
  const more = eventDetail(item, namesIn(detail), translator);
  const words =
    more === null ? t(`event.${event}`) : t('request.event_line', { event: t(`event.${event}`), more });
  return (
    <div className={itemStyles.event}>
      {words}
      {by && ` · ${by.name}`}
      {reason?.shown && (
        <blockquote className={itemStyles.reason}>
          <MaskedText text={reason.value} />
        </blockquote>
      )}
    </div>
  );
}

/** Events not listed, because the letter they belong to is in the timeline itself. */
const TOLD_BY_LETTER: readonly AuditEvent[] = ['intake.received', 'mail.sent'];

function shownItems(
  timeline: readonly TimelineItem[],
  only: 'messages' | undefined,
): readonly TimelineItem[] {
  return timeline.filter((item) => {
    if (only) return item.kind === 'message';
    return item.kind !== 'event' || !TOLD_BY_LETTER.includes(item.event);
  });
}
