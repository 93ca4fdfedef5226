/** The parts of the settings that an administrator fills in; how a part is read, changed and kept follows from its row. */
import { z } from 'zod';
import { hostFault, isLoopback } from '#domain/network/host.ts';
import type { FaultCode } from './errors.ts';
import { line } from './wire.ts';
import { GivenPhone, Host, OwnAddress } from './working-values.ts';

export const Organisation = z.strictObject({
  nameKk: line(200, 1),
  nameRu: line(200, 1),
  nameEn: line(200, 1),
  bin: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
  representative: line(200),
  representativeEmail: OwnAddress(0),
  address: line(300),
  phone: GivenPhone(40),
  policyVersion: line(40, 1),
});

const Smtp = z.strictObject({
  host: Host,
  port: z.int().min(1).max(65_535),
  security: z.enum(['none', 'starttls', 'tls']),
  user: line(254),
  from: OwnAddress(1),
  fromName: line(100),
});

type Faults = Readonly<Record<string, FaultCode | null>>;

/** Faults of a mail server by field: where it may not be, and that only this machine may be spoken to without TLS. */
function smtpFaults({ host, security }: Readonly<Record<string, unknown>>): Faults {
  const fault = hostFault(String(host));
  return {
    host: fault === 'forbidden_host' ? fault : null,
    security: fault === null && security === 'none' && !isLoopback(String(host)) ? 'tls_required' : null,
  };
}

const SECRET_MAX = 500;

export type PartRow = {
  /** As a change brings it; `asKept` is the part as it is read. */
  schema: z.ZodObject;
  /**
   * What a change must meet besides the schema. What is stored is read without it, so that a rule of a later release does
   * not make stored settings unreadable.
   */
  faults: ((given: Readonly<Record<string, unknown>>) => Faults) | null;
  /** A text that is encrypted and never read back: readers learn as `<secret>Set` whether there is one. */
  secret: string | null;
  /** A secret that was not given again is deleted when one of these changes, because it was meant for another place. */
  secretFor: readonly string[];
  /** A change to null empties the part. */
  removable: boolean;
  /** The time of the last change is kept beside the part, as `<part>At`. */
  dated: boolean;
};

export const PARTS = {
  organisation: {
    schema: Organisation,
    faults: null,
    secret: null,
    secretFor: [],
    removable: false,
    dated: true,
  },
  // Null switches mail off.
  smtp: {
    schema: Smtp,
    faults: smtpFaults,
    secret: 'password',
    secretFor: ['host', 'port'],
    removable: true,
    dated: false,
  },
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
    (secret === null ? asKept(schema) : asKept(schema).extend({ [`${secret}Set`]: z.boolean() })).nullable(),
);

/** Each part as a change brings it; an absent secret keeps the one that is set. */
export const changedParts = shapeOf<{ [Name in Part]: Changed<(typeof PARTS)[Name]> }>(
  ({ schema, faults, secret, removable }) => {
    const whole =
      secret === null ? schema : schema.extend({ [secret]: z.string().max(SECRET_MAX).optional() });
    const given =
      faults === null
        ? whole
        : whole.superRefine((value, context) => {
            for (const [field, fault] of Object.entries(faults(value)))
              if (fault !== null)
                context.addIssue({ code: 'custom', path: [field], params: { fault }, input: value });
          });
    return (removable ? given.nullable() : given).optional();
  },
);

/**
 * The part as it is read: any text, because a value that was kept before its rule existed must stay readable, so that
 * it can be corrected.
 */
export function asKept(schema: z.ZodObject): z.ZodObject {
  const shape = Object.entries(schema.shape).map(([name, field]) => [
    name,
    field instanceof z.ZodString ? z.string() : field,
  ]);
  return z.strictObject(Object.fromEntries(shape) as z.core.$ZodShape);
}

function shapeOf<Shape extends Record<Part, z.ZodType>>(of: (row: PartRow) => z.ZodType): Shape {
  return Object.fromEntries(parts.map((part) => [part, of(PARTS[part])])) as Shape;
}
