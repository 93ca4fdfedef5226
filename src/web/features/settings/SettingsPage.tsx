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
import { CalendarSection } from './CalendarSection.tsx';
import { IntakeSection } from './IntakeSection.tsx';
import { MailSection } from './MailSection.tsx';
import { OrganisationSection } from './OrganisationSection.tsx';
import styles from './Settings.module.css';
import { SystemSection } from './SystemSection.tsx';
import { SECTIONS, type Section, sectionOf, sections } from './sections.ts';

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

const VIEWS = {
  organisation: OrganisationSection,
  mail: MailSection,
  calendar: CalendarSection,
  intake: IntakeSection,
  system: SystemSection,
} as const satisfies Record<Section, () => React.ReactNode>;

export function Component() {
  const { t } = useT();
  const { roles } = useMe();
  const section = sectionOf(useParams().section) ?? 'organisation';
  const may = useCan(SECTIONS[section]).ok;
  const View = VIEWS[section];
  const name = t(`settings.section.${section}`);
  return (
    <div className={styles.layout}>
      <nav className={styles.nav} aria-label={t('nav.settings')}>
        {sections
          .filter((each) => each === section || holds(roles, SECTIONS[each]))
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
          <ForbiddenState action={SECTIONS[section]} />
        )}
      </div>
    </div>
  );
}
