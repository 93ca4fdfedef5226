/** A list without rows says why: no request ever arrived, a filter hides them, or all work is done. */
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { paths } from '#web/app/paths.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { hasFilter, NO_FILTER, viewLink } from './list-query.ts';
import { useCounts, useListQuery } from './useList.ts';

export function InboxEmpty() {
  const { t, format } = useT();
  const { ever, open, nextDueOn, views } = useCounts();
  const { query, linkTo } = useListQuery();
  const setsUp = useCan('settings.change').ok;
  if (ever === 0)
    return (
      <EmptyState
        title={t('inbox.empty.never')}
        action={
          setsUp && (
            <Button component={Link} to={paths.firstSteps()}>
              {t('inbox.empty.first_steps')}
            </Button>
          )
        }
      >
        {t('inbox.empty.never_hint')}
      </EmptyState>
    );
  const hidden = views[query.view] ?? 0;
  if (hasFilter(query) && hidden > 0)
    return (
      <EmptyState
        title={t('state.filter_hides', { n: hidden })}
        action={
          <Button component={Link} to={linkTo(NO_FILTER)}>
            {t('inbox.filter.clear')}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      title={t(query.view === 'my_move' ? 'inbox.empty.my_move' : 'inbox.empty.view')}
      action={
        open > 0 &&
        query.view !== 'open' && (
          <Button component={Link} to={viewLink('open')}>
            {t('inbox.empty.show_open')}
          </Button>
        )
      }
    >
      {nextDueOn && t('inbox.empty.next', { when: format.weekdayDay(nextDueOn) })}
    </EmptyState>
  );
}
