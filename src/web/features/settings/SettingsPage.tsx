/** The settings, one section at a time; the section is in the URL. */
import type { QueryClient } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { listIntakeSources, readSettings } from '#contract/settings.ts';
import { holds } from '#domain/access/can.ts';
import { ApiError } from '#web/api/call.ts';
import { open } from '#web/api/query.ts';
import { paths } from '#web/app/paths.ts';
import { useCan, useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { ForbiddenState } from '#web/ui/states/ForbiddenState.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import styles from './Settings.module.css';
import { SECTIONS, sectionOf, sections } from './sections.tsx';

export const loader =
  (client: QueryClient) =>
  async ({ params }: LoaderFunctionArgs): Promise<null> => {
    const section = sectionOf(params.section);
    if (section === null) throw new Response(null, { status: 404 });
    await open(client, readSettings, {});
    if (section === 'intake') await open(client, listIntakeSources, {}).catch(toldByTheSection);
    return null;
  };

/**
 * A missing permission does not fail the page: the section shows which one is missing, and the others stay readable.
 */
function toldByTheSection(error: unknown): void {
  if (!(error instanceof ApiError) || error.problem.code !== 'forbidden') throw error;
}

export function Component() {
  const { t } = useT();
  const { roles } = useMe();
  const section = sectionOf(useParams().section) ?? 'organisation';
  const { action, View } = SECTIONS[section];
  const may = useCan(action).ok;
  const name = t(`settings.section.${section}`);
  return (
    <div className={styles.layout}>
      <nav className={styles.nav} aria-label={t('nav.settings')}>
        {sections
          .filter((each) => each === section || holds(roles, SECTIONS[each].action))
          .map((each) => (
            <Link key={each} to={paths.settings(each)} aria-current={each === section ? 'page' : undefined}>
              {t(`settings.section.${each}`)}
            </Link>
          ))}
      </nav>
      <div className={styles.section}>
        {may ? (
          <>
            <PageTitle tab={`${t('nav.settings')}: ${name}`}>{name}</PageTitle>
            {/* Each section keeps a form of its own. */}
            <View key={section} />
          </>
        ) : (
          <ForbiddenState action={action} />
        )}
      </div>
    </div>
  );
}
