/** Words for the intake (number of sites and valid secrets), and the order of secrets. */
import type { IntakeSource } from '#contract/settings.ts';
import type { Translator } from '#i18n/translate.ts';

export type Secret = IntakeSource['secrets'][number];

/** Valid secrets first, then revoked ones, each newest first. */
export function inOrder(secrets: readonly Secret[]): readonly Secret[] {
  const at = ({ createdAt }: Secret) => Temporal.Instant.from(createdAt).epochMilliseconds;
  return secrets.toSorted(
    (one, other) => Number(one.revokedAt !== null) - Number(other.revokedAt !== null) || at(other) - at(one),
  );
}

export function working(secrets: readonly Secret[]): readonly Secret[] {
  return secrets.filter(({ revokedAt }) => revokedAt === null);
}

export function intakeWords(sources: readonly IntakeSource[], { t, format }: Translator): string {
  if (sources.length === 0) return t('settings.intake.none');
  const secrets = working(sources.flatMap((source) => source.secrets)).length;
  return t('settings.intake.some', {
    sources: format.number(sources.length),
    secrets: format.number(secrets),
  });
}
