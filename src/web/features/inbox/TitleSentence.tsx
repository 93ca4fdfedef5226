/** The title's parts as a sentence whose numbers are links. */
import { Fragment } from 'react';
import { useT } from '#web/lib/useT.ts';
import { CountLink } from '#web/ui/table/CountLink.tsx';
import { T } from '#web/ui/text/T.tsx';
import { listLink } from './list-query.ts';
import type { TitlePart } from './title-sentence.ts';

type TitleSentenceProps = {
  parts: readonly TitlePart[];
  /** False for those who may see how many, but not which. */
  links?: boolean;
};

export function TitleSentence({ parts, links = true }: TitleSentenceProps) {
  return parts.map((part, index) => (
    <Fragment key={part.id}>
      {index > 0 && ' '}
      <Part part={part} links={links} />
    </Fragment>
  ));
}

function Part({ part, links }: { part: TitlePart; links: boolean }) {
  const { t, format } = useT();
  if (part.kind === 'plain') return t(part.id);
  const to = `/${listLink(new URLSearchParams(), part.filter)}`;
  const tone = part.kind === 'count' ? part.tone : undefined;
  const tags = { n: links ? <CountLink to={to} {...(tone ? { tone } : {})} /> : <b /> };
  return part.kind === 'count' ? (
    <T id={part.id} values={{ count: format.number(part.count) }} tags={tags} />
  ) : (
    <T id={part.id} values={{ when: format.weekdayDay(part.when) }} tags={tags} />
  );
}
