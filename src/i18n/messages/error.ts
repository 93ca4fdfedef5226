/** Texts of the server's errors and of field faults: the cause, without blaming the reader. */
import type { ErrorCode, FaultCode } from '#contract/errors.ts';
import type { Area, Labels } from '../message.ts';

const problem = {
  'error.validation_failed': {
    kk: 'Белгіленген өрістерді түзетіңіз.',
    ru: 'Исправьте отмеченные поля.',
    en: 'Correct the marked fields.',
  },
  'error.malformed_json': {
    kk: 'Сұрау қате құрылған.',
    ru: 'Запрос составлен неверно.',
    en: 'The call was malformed.',
  },
  'error.unknown_field': {
    kk: 'Сұрауда белгісіз өріс бар.',
    ru: 'В запросе есть неизвестное поле.',
    en: 'The call has an unknown field.',
  },
  'error.bad_cursor': {
    kk: 'Тізімнің бұл беті ескірген. Тізімді басынан ашыңыз.',
    ru: 'Эта страница списка устарела. Откройте список сначала.',
    en: 'This page of the list is out of date. Open the list from the start.',
  },
  'error.field_not_filterable': {
    kk: 'Бұл өріс бойынша сүзуге болмайды.',
    ru: 'По этому полю фильтровать нельзя.',
    en: 'This field cannot be filtered by.',
  },
  'error.unauthenticated': { kk: 'Алдымен кіріңіз.', ru: 'Сначала войдите.', en: 'Sign in first.' },
  'error.bad_credentials': {
    kk: 'Электрондық пошта немесе құпиясөз сәйкес келмеді.',
    ru: 'Эл. почта или пароль не подошли.',
    en: 'The e-mail or the password did not match.',
  },
  'error.bad_signature': {
    kk: 'Қолтаңба дұрыс емес.',
    ru: 'Подпись неверна.',
    en: 'The signature is not valid.',
  },
  'error.link_invalid': {
    kk: 'Сілтеменің мерзімі өткен немесе ол бұрын қолданылған. Жаңасын сұраңыз.',
    ru: 'Ссылка истекла или уже использована. Попросите новую.',
    en: 'The link has expired or has been used. Ask for a new one.',
  },
  'error.forbidden': {
    kk: 'Бұл әрекетке құқығыңыз жоқ.',
    ru: 'У вас нет права на это действие.',
    en: 'You do not have the right to do this.',
  },
  'error.cross_site': {
    kk: 'Сұрау басқа сайттан келді, сондықтан қабылданбады.',
    ru: 'Запрос пришёл с другого сайта и не принят.',
    en: 'The call came from another site and was not accepted.',
  },
  'error.not_found': { kk: 'Табылмады.', ru: 'Не найдено.', en: 'Not found.' },
  'error.method_not_allowed': {
    kk: 'Бұл әдіс қолданылмайды.',
    ru: 'Этот метод не поддерживается.',
    en: 'This method is not supported.',
  },
  'error.conflict': {
    kk: 'Қазіргі күйде бұл мүмкін емес.',
    ru: 'В текущем состоянии это невозможно.',
    en: 'Not possible in the current state.',
  },
  'error.replayed_with_other_body': {
    kk: 'Осы нөмірмен басқа мазмұн бұрын түскен.',
    ru: 'С этим номером уже поступило другое содержание.',
    en: 'Other content has already arrived under this id.',
  },
  'error.in_flight': {
    kk: 'Бұл әрекет қазір орындалып жатыр.',
    ru: 'Это действие уже выполняется.',
    en: 'This is already being done.',
  },
  'error.stale_version': {
    kk: 'Осы арада жазбаны басқа адам өзгертті. Жазғаныңыз сақталды.',
    ru: 'За это время другой человек внёс изменения. Написанное сохранено.',
    en: 'Somebody else changed it meanwhile. What you wrote is kept.',
  },
  'error.too_large': { kk: 'Көлемі тым үлкен.', ru: 'Слишком большой объём.', en: 'Too large.' },
  'error.incomplete_body': {
    kk: 'Жіберілген деректер толық жетпеді. Қайталап жіберіңіз.',
    ru: 'Данные дошли не полностью. Отправьте ещё раз.',
    en: 'Not everything that was sent arrived. Send it again.',
  },
  'error.unsupported_media_type': {
    kk: 'Бұл пішім қабылданбайды.',
    ru: 'Этот формат не принимается.',
    en: 'This format is not accepted.',
  },
  'error.idempotency_mismatch': {
    kk: 'Осы кілтпен басқа сұрау жіберілген.',
    ru: 'С этим ключом отправлен другой запрос.',
    en: 'Another call was sent with this key.',
  },
  'error.not_possible': {
    kk: 'Бұл мәліметтермен мүмкін емес.',
    ru: 'С такими данными это невозможно.',
    en: 'Not possible with these data.',
  },
  'error.precondition_required': {
    kk: 'Алдымен жазбаның соңғы нұсқасын ашыңыз.',
    ru: 'Сначала откройте последнюю версию записи.',
    en: 'Open the latest version of the record first.',
  },
  'error.too_many_requests': {
    kk: 'Тым көп әрекет. Сәл күтіңіз.',
    ru: 'Слишком много попыток. Подождите немного.',
    en: 'Too many attempts. Wait a little.',
  },
  'error.internal': {
    kk: 'Серверде қате болды.',
    ru: 'Ошибка на сервере.',
    en: 'Something failed on the server.',
  },
  'error.unavailable': {
    kk: 'Қызмет уақытша қолжетімсіз.',
    ru: 'Сервис временно недоступен.',
    en: 'The service is not available at the moment.',
  },
  'error.outcome_unknown': {
    kk: 'Нәтижесі белгісіз: қайталамас бұрын жазбаны тексеріңіз.',
    ru: 'Результат неизвестен: проверьте запись, прежде чем повторять.',
    en: 'The result is unknown: check the record before you repeat.',
  },
  'error.storage_full': {
    kk: 'Серверде орын аз, сондықтан ештеңе сақталмады. Әкімшіге хабарлаңыз.',
    ru: 'На сервере мало места, поэтому ничего не сохранено. Сообщите администратору.',
    en: 'The server is short of disk space, so nothing was saved. Tell the administrator.',
  },
  'error.offline': {
    kk: 'Серверге қосылу мүмкін болмады.',
    ru: 'Не удалось связаться с сервером.',
    en: 'The server could not be reached.',
  },
} as const satisfies Labels<'error', ErrorCode | 'offline'>;

