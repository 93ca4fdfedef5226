/** Where in the list this page stands, and the way on. Back is the browser's own step back, so nothing is counted anew. */
import Button from '@mui/material/Button';
import { Link, useLocation, useNavigate } from 'react-router';
import { totalOf } from '#web/lib/list-total.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { nextPageLink } from './list-query.ts';
import styles from './Pager.module.css';
import { useCounts, useListPage, useListQuery } from './useList.ts';

export function Pager() {
  const { t, format } = useT();
  const { params, query, linkTo } = useListQuery();
  const page = useListPage().data;
  const { items, next } = page;
  const { views } = useCounts();
  const navigate = useNavigate();
  const cameByNext: unknown = useLocation().state?.cameByNext;
  const before = query.at ?? 0;
  if (items.length === 0 && before === 0) return null;
  const total = totalOf(page, query.view, views, before);
  const count = format.number(total.count);
  return (
    <nav className={styles.pager} aria-label={t('inbox.pages')}>
      <span className={styles.place}>
        {t('inbox.page', {
          from: format.number(before + 1),
          to: format.number(before + items.length),
          total: total.capped ? t('inbox.capped', { count }) : count,
        })}
      </span>
      {query.cursor !== undefined && (
        <>
          <Button component={Link} to={linkTo({ cursor: null })}>
            {t('inbox.page_first')}
          </Button>
          {cameByNext === true && (
            <Button startIcon={<Icon name="left" />} onClick={() => navigate(-1)}>
              {t('inbox.page_previous')}
            </Button>
          )}
        </>
      )}
      {next !== null && (
        <Button
          component={Link}
          to={nextPageLink(params, query, next, items.length)}
          state={{ cameByNext: true }}
          endIcon={<Icon name="right" />}
        >
          {t('inbox.page_next')}
        </Button>
      )}
    </nav>
  );
}
