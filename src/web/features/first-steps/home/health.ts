/** The rows of the desk's health as data: the sentence of each finding, and where it is mended. */
import type { HealthCheck, HealthRow, HealthSays } from '#contract/health.ts';
import type { Action } from '#domain/access/actions.ts';
import type { Translator } from '#i18n/translate.ts';
import { paths } from '#web/app/paths.ts';
import type { IconName } from '#web/ui/text/Icon.tsx';

/** The page where a check is mended or looked at, and the right it asks for. */
export const HEALTH_PLACES = {
  database: { to: paths.settings('system'), right: 'settings.read' },
  storage: { to: paths.settings('system'), right: 'settings.read' },
  key: { to: paths.settings('system'), right: 'settings.read' },
  clock: { to: paths.audit(), right: 'audit.list' },
  log: { to: paths.audit(), right: 'audit.list' },
  backup: { to: paths.settings('system'), right: 'settings.read' },
  mail: { to: paths.settings('mail'), right: 'settings.read' },
  jobs: { to: paths.audit({ event: 'job.failed', when: 'month' }), right: 'audit.list' },
  calendar: { to: paths.settings('calendar'), right: 'settings.read' },
} as const satisfies Record<HealthCheck, { to: string; right: Action }>;

export const HEALTH_ICONS = {
  ok: 'tick',
  look: 'clock',
  fault: 'warning',
} as const satisfies Record<HealthRow['state'], IconName>;

type Words = (row: HealthRow, translator: Translator) => string;

const when = ({ at }: HealthRow, { format }: Translator) => (at === undefined ? '' : format.dateTime(at));
const count = ({ count: n = 0 }: HealthRow, { format }: Translator) => format.number(n);
const names = ({ names: given = [] }: HealthRow) => given.join(', ');
const jobs = ({ names: given = [] }: HealthRow, { label }: Translator) =>
  given.map((name) => label(`job.${name}`, name)).join(', ');

const SENTENCES = {
  database_embedded: (_, { t }) => t('health.says.database_embedded'),
  database_postgres: (_, { t }) => t('health.says.database_postgres'),
  storage_ok: (_, { t }) => t('health.says.storage_ok'),
  storage_low: (_, { t }) => t('health.says.storage_low'),
  key_right: (_, { t }) => t('health.says.key_right'),
  key_wrong: (_, { t }) => t('health.says.key_wrong'),
  clock_right: (row, words) => words.t('health.says.clock_right', { moment: when(row, words) }),
  clock_behind: (row, words) => words.t('health.says.clock_behind', { moment: when(row, words) }),
  log_sealed: (row, words) => words.t('health.says.log_sealed', { moment: when(row, words) }),
  log_late: (row, words) => words.t('health.says.log_late', { moment: when(row, words) }),
  log_unsealed: (_, { t }) => t('health.says.log_unsealed'),
  log_foreign: (_, { t }) => t('health.says.log_foreign'),
  log_unpublished: (_, { t }) => t('health.says.log_unpublished'),
  backup_made: (row, words) =>
    words.t('health.says.backup_made', { moment: when(row, words), count: count(row, words) }),
  backup_old: (row, words) => words.t('health.says.backup_old', { moment: when(row, words) }),
  backup_none: (_, { t }) => t('health.says.backup_none'),
  backup_elsewhere: (_, { t }) => t('health.says.backup_elsewhere'),
  mail_ready: (row, { t }) => t('health.says.mail_ready', { host: names(row) }),
  mail_late: (row, words) => words.t('health.says.mail_late', { host: names(row), count: count(row, words) }),
  mail_off: (_, { t }) => t('health.says.mail_off'),
  jobs_on_time: (row, words) => words.t('health.says.jobs_on_time', { count: count(row, words) }),
  jobs_failed: (row, words) => words.t('health.says.jobs_failed', { jobs: jobs(row, words) }),
  jobs_late: (row, words) => words.t('health.says.jobs_late', { jobs: jobs(row, words) }),
  calendar_confirmed: (row, { t }) => t('health.says.calendar_confirmed', { years: names(row) }),
  calendar_open: (row, { t }) => t('health.says.calendar_open', { years: names(row) }),
} as const satisfies Record<HealthSays, Words>;

export function healthSentence(row: HealthRow, translator: Translator): string {
  const words: Words = SENTENCES[row.says];
  return words(row, translator);
}

/** The gravest first; within a state in the order of the contract. */
const GRAVEST = ['fault', 'look', 'ok'] as const satisfies readonly HealthRow['state'][];

export function inOrder(rows: readonly HealthRow[]): readonly HealthRow[] {
  return GRAVEST.flatMap((state) => rows.filter((row) => row.state === state));
}

export function countOf(rows: readonly HealthRow[], state: HealthRow['state']): number {
  return rows.filter((row) => row.state === state).length;
}
