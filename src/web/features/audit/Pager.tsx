/** Where in the log this page stands, and the way on. Back is the browser's own step back. */
import Button from '@mui/material/Button';
import { Link, useLocation, useNavigate } from 'react-router';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/Icon.tsx';
import styles from './Audit.module.css';
import { nextPageLink } from './audit-query.ts';
import { totalWords } from './filter-words.ts';
import { useAuditPage, useAuditQuery } from './useAudit.ts';

export function Pager() {
  const words = useT();
  const { t, format } = words;
  const { params, query, filterTo } = useAuditQuery();
  const { items, next, total } = useAuditPage().data;
  const navigate = useNavigate();
  const cameByNext: unknown = useLocation().state?.cameByNext;
  const before = query.at ?? 0;
  if (items.length === 0 && before === 0) return null;
  return (
    <nav className={styles.pager} aria-label={t('audit.pages')}>
      <span className={styles.place}>
        {t('audit.page', {
          from: format.number(before + 1),
          to: format.number(before + items.length),
          total: totalWords(total, words),
        })}
      </span>
      {query.cursor !== undefined && (
        <>
          <Button component={Link} to={filterTo({ cursor: null })}>
            {t('audit.page_newest')}
          </Button>
          {cameByNext === true && (
            <Button startIcon={<Icon name="left" />} onClick={() => navigate(-1)}>
              {t('audit.page_newer')}
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
          {t('audit.page_older')}
        </Button>
      )}
    </nav>
  );
}
