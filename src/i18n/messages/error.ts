/** What the server refused and what a field lacks: plain causes, no blame. */
import type { Area } from '../message.ts';

const problem = {
  'error.bad_request': {
    kk: 'Сұрау қате құрылған.',
    ru: 'Запрос составлен неверно.',
    en: 'The request was malformed.',
  },
  'error.invalid': {
    kk: 'Белгіленген өрістерді түзетіңіз.',
    ru: 'Исправьте отмеченные поля.',
    en: 'Correct the marked fields.',
  },
  'error.not_signed_in': { kk: 'Алдымен кіріңіз.', ru: 'Сначала войдите.', en: 'Sign in first.' },
  'error.sign_in_failed': {
    kk: 'Логин немесе құпиясөз сәйкес келмеді.',
    ru: 'Логин или пароль не подошли.',
    en: 'The login or the password did not match.',
  },
  'error.session_expired': {
    kk: 'Сеанс мерзімі аяқталды.',
    ru: 'Сеанс истёк.',
    en: 'The session has expired.',
  },
  'error.forbidden': {
    kk: 'Бұл әрекетке құқығыңыз жоқ.',
    ru: 'У вас нет права на это действие.',
    en: 'You do not have the right to do this.',
  },
  'error.not_found': { kk: 'Табылмады.', ru: 'Не найдено.', en: 'Not found.' },
  'error.conflict': {
    kk: 'Қазіргі күйде бұл мүмкін емес.',
    ru: 'В текущем состоянии это невозможно.',
    en: 'Not possible in the current state.',
  },
  'error.stale_version': {
    kk: 'Осы уақыт ішінде басқа адам өзгертті. Жазғаныңыз сақталды.',
    ru: 'За это время другой человек внёс изменения. Написанное сохранено.',
    en: 'Somebody else changed it meanwhile. What you wrote is kept.',
  },
  'error.too_large': { kk: 'Көлемі тым үлкен.', ru: 'Слишком большой объём.', en: 'Too large.' },
  'error.rate_limited': {
    kk: '{n, plural, one {# секундтан кейін қайталаңыз} other {# секундтан кейін қайталаңыз}}.',
    ru: '{n, plural, one {Повторите через # секунду} few {Повторите через # секунды} many {Повторите через # секунд} other {Повторите через # секунды}}.',
    en: '{n, plural, one {Try again in # second} other {Try again in # seconds}}.',
  },
  'error.field_not_filterable': {
    kk: 'Бұл өріс бойынша сүзуге болмайды.',
    ru: 'По этому полю фильтровать нельзя.',
    en: 'This field cannot be filtered by.',
  },
  'error.log_unavailable': {
    kk: 'Аудит журналына жазу мүмкін емес, сондықтан деректер көрсетілмейді.',
    ru: 'Журнал аудита недоступен, поэтому данные не показываются.',
    en: 'The audit log cannot be written, so no data are shown.',
  },
  'error.unavailable': {
    kk: 'Қызмет уақытша қолжетімсіз.',
    ru: 'Сервис временно недоступен.',
    en: 'The service is not available at the moment.',
  },
  'error.internal': {
    kk: 'Серверде қате болды.',
    ru: 'Ошибка на сервере.',
    en: 'Something failed on the server.',
  },
  'error.offline': {
    kk: 'Серверге қосылу мүмкін болмады.',
    ru: 'Не удалось связаться с сервером.',
    en: 'The server could not be reached.',
  },
} as const satisfies Area;

const field = {
  'issue.required': { kk: 'Толтырыңыз.', ru: 'Заполните.', en: 'Fill this in.' },
  'issue.too_long': {
    kk: '{max, plural, one {# таңбадан аспауы тиіс} other {# таңбадан аспауы тиіс}}.',
    ru: '{max, plural, one {Не больше # символа} few {Не больше # символов} many {Не больше # символов} other {Не больше # символа}}.',
    en: '{max, plural, one {At most # character} other {At most # characters}}.',
  },
  'issue.too_short': {
    kk: '{min, plural, one {Кемінде # таңба} other {Кемінде # таңба}}.',
    ru: '{min, plural, one {Не меньше # символа} few {Не меньше # символов} many {Не меньше # символов} other {Не меньше # символа}}.',
    en: '{min, plural, one {At least # character} other {At least # characters}}.',
  },
  'issue.invalid': { kk: 'Мәні дұрыс емес.', ru: 'Неверное значение.', en: 'Not a valid value.' },
  'issue.invalid_email': {
    kk: 'Пошта мекенжайы дұрыс емес.',
    ru: 'Неверный адрес почты.',
    en: 'Not a valid e-mail address.',
  },
  'issue.in_future': {
    kk: 'Бұл уақыт әлі келген жоқ.',
    ru: 'Это время ещё не наступило.',
    en: 'This time is in the future.',
  },
  'issue.bad_characters': {
    kk: 'Мәтінде рұқсат етілмеген таңбалар бар.',
    ru: 'В тексте есть недопустимые символы.',
    en: 'The text contains characters that are not allowed.',
  },
  'issue.unknown_field': { kk: 'Мұндай өріс жоқ.', ru: 'Такого поля нет.', en: 'There is no such field.' },
} as const satisfies Area;

export const error = { ...problem, ...field };