const fault = {
  'fault.required': { kk: 'Толтырыңыз.', ru: 'Заполните.', en: 'Fill this in.' },
  'fault.wrong_type': {
    kk: 'Мәннің түрі дұрыс емес.',
    ru: 'Неверный тип значения.',
    en: 'The wrong kind of value.',
  },
  'fault.too_long': { kk: 'Тым ұзын.', ru: 'Слишком длинно.', en: 'Too long.' },
  'fault.too_short': { kk: 'Тым қысқа.', ru: 'Слишком коротко.', en: 'Too short.' },
  'fault.too_many': { kk: 'Тым көп.', ru: 'Слишком много.', en: 'Too many.' },
  'fault.bad_format': { kk: 'Пішімі дұрыс емес.', ru: 'Неверный формат.', en: 'Not in the right format.' },
  'fault.not_an_email': {
    kk: 'Электрондық пошта керек. Мысалы: aty@mail.kz',
    ru: 'Нужен адрес электронной почты. Например: imya@mail.kz',
    en: 'Give an e-mail address. For example: name@mail.kz',
  },
  'fault.not_a_phone': {
    kk: 'Телефон нөмірі керек. Мысалы: +7 701 123 45 67',
    ru: 'Нужен номер телефона. Например: +7 701 123 45 67',
    en: 'Give a phone number. For example: +7 701 123 45 67',
  },
  'fault.not_a_host': {
    kk: 'Сервердің атауы керек. Мысалы: mail.example.kz',
    ru: 'Нужно имя сервера. Например: mail.example.kz',
    en: 'Give the name of a server. For example: mail.example.kz',
  },
  'fault.not_a_site': {
    kk: 'Сайттың мекенжайы керек. Мысалы: www.example.kz',
    ru: 'Нужен адрес сайта. Например: www.example.kz',
    en: 'Give the address of a site. For example: www.example.kz',
  },
  'fault.unknown_value': { kk: 'Мұндай мән жоқ.', ru: 'Такого значения нет.', en: 'There is no such value.' },
  'fault.unknown_field': { kk: 'Мұндай өріс жоқ.', ru: 'Такого поля нет.', en: 'There is no such field.' },
  'fault.surrogate': {
    kk: 'Мәтінде бүлінген таңба бар.',
    ru: 'В тексте есть повреждённый символ.',
    en: 'The text has a broken character.',
  },
  'fault.in_the_future': {
    kk: 'Бұл уақыт әлі келген жоқ.',
    ru: 'Это время ещё не наступило.',
    en: 'This time is in the future.',
  },
  'fault.too_old': {
    kk: 'Бұл уақыт тым бұрын өткен.',
    ru: 'Это время слишком давнее.',
    en: 'This time is too long ago.',
  },
  'fault.reason_required': { kk: 'Себебін жазыңыз.', ru: 'Укажите причину.', en: 'Give a reason.' },
  'fault.already_used': {
    kk: 'Мұндай мән бұрыннан бар.',
    ru: 'Это значение уже занято.',
    en: 'Already in use.',
  },
  'fault.common_password': {
    kk: 'Бұл құпиясөз тым жиі кездеседі.',
    ru: 'Этот пароль слишком распространён.',
    en: 'This password is too common.',
  },
  'fault.contains_own_data': {
    kk: 'Құпиясөзде атыңыз бен поштаңыз болмауы тиіс.',
    ru: 'Пароль не должен содержать ваше имя или почту.',
    en: 'The password must not contain your name or e-mail.',
  },
  'fault.forbidden_host': {
    kk: 'Мұндай мекенжайға қосылуға болмайды. Сервердің атын жазыңыз.',
    ru: 'К такому адресу подключаться нельзя. Укажите имя сервера.',
    en: 'An address of this kind may not be connected to. Enter the name of the server.',
  },
  'fault.tls_required': {
    kk: 'Қорғаусыз байланыс осы компьютердегі серверге ғана рұқсат етіледі.',
    ru: 'Без защиты можно соединяться только с сервером на этом же компьютере.',
    en: 'Only a server on this same computer may be reached without protection.',
  },
  'fault.role_conflict': {
    kk: 'Бұл рөлдерді бір адамға беруге болмайды.',
    ru: 'Эти роли нельзя дать одному человеку.',
    en: 'Nobody may hold these roles together.',
  },
  'fault.own_role': {
    kk: 'Өзіңізге рөл бере алмайсыз.',
    ru: 'Нельзя выдать роль самому себе.',
    en: 'You cannot grant yourself a role.',
  },
  'fault.mismatch': { kk: 'Сәйкес келмейді.', ru: 'Не совпадает.', en: 'Does not match.' },
  'fault.no_evidence': {
    kk: 'Растайтын материал жоқ.',
    ru: 'Нет подтверждающих материалов.',
    en: 'There is no evidence for it.',
  },
  'fault.not_for_type': {
    kk: 'Өтініштің бұл түріне қолданылмайды.',
    ru: 'Не для этого вида обращения.',
    en: 'Not for this type of request.',
  },
} as const satisfies Labels<'fault', FaultCode>;

