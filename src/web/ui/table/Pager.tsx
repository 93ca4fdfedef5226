/**
 * The place in a paged list, and links to other pages. Back is a step back in the history, so nothing is counted again.
 */
import Button from '@mui/material/Button';
import { Link, useLocation, useNavigate } from 'react-router';
import { Icon } from '../text/Icon.tsx';
import styles from './Pager.module.css';

type PageLink = { to: string; label: string };
type PagerProps = {
  label: string;
  /** "101–200 of 3,000". */
  place: string;
  /** Back to the beginning; null on the first page. */
  first: PageLink | null;
  previous: string;
  /** Null on the last page. */
  next: PageLink | null;
};

export function Pager({ label, place, first, previous, next }: PagerProps) {
  const navigate = useNavigate();
  const cameByNext: unknown = useLocation().state?.cameByNext;
  return (
    <nav className={styles.pager} aria-label={label}>
      <span className={styles.place}>{place}</span>
      {first && (
        <>
          <Button component={Link} to={first.to}>
            {first.label}
          </Button>
          {cameByNext === true && (
            <Button startIcon={<Icon name="left" />} onClick={() => navigate(-1)}>
              {previous}
            </Button>
          )}
        </>
      )}
      {next && (
        <Button component={Link} to={next.to} state={{ cameByNext: true }} endIcon={<Icon name="right" />}>
          {next.label}
        </Button>
      )}
    </nav>
  );
}
