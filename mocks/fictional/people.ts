/** Applicants and their devices. Every value is unique, so that tests can search for it. */
import type { Language } from '#domain/privacy/language.ts';
import type { Names } from './names.ts';
import type { Numbers } from './numbers.ts';
import type { Random } from './random.ts';

export type Applicant = {
  surname?: string;
  firstName?: string;
  patronymic?: string;
  email?: string;
  phone?: string;
};
export type Machine = {
  device: { os: string; model: string };
  network: { ip: string; connectionPoint: string };
};

type Sources = { random: Random; names: Names; numbers: Numbers };

/** Returns an applicant. Most have a name and one way to reply; 4 % have nothing. */
export function applicantFrom({ random, names, numbers }: Sources, language: Language): Applicant {
  if (random.chance(4)) return {};
  const name = random.chance(93) ? names.next(language) : null;
  const [byMail, byPhone] = random.pick([
    [true, false],
    [true, false],
    [true, true],
    [false, true],
  ]);
  return {
    ...(name ? { surname: name.surname, firstName: name.firstName } : {}),
    ...(name?.patronymic ? { patronymic: name.patronymic } : {}),
    ...(byMail ? { email: emailOf({ random, numbers }, name) } : {}),
    ...(byPhone ? { phone: numbers.phone() } : {}),
  };
}

/** Returns a unique address at a reserved domain, so that no mail can reach anyone (RFC 2606). */
export function emailOf(
  { random, numbers }: Pick<Sources, 'random' | 'numbers'>,
  name: { surname: string; firstName: string } | null,
): string {
  const local = name
    ? `${latin(name.firstName)}.${latin(name.surname)}`
    : `${numbers.marked(random.pick(['jolaushy', 'gost', 'reader']))}`;
  return `${local}@${random.pick(['poshta.example', 'hat.example', 'mail.example', 'kelisim.example'])}`;
}

/** Returns the device and network that the site sends, each with a unique number. */
export function machineFrom({ random, numbers }: Pick<Sources, 'random' | 'numbers'>): Machine {
  const [os, model] = random.pick([
    ['Android 15', 'Tulpar S12'],
    ['Android 16', 'Tulpar Max'],
    ['Android 14', 'Fable Note 9'],
    ['iOS 19.2', 'iPhone'],
    ['Windows 11', 'Firefox 141'],
  ]);
  return {
    device: { os: `${os}, ${numbers.marked('OS')}`, model: `${model} ${numbers.marked('SN')}` },
    network: {
      ip: numbers.ip(),
      connectionPoint: `${random.pick(['Almaty', 'Astana', 'Shymkent', 'Aktobe'])}, ${numbers.marked('AP')}`,
    },
  };
}

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a ә:a б:b в:v г:g ғ:g д:d е:e ё:e ж:zh з:z и:i й:i к:k қ:q л:l м:m н:n ң:n о:o ө:o п:p р:r с:s т:t у:u ұ:u ү:u ф:f х:h һ:h ц:ts ч:ch ш:sh щ:sh ъ: ы:y і:i ь: э:e ю:yu я:ya'
    .split(' ')
    .map((pair) => pair.split(':')),
);

function latin(name: string): string {
  return [...name.toLowerCase()].map((letter) => LATIN[letter] ?? letter).join('');
}
