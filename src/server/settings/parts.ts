/** The parts of the settings as they are kept: changed by a request, shown to a reader, with their secrets encrypted. */
import { z } from 'zod';
import type { InputOf } from '#contract/endpoint.ts';
import type { changeSettings, Settings } from '#contract/settings.ts';
import { asKept, PARTS, type Part, type PartRow, parts } from '#contract/settings-parts.ts';
import { fromBase64, toBase64 } from '#domain/bytes/base64.ts';
import type { Vault } from '#server/vault/vault.ts';

/** Each part under its name, null where it was never filled in; a secret as the base64 of its ciphertext. */
export type KeptParts = { [Name in Part]: Kept<(typeof PARTS)[Name]> | null } & {
  [Name in Part as (typeof PARTS)[Name]['dated'] extends true ? `${Name}At` : never]: string | null;
};
type Kept<Row extends PartRow> = z.output<Row['schema']> &
  (Row['secret'] extends string ? Record<Row['secret'], string | null> : unknown);
type Values = Readonly<Record<string, unknown>>;

/** Reads what is kept; a field that a later release no longer knows is left out. */
export const keptShape: z.core.$ZodShape = Object.fromEntries(
  parts.flatMap((part) => {
    const { schema, secret, dated }: PartRow = PARTS[part];
    const kept = z.object({
      ...asKept(schema).shape,
      ...(secret === null ? {} : { [secret]: z.string().nullable() }),
    });
    return [
      [part, kept.nullable().default(null)],
      ...(dated ? [[dateOf(part), z.string().nullable().default(null)] as const] : []),
    ];
  }),
);

/** The parts that a change names, as they are kept from now on. */
export function keptChanges(
  body: InputOf<typeof changeSettings>['body'],
  before: KeptParts,
  { vault, now }: { vault: Vault; now: Temporal.Instant },
): Partial<KeptParts> {
  return Object.fromEntries(
    parts.flatMap((part): [string, unknown][] => {
      const given = body[part];
      if (given === undefined) return [];
      const kept = given === null ? null : withSecretEncrypted(part, given, before[part], vault);
      return [
        [part, kept],
        ...(PARTS[part].dated ? [[dateOf(part), now.toString()] as [string, unknown]] : []),
      ];
    }),
  );
}

/** Every part for a reader: of a secret only whether there is one. */
export function partsView(kept: KeptParts): Pick<Settings, Part> {
  return Object.fromEntries(parts.map((part) => [part, viewOf(part, kept[part])])) as Pick<Settings, Part>;
}

/** The secret of a part, decrypted; empty where none is set. */
export function decryptSecret(vault: Vault, part: Part, kept: string | null): string {
  const encrypted = kept === null ? null : fromBase64(kept);
  return encrypted ? vault.decryptForOrganisation(part, encrypted, placeOf(part)) : '';
}

function viewOf(part: Part, kept: Values | null): Values | null {
  const { secret }: PartRow = PARTS[part];
  if (kept === null || secret === null) return kept;
  const { [secret]: encrypted, ...open } = kept;
  return { ...open, [`${secret}Set`]: encrypted !== null };
}

function withSecretEncrypted(part: Part, given: Values, before: Values | null, vault: Vault): Values {
  const { secret, secretFor }: PartRow = PARTS[part];
  if (secret === null) return given;
  const { [secret]: text, ...open } = given;
  if (text === undefined) {
    const isForSame = secretFor.every((field) => before?.[field] === open[field]);
    return { ...open, [secret]: isForSame ? (before?.[secret] ?? null) : null };
  }
  return { ...open, [secret]: encryptSecret(vault, part, String(text)) };
}

function encryptSecret(vault: Vault, part: Part, text: string): string | null {
  return text === '' ? null : toBase64(vault.encryptForOrganisation(part, text, placeOf(part)));
}

function placeOf(part: Part) {
  return { row: 'settings', field: `${part}.${PARTS[part].secret}` };
}

function dateOf<Name extends Part>(part: Name): `${Name}At` {
  return `${part}At`;
}
