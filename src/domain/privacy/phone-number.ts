/**
 * Calling codes of the world with the number of digits that may follow them, and the forms in which numbers are written
 * in Kazakhstan. Lengths are those of libphonenumber's metadata (1.13.16), of numbers of 8 to 15 digits in all.
 */

/** `code:length` or `code:shortest-longest`, one line a zone. Zone 7 is read by its own forms below. */
const CODES: readonly string[] = [
  '1:10',
  '20:8-10 211:9 212:9 213:8-9 216:8 218:9 220:7-9 221:9 222:8 223:8 224:8-9 225:10 226:8 227:8 228:8 229:10 230:7-10 231:7-9 232:8 233:8-9 234:10-12 235:8 236:8 237:8-9 238:7 239:7 240:9 241:7-8 242:9 243:7-10 244:9 245:7-9 246:7 247:5-6 248:7 249:9 250:8-9 251:9 252:6-9 253:8 254:7-10 255:9 256:9 257:8 258:8-9 260:9 261:9 262:9 263:7-10 264:8-9 265:7-9 266:8 267:7-10 268:8-9 269:7 27:6-10 290:5 291:7 297:7 298:6 299:6',
  '30:10-12 31:6-11 32:8-9 33:9 34:9 350:8 351:9 352:5-11 353:7-10 354:7-9 355:6-9 356:8 357:8 358:5-12 359:6-12 36:8-9 370:8 371:8 372:7-10 373:8 374:8 375:6-11 376:6-9 377:8-9 378:8-10 380:9-10 381:6-12 382:8-9 383:8-12 385:7-9 386:5-8 387:8-9 389:8 39:6-12',
  '40:6-9 41:9-12 420:9-12 421:6-9 423:7-9 43:6-13 44:7-10 45:8 46:6-12 47:8 48:6-10 49:6-13',
  '500:5 501:7-11 502:8-11 503:7-11 504:8-11 505:8 506:8-10 507:7-11 508:6-9 509:8 51:8-9 52:10 53:6-10 54:10-11 55:8-11 56:9-11 57:8-11 58:10 590:9 591:8-9 592:7 593:8-11 594:9 595:6-11 596:9 597:6-7 598:5-12 599:7-8',
  '60:8-10 61:6-12 62:7-13 63:6-13 64:6-10 65:8-11 66:8-13 670:7-8 672:6 673:7 674:7 675:7-8 676:5-7 677:5-7 678:5-7 679:7-11 680:7 681:6-9 682:5 683:7 685:5-10 686:5-8 687:6 688:5-7 689:6-9 690:5-7 691:7 692:7',
  '81:8-13 82:6-13 84:7-10 850:8-10 852:5-11 853:7-8 855:8-10 856:8-10 86:7-12 880:6-10 886:7-11',
  '90:7-13 91:8-13 92:8-12 93:9 94:9 95:6-10 960:7-10 961:7-8 962:8-9 963:8-9 964:8-10 965:7-8 966:9-10 967:7-9 968:7-9 970:8-10 971:5-12 972:7-12 973:8 974:7-11 975:7-8 976:8-10 977:8-11 98:6-10 992:9 993:8 994:9 995:9 996:9-10 998:9',
];

type Lengths = { readonly least: number; readonly most: number };

const LENGTHS: ReadonlyMap<string, Lengths> = new Map(
  CODES.flatMap((zone) => zone.split(' ')).map((row) => {
    const [code = '', lengths = ''] = row.split(':');
    const [least = '', most = least] = lengths.split('-');
    return [code, { least: Number(least), most: Number(most) }];
  }),
);

/** Dialled before a calling code: 00 in most countries, 8~10 in this one. */
const ABROAD = /^(?:00|810)(?=[1-9]\d{7})/;
/** After a plus: +7, and +7 8 or +8 with the code of a mobile operator or of a town, which no other zone has. */
const ZONE_7 = /^(?:7(?=[3-9]\d{9}$)|(?:78|8)(?=7\d{9}$))(\d{10})$/;
/** Without one: eleven digits with 7 or 8, or the ten of the national number. */
const NATIONAL = /^[78]?([3-9]\d{9})$/;
/** Fewer digits without a plus are a number of this country, or none. */
const LEAST_UNSIGNED = 11;

/** The number in E.164 that these digits are; null if they are none. `signed`: a plus stands before them. */
export function phoneOf(written: string, signed: boolean): string | null {
  const digits = signed ? written : written.replace(ABROAD, '');
  const abroad = signed || digits !== written;
  const own = (abroad ? ZONE_7 : NATIONAL).exec(digits)?.[1];
  if (own !== undefined) return `+7${own}`;
  return (abroad || digits.length >= LEAST_UNSIGNED) && isForeign(digits) ? `+${digits}` : null;
}

function isForeign(digits: string): boolean {
  return [3, 2, 1].some((length) => {
    const lengths = LENGTHS.get(digits.slice(0, length));
    const rest = digits.length - length;
    return lengths !== undefined && rest >= lengths.least && rest <= lengths.most;
  });
}
