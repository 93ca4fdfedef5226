/** The parts of the settings that an administrator fills in; how a part is read, changed and kept follows from its row. */
import { z } from 'zod';
import { line } from './wire.ts';

export const Organisation = z.strictObject({
  nameKk: line(200, 1),
  nameRu: line(200, 1),
  nameEn: line(200, 1),
  bin: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
  representative: line(200),
  representativeEmail: z.union([z.email().max(254), z.literal('')]),
  address: line(300),
  phone: line(40),
  policyVersion: line(40, 1),
});

const Smtp = z.strictObject({
  host: line(253, 1),
  port: z.int().min(1).max(65_535),
  security: z.enum(['none', 'starttls', 'tls']),
  user: line(254),
  from: z.email().max(254),
  fromName: line(100),
});

const SECRET_MAX = 500;

export type PartRow = {
  schema: z.ZodObject;
  /** A text that is encrypted and never read back: readers learn as `<secret>Set` whether there is one. */
  secret: string | null;
  /** A change to null empties the part. */
  removable: boolean;
  /** The time of the last change is kept beside the part, as `<part>At`. */
  dated: boolean;
};

export const PARTS = {
  organisation: { schema: Organisation, secret: null, removable: false, dated: true },
  // Null switches mail off.
  smtp: { schema: Smtp, secret: 'password', removable: true, dated: false },
} as const satisfies Record<string, PartRow>;

export type Part = keyof typeof PARTS;
export const parts = Object.keys(PARTS) as readonly Part[];

type With<Schema extends z.ZodObject, More extends z.core.$ZodShape> = z.ZodObject<
  z.core.util.Extend<Schema['shape'], More>,
  z.core.$strict
>;
type Viewed<Row extends PartRow> = Row['secret'] extends string
  ? With<Row['schema'], Record<`${Row['secret']}Set`, z.ZodBoolean>>
  : Row['schema'];
type Given<Row extends PartRow> = Row['secret'] extends string
  ? With<Row['schema'], Record<Row['secret'], z.ZodOptional<z.ZodString>>>
  : Row['schema'];
type Changed<Row extends PartRow> = z.ZodOptional<
  Row['removable'] extends true ? z.ZodNullable<Given<Row>> : Given<Row>
>;

/** Each part as it is read; null where it was never filled in. */
export const viewedParts = shapeOf<{ [Name in Part]: z.ZodNullable<Viewed<(typeof PARTS)[Name]>> }>(
  ({ schema, secret }) =>
    (secret === null ? schema : schema.extend({ [`${secret}Set`]: z.boolean() })).nullable(),
);

/** Each part as a change brings it; an absent secret keeps the one that is set. */
export const changedParts = shapeOf<{ [Name in Part]: Changed<(typeof PARTS)[Name]> }>(
  ({ schema, secret, removable }) => {
    const given =
      secret === null ? schema : schema.extend({ [secret]: z.string().max(SECRET_MAX).optional() });
    return (removable ? given.nullable() : given).optional();
  },
);

function shapeOf<Shape extends Record<Part, z.ZodType>>(of: (row: PartRow) => z.ZodType): Shape {
  return Object.fromEntries(parts.map((part) => [part, of(PARTS[part])])) as Shape;
}
