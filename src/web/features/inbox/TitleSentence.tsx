/** The title of the inbox: a sentence whose numbers link to the rows they count. */
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { T } from '#web/ui/text/T.tsx';
import { listLink } from './list-query.ts';
import styles from './TitleSentence.module.css';
import type { TitlePart } from './title-sentence.ts';

export function TitleSentence({ parts }: { parts: readonly TitlePart[] }) {
  return parts.map((part, index) => (
    <Fragment key={part.id}>
      {index > 0 && ' '}
      <Part part={part} />
    </Fragment>
  ));
}

function Part({ part }: { part: TitlePart }) {
  const { t, format } = useT();
  if (part.kind === 'plain') return t(part.id);
  const to = `/${listLink(new URLSearchParams(), part.filter)}`;
  const tone = part.kind === 'count' ? part.tone : undefined;
  const tags = { n: <CountLink to={to} {...(tone ? { tone } : {})} /> };
  return part.kind === 'count' ? (
    <T id={part.id} values={{ count: format.number(part.count) }} tags={tags} />
  ) : (
    <T id={part.id} values={{ when: format.weekdayDay(part.when) }} tags={tags} />
  );
}

type CountLinkProps = { to: string; tone?: 'late' | 'today'; children?: ReactNode };

/** Coloured only if the number is a reason for alarm. */
function CountLink({ to, tone, children }: CountLinkProps) {
  return (
    <Link to={to} className={classNames(styles.count, tone && styles[tone])}>
      {children}
    </Link>
  );
}
