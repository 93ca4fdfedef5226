/** A change in one line: what, to what, by whom; its reason beneath, for those who may read reasons. */
import { useT } from '#web/lib/useT.ts';
import { MaskedText } from '#web/ui/request/MaskedText.tsx';
import { useRequest } from '../useRequest.ts';
import { type EventItemData, eventDetail, namesIn } from './event-detail.ts';
import styles from './Items.module.css';

export function EventItem({ item }: { item: EventItemData }) {
  const translator = useT();
  const { t } = translator;
  const detail = useRequest();
  const { event, by, reason } = item;
  const more = eventDetail(item, namesIn(detail), translator);
  const words =
    more === null ? t(`event.${event}`) : t('request.event_line', { event: t(`event.${event}`), more });
  return (
    <div className={styles.event}>
      {words}
      {by && ` · ${by.name}`}
      {reason?.shown && (
        <blockquote className={styles.reason}>
          <MaskedText text={reason.value} />
        </blockquote>
      )}
    </div>
  );
}
