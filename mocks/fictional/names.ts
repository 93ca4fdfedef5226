/**
 * Names of people who do not exist: surnames are composed of parts, and each given name is used once. No surname is
 * contained in another, so that a value found in an answer identifies one person.
 */
import type { Language } from '#domain/privacy/language.ts';
import type { Random } from './random.ts';

type Sex = 'female' | 'male';
type FullName = { surname: string; firstName: string; patronymic: string | null; sex: Sex };

const KK = {
  roots: 'Бозо Дәрме Сырлы Қарлы Тайлы Көкше Шоқты Аққо Ырғы Жүзді Өрлі Бұлғы Көне Мыңдо Нарты Үкілі'.split(
    ' ',
  ),
  ends: 'баев беков мырзаев сейітов ғазиев ханов құлов таев'.split(' '),
  female:
    'Айбибі Гүлшара Нұрбибі Жанару Қаракөз Ақерке Мейірім Данагөз Сәулегүл Аспара Ұлбике Қымбатай Торғынай Жібекжан Меруертай Шынарай Балжанат Гауһартас Зеренай Күнекей Лалагүл Маржангүл Наркескен Перизатай Раушанай Сымбатай Толғанай Үміткүл Фатимай Хадишай Шекербану Ырысбике Інжутас Әсемтай Бекзадай Ділдагүл Еңлікгүл Жұлдызай Зияшай Қарашаш Мөлдірай Нұрсұлуай Өріктас Пернегүл Салтанатай Тоқтабибі Ұлпанай Шарапатай Айжарық Ботакөз'.split(
      ' ',
    ),
  male: 'Ерболсын Нұрдәулетай Бексұлтан Жандосбек Дәуренбай Мейрамғали Алпамысхан Саятбек Тоғызтай Ұланғазы Қуанышәлі Темірғазы Арыстанбек Бәйтерек Ғаниетбек Досжанат Елдостан Жарасбай Зейнеғали Кенесхан Қаратілеу Мағзұмбек Нысанғали Ордабай Рәтбек Сүйінжан Тілепберген Үсенхан Шотбай Ырғызбай Әбішхан Байтілес Есмахан Жәдігерхан Игілікбай Көшенбек Қожатай Малдыбек Нақыпбек Өтесін Рысжан Сарымолда Тасқынбай Ұзақберген Шәріпхан Ысмағұлбек Ескелді Әмірқұл Бөлекбай Дәрібай'.split(
    ' ',
  ),
  fathers:
    'Қайырмерген Нұрмағанбет Төлеғұл Бейсенғали Әшімтай Мұсабай Сейілхан Қабдеш Оразмағұл Дүйсенжан Үмбетәлі Ақылтай'.split(
      ' ',
    ),
};
const RU = {
  roots: 'Бело Черно Ново Старо Злато Верхо Остро Тихо Светло Дубо'.split(' '),
  ends: 'лесов речкин камов бродов ветров холмин дольнев звонов зорин'.split(' '),
  female:
    'Аделаида Августа Валерия Вероника Галина Дарина Евдокия Жанетта Зинаида Инесса Капитолина Лариса Людмила Маргарита Надежда Нинель Октябрина Прасковья Регина Руфина Серафима Стефания Таисия Устинья Фаина Христина Элеонора Эвелина Юлиана Ядвига Авдотья Василиса Глафира Ефросинья Злата Клавдия Лукерья Милица Пелагея Тамара'.split(
      ' ',
    ),
  male: 'Аркадий Богдан Валентин Вениамин Виталий Всеволод Геннадий Герман Глеб Демьян Евстафий Захар Игнат Ипполит Казимир Кондрат Лаврентий Леонтий Лукьян Макар Мирон Мстислав Назар Никодим Остап Панкрат Платон Прохор Родион Савелий Самсон Святослав Тарас Тихон Ульян Фаддей Филарет Харитон Эраст Яромир'.split(
    ' ',
  ),
  fathers: 'Адам Богуслав Вальдемар Роман Модест Северин Феликс Эдмунд Спартак Рудольф Эммануил Авенир'.split(
    ' ',
  ),
};
const EN = {
  roots: 'Ash Bram Cold Dun Elder Fern Graven Hollo'.split(' '),
  ends: 'wick mere thorn fordham'.split(' '),
  female:
    'Tamsin Isolde Rosalind Verity Clemency Odette Philippa Winifred Ottoline Seraphina Marigold Drusilla Hermia Lavinia Perpetua'.split(
      ' ',
    ),
  male: 'Orlin Brannoc Thaddeus Lucian Ambrose Crispin Evander Fergus Leopold Percival Barnaby Cornelius Horatio Ignatius Septimus'.split(
    ' ',
  ),
  fathers: [] as string[],
};
const PARTS = { kk: KK, ru: RU, en: EN };

export type Names = {
  /** Returns the next name, sometimes with a patronymic; null when the language has no more. */
  next(language: Language): FullName | null;
};

export function namesFrom(random: Random): Names {
  const left = { kk: stock('kk', random), ru: stock('ru', random), en: stock('en', random) };
  return {
    next: (language) => {
      const { surnames, given, fathers } = left[language];
      const [surname, person] = [surnames.pop(), given.pop()];
      if (surname === undefined || person === undefined) return null;
      const { name, sex } = person;
      const father = random.chance(14) ? fathers.pop() : undefined;
      return {
        // Kazakh and Russian surnames of women end in а.
        surname: language === 'en' || sex === 'male' ? surname : `${surname}а`,
        firstName: name,
        patronymic: father === undefined ? null : `${father}${OF_FATHER[language][sex]}`,
        sex,
      };
    },
  };
}

const OF_FATHER = {
  kk: { male: 'ұлы', female: 'қызы' },
  ru: { male: 'ович', female: 'овна' },
  en: { male: '', female: '' },
} as const satisfies Record<Language, Record<Sex, string>>;

function stock(language: Language, random: Random) {
  const { roots, ends, female, male, fathers } = PARTS[language];
  const surnames = random.shuffled(roots.flatMap((root) => ends.map((end) => `${root}${end}`)));
  const given = random.shuffled([
    ...female.map((name) => ({ name, sex: 'female' as const })),
    ...male.map((name) => ({ name, sex: 'male' as const })),
  ]);
  return { surnames, given, fathers: random.shuffled(fathers) };
}
