/** Keyboard shortcuts of the inbox, beside those of every table; keys for a row act on the focused row. */
import { useNavigate } from 'react-router';
import type { Hotkey } from '#web/lib/hotkeys.ts';
import { OPENS_FIELD } from '#web/lib/typed-ahead.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import type { ListRow } from '#web/ui/request/request-row.ts';
import { viewLink } from './list-query.ts';
import { useCounts, useListQuery } from './useList.ts';
import type { News } from './useNews.ts';
import { useTake } from './useTake.ts';
import { viewsFor } from './views.ts';

type ListKeys = { rows: readonly ListRow[]; news: News; onWhy: (row: ListRow) => void };

export function useListKeys({ rows, news, onWhy }: ListKeys): void {
  const { t } = useT();
  const navigate = useNavigate();
  const notify = useSnackbar();
  const take = useTake(news.show);
  const { requestLink } = useListQuery();
  const views = viewsFor(useCounts().views);

  const onRow = (act: (row: ListRow) => unknown) => () => {
    const row = focusedRow(rows);
    return row && act(row);
  };
  const openAt = (place: string) =>
    onRow(({ reference }) => {
      navigate(`${requestLink(reference)}#${place}`);
      return OPENS_FIELD;
    });
  const explain = onRow((row) => {
    onWhy(row);
    return OPENS_FIELD;
  });
  const copy = onRow(async ({ reference }) => {
    await navigator.clipboard.writeText(reference);
    notify({ text: t('inbox.copied', { reference }) });
  });

  useHotkeys([
    { keys: 'KeyI', label: 'key.request.take', group: 'item', run: onRow(take) },
    { keys: 'KeyR', label: 'key.request.answer', group: 'item', run: openAt('reply') },
    { keys: 'KeyN', label: 'key.request.note', group: 'item', run: openAt('note') },
    { keys: 'KeyW', label: 'inbox.key.why', group: 'item', run: explain },
    { keys: 'Period', label: 'keys.copy_number', group: 'list', run: copy },
    { keys: 'Shift+KeyR', label: 'inbox.key.refresh', group: 'list', run: news.show },
    ...views.slice(0, 9).map(
      (view, index): Hotkey => ({
        keys: `Digit${index + 1}`,
        label: `view.${view}`,
        group: 'list',
        run: () => navigate(viewLink(view)),
      }),
    ),
  ]);
}

function focusedRow(rows: readonly ListRow[]): ListRow | undefined {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-row]');
  return row ? rows.find(({ id }) => id === row.dataset.row) : undefined;
}
