/** Schemas that several endpoints share: ids, dates, guarded values, masked text, clean text, pages. */
import { z } from 'zod';
import type { Guarded } from '#domain/access/redact.ts';
import { roles } from '#domain/access/roles.ts';
import { signInAddress } from '#domain/access/sign-in-address.ts';
import { cleanLine, cleanText } from '#domain/privacy/clean-text.ts';
import { LANGUAGES } from '#domain/privacy/language.ts';

export const Id = z.uuid();
export const CivilDay = z.iso.date();
/** An instant. Digits beyond nanoseconds are cut, because Temporal does not parse them. */
export const InstantText = z.iso
  .datetime({ offset: true })
  .overwrite((given) => given.replace(/(\.\d{9})\d+/, '$1'));
export const Version = z.int().min(1);
export const RoleName = z.enum(roles);
/** The address that a member of staff signs in with, in its one spelling. */
export const StaffEmail = z.string().overwrite(signInAddress).check(z.email(), z.maxLength(254));
export const Language = z.enum(LANGUAGES);

/** NP-<year of recording>-<six or more digits>. */
export const Reference = z.string().regex(/^NP-\d{4}-\d{6,12}$/);
/** A request's id or its number. */
const RequestKey = z.union([Id, Reference]);
export const RequestParams = z.strictObject({ id: RequestKey });

/**
 * Free text, cleaned of what copying leaves behind. `min` counts after trimming, `max` in UTF-16 units after cleaning,
 * because a browser sends two characters for a line end that its form counts as one.
 */
export function text(max: number, min = 0): z.ZodString {
  return cleaned(cleanText, max, min);
}

/** As `text`, for a value of one line: line breaks and repeated spaces become single spaces. */
export function line(max: number, min = 0): z.ZodString {
  return cleaned(cleanLine, max, min);
}

function cleaned(clean: (given: string) => string, max: number, min: number): z.ZodString {
  return z
    .string()
    .overwrite(clean)
    .check(
      z.maxLength(max),
      z.refine((given: string) => min === 0 || given.trim() !== '', { params: { fault: 'required' } }),
      z.refine(
        (given: string) => {
          const { length } = given.trim();
          return length === 0 || length >= min;
        },
        { params: { fault: 'too_short', min } },
      ),
    );
}
export const Reason = text(1_000, 3);

/** `{shown:true,value}` or `{shown:false,hint}`; null without a value. */
export function guarded<T extends z.ZodType>(value: T): z.ZodType<Guarded<z.output<T>> | null> {
  return z.union([
    z.strictObject({ shown: z.literal(true), value }),
    z.strictObject({ shown: z.literal(false), hint: z.string().nullable() }),
    z.null(),
  ]) as z.ZodType<Guarded<z.output<T>> | null>;
}

/** Text with masked identifiers: the parts in order, with a mask in place of each identifier. */
export const MaskedText = z.strictObject({
  parts: z.array(
    z.union([z.strictObject({ text: z.string() }), z.strictObject({ masked: z.string(), kind: z.string() })]),
  ),
  hidden: z.int(),
});
export type MaskedText = z.output<typeof MaskedText>;

export const PersonName = z.strictObject({ id: Id, name: z.string() });

/** Several values of one filter, comma separated in the URL. */
export function anyOf<const T extends readonly [string, ...string[]] | readonly string[]>(values: T) {
  return z
    .string()
    .max(400)
    .transform((given) => given.split(',').filter((part) => part !== ''))
    .pipe(z.array(z.enum(values as unknown as readonly [string, ...string[]])).max(50))
    .transform((parts) => parts as unknown as readonly T[number][]);
}

export const Cursor = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9_-]+$/);
export const Limit = z.coerce.number().int().min(1).max(100);

/** A total that is exact up to the cap; `capped` is shown as "1 000+". */
export const Total = z.strictObject({ count: z.int(), capped: z.boolean() });

/** A page of items; `next` is the cursor of the next page, null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable(), total: Total });
}

export const Done = z.strictObject({ done: z.literal(true) });

/** What a person's own unfinished text is for. */
export const DraftKind = z.enum(['answer', 'note']);
export type DraftKind = z.output<typeof DraftKind>;