/** Variants of the same errors for when the figure is known. */
const measured = {
  'why.fresh_sign_in': {
    kk: 'Сәйкессіздік тым көп. Жалғастыру үшін шығып, қайта кіріңіз.',
    ru: 'Слишком много несовпадений. Чтобы продолжить, выйдите и войдите снова.',
    en: 'Too many mismatches. To continue, sign out and sign in again.',
  },
  'error.too_many_requests_in': {
    kk: '{n, plural, one {# секундтан кейін қайталаңыз} other {# секундтан кейін қайталаңыз}}.',
    ru: '{n, plural, one {Повторите через # секунду} few {Повторите через # секунды} many {Повторите через # секунд} other {Повторите через # секунды}}.',
    en: '{n, plural, one {Try again in # second} other {Try again in # seconds}}.',
  },
  'fault.too_long_max': {
    kk: '{max, plural, one {Ең көбі: # таңба} other {Ең көбі: # таңба}}.',
    ru: '{max, plural, one {Не больше # символа} few {Не больше # символов} many {Не больше # символов} other {Не больше # символа}}.',
    en: '{max, plural, one {At most # character} other {At most # characters}}.',
  },
  'fault.too_short_min': {
    kk: '{min, plural, one {Кемінде # таңба} other {Кемінде # таңба}}.',
    ru: '{min, plural, one {Не меньше # символа} few {Не меньше # символов} many {Не меньше # символов} other {Не меньше # символа}}.',
    en: '{min, plural, one {At least # character} other {At least # characters}}.',
  },
} as const satisfies Area;

export const error = { ...problem, ...fault, ...measured };
