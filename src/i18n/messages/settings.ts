/** Settings: organisation, mail, calendar, intake, system; and the first steps of an empty desk. */
import type { CHECKLIST, Settings, VOUCHED } from '#contract/settings.ts';
import type { Area, Labels } from '../message.ts';

const frame = {
  'settings.section.organisation': { kk: 'Ұйым', ru: 'Организация', en: 'Organisation' },
  'settings.section.mail': { kk: 'Хат жіберу', ru: 'Отправка писем', en: 'Outgoing mail' },
  'settings.section.calendar': {
    kk: 'Жұмыс күнтізбесі',
    ru: 'Производственный календарь',
    en: 'Working calendar',
  },
  'settings.section.intake': { kk: 'Сайттан қабылдау', ru: 'Приём с сайта', en: 'Intake' },
  'settings.section.system': { kk: 'Жүйе', ru: 'Система', en: 'System' },
  'settings.read_only': {
    kk: 'Бұл бөлімді әкімші өзгертеді. Сізге тек көруге болады.',
    ru: 'Этот раздел меняет администратор. Вам он открыт для чтения.',
    en: 'The administrator changes this section. You may read it.',
  },
  'settings.nothing_changed': { kk: 'Өзгеріс жоқ.', ru: 'Изменений нет.', en: 'Nothing has changed.' },
  'settings.keep_mine': { kk: 'Менікін сақтау', ru: 'Сохранить моё', en: 'Save mine' },
  'settings.take_theirs': { kk: 'Сақталғанын алу', ru: 'Взять сохранённое', en: 'Take theirs' },
  'settings.somebody': { kk: 'бұрынғы қызметкер', ru: 'бывший сотрудник', en: 'a former colleague' },
} as const satisfies Area;

const organisation = {
  'settings.group.names': { kk: 'Атауы', ru: 'Название', en: 'Name' },
  'settings.group.person': {
    kk: 'Уәкілетті өкіл',
    ru: 'Уполномоченный представитель',
    en: 'Authorised representative',
  },
  'settings.group.policy': {
    kk: 'Құпиялылық саясаты',
    ru: 'Политика конфиденциальности',
    en: 'Privacy policy',
  },
  'settings.group.names_hint': {
    kk: 'Кіру бетінде және мәзірдің үстінде, адамның өз тілінде тұрады.',
    ru: 'Стоит на странице входа и над меню, на языке того, кто смотрит.',
    en: 'Shown on the sign-in page and above the menu, in the reader’s language.',
  },
  'settings.group.person_hint': {
    kk: 'Құпиялылық саясатында дербес деректер үшін жауапты деп көрсетілген адам.',
    ru: 'Кто назван в политике конфиденциальности ответственным за персональные данные.',
    en: 'The person the privacy policy names as responsible for personal data.',
  },
  'settings.group.policy_hint': {
    kk: 'Сайтта жарияланған қазіргі нұсқа, мысалы 2026-11. Әр жаңа өтінішпен бірге сақталады.',
    ru: 'Опубликованная сейчас на сайте версия, например 2026-11. Запоминается с каждым новым обращением.',
    en: 'The version published on the site now, for example 2026-11. Kept with each new request.',
  },
  'settings.organisation.nameKk': { kk: 'Қазақша атауы', ru: 'Название на казахском', en: 'Name in Kazakh' },
  'settings.organisation.nameRu': { kk: 'Орысша атауы', ru: 'Название на русском', en: 'Name in Russian' },
  'settings.organisation.nameEn': {
    kk: 'Ағылшынша атауы',
    ru: 'Название на английском',
    en: 'Name in English',
  },
  'settings.organisation.bin': { kk: 'БСН (12 цифр)', ru: 'БИН (12 цифр)', en: 'BIN (12 digits)' },
  'settings.organisation.representative': { kk: 'Аты-жөні', ru: 'Имя и фамилия', en: 'Name' },
  'settings.organisation.representativeEmail': {
    kk: 'Электрондық пошта',
    ru: 'Эл. почта',
    en: 'E-mail',
  },
  'settings.organisation.phone': { kk: 'Телефон', ru: 'Телефон', en: 'Phone' },
  'settings.organisation.address': { kk: 'Мекенжайы', ru: 'Адрес', en: 'Address' },
  'settings.organisation.policyVersion': {
    kk: 'Саясат нұсқасы',
    ru: 'Версия политики',
    en: 'Version of the policy',
  },
} as const satisfies Area;

const mail = {
  'settings.mail.unset': {
    kk: 'Пошта сервері көрсетілмеген: өтініш берушілерге хат та, қызметкерлерге қауіпсіздік туралы хабарлама да жіберілмейді. Жауаптар «Жүйеден тыс берілді» деп жазылады.',
    ru: 'Почтовый сервер не указан: не отправляются ни письма заявителям, ни уведомления о безопасности сотрудникам. Ответы записываются как данные вне системы.',
    en: 'No mail server is set: neither letters to applicants nor security notices to staff leave. Answers are recorded as given outside.',
  },
  'settings.mail.set': {
    kk: 'Хаттар {host} арқылы, {from} мекенжайынан жіберіледі. Нақты жіберілгені әр өтініште көрсетіледі: кезекте, жіберілді немесе қабылданбады.',
    ru: 'Письма уходят через {host} с адреса {from}. Ушло ли письмо, видно в самом обращении: в очереди, отправлено или не принято.',
    en: 'Letters leave through {host}, from {from}. Whether one has left is shown on its request: queued, sent or not accepted.',
  },
  'settings.mail.host': { kk: 'Сервер', ru: 'Сервер', en: 'Server' },
  'settings.mail.host_hint': {
    kk: 'мысалы, mail.example.kz',
    ru: 'например, mail.example.kz',
    en: 'for example mail.example.kz',
  },
  'settings.mail.port': { kk: 'Порт', ru: 'Порт', en: 'Port' },
  'settings.mail.security': { kk: 'Қорғау', ru: 'Защита', en: 'Security' },
  'settings.mail.security_hint': {
    kk: 'Қорғаусыз байланыс осы сервердің өзіндегі пошта серверіне ғана жарайды',
    ru: 'Без защиты годится только почтовый сервер на этом же компьютере',
    en: 'Unprotected is for a mail server on this same computer only',
  },
  'settings.mail.security.starttls': { kk: 'STARTTLS', ru: 'STARTTLS', en: 'STARTTLS' },
  'settings.mail.security.tls': { kk: 'TLS', ru: 'TLS', en: 'TLS' },
  'settings.mail.security.none': { kk: 'Қорғаусыз', ru: 'Без защиты', en: 'Unprotected' },
  'settings.mail.user': { kk: 'Пайдаланушы аты', ru: 'Имя пользователя', en: 'User name' },
  'settings.mail.password': { kk: 'Құпиясөз', ru: 'Пароль', en: 'Password' },
  'settings.mail.password_hint': {
    kk: 'Шифрланып сақталады, қайта көрсетілмейді',
    ru: 'Хранится зашифрованным и больше не показывается',
    en: 'Stored encrypted and never shown again',
  },
  'settings.mail.password_again': {
    kk: 'Сақталған құпиясөз бұрынғы серверге арналған. Оны қайта енгізіңіз',
    ru: 'Сохранённый пароль — от прежнего сервера. Введите пароль заново',
    en: 'The saved password is for the previous server. Enter it again',
  },
  'settings.mail.password_kept': {
    kk: 'Сақтаулы. Бос қалдырсаңыз, сол қалпында қалады',
    ru: 'Сохранён. Оставьте пустым, чтобы не менять',
    en: 'A password is saved. Leave blank to keep it',
  },
  'settings.mail.noPassword': {
    kk: 'Сервер құпиясөз сұрамайды',
    ru: 'Сервер не требует пароля',
    en: 'The server asks for no password',
  },
  'settings.mail.from': { kk: 'Жіберуші мекенжайы', ru: 'Адрес отправителя', en: 'Sender address' },
  'settings.mail.fromName': { kk: 'Жіберуші атауы', ru: 'Имя отправителя', en: 'Sender name' },
  'settings.mail.off': {
    kk: 'Хат жіберуді тоқтату',
    ru: 'Отключить отправку',
    en: 'Switch off outgoing mail',
  },
  'settings.mail.off_title': {
    kk: 'Хат жіберуді тоқтату',
    ru: 'Отключить отправку писем',
    en: 'Switch outgoing mail off',
  },
  'settings.mail.off_text': {
    kk: 'Сервер мен оның құпиясөзі өшіріледі. Кезекте тұрған хаттар сервер қайта көрсетілгенше жіберілмейді.',
    ru: 'Сервер и его пароль будут удалены. Письма в очереди не уйдут, пока сервер не укажут снова.',
    en: 'The server and its password are removed. Letters in the queue wait until a server is set again.',
  },
} as const satisfies Area;

const calendar = {
  'settings.calendar.lead': {
    kk: 'Жұмыс күні мен мерзім осы тізім бойынша саналады. Ресми жарияланған күнтізбемен салыстырып, түзетіңіз және әр жылды растаңыз. Кім және қашан өзгерткені журналда қалады.',
    ru: 'По этому списку считаются рабочие дни и сроки. Сверьте его с опубликованным календарём, исправьте и подтвердите каждый год. Кто и когда изменил, останется в журнале.',
    en: 'Working days and deadlines are counted by this list. Compare it with the published calendar, correct it and confirm each year. Who changed it and when stays in the log.',
  },
  'settings.calendar.confirmed': {
    kk: 'Растаған: {name}, {moment}',
    ru: 'Подтверждено: {name}, {moment}',
    en: 'Confirmed: {name}, {moment}',
  },
  'settings.calendar.unconfirmed': { kk: 'Расталмаған', ru: 'Не подтверждён', en: 'Not confirmed' },
  'settings.calendar.confirm': { kk: 'Растау', ru: 'Подтвердить', en: 'Confirm' },
  'settings.calendar.confirm_again': { kk: 'Қайта растау', ru: 'Подтвердить снова', en: 'Confirm again' },
  'settings.calendar.ask': {
    kk: '{year} жылғы тізім дұрыс па?',
    ru: 'Список на {year} год верен?',
    en: 'Is the list for {year} right?',
  },
  'settings.calendar.ask_text': {
    kk: 'Растау арқылы сіз тізімді ресми жарияланған күнтізбемен салыстырдым дейсіз. Сіздің атыңыз бен уақыты жазылады.',
    ru: 'Подтверждая, вы говорите, что сверили список с официальным календарём. Запишутся ваше имя и время.',
    en: 'By confirming you say that you have compared the list with the official calendar. Your name and the time are recorded.',
  },
  'settings.calendar.done': {
    kk: '{year} жылғы күнтізбе расталды',
    ru: 'Календарь на {year} год подтверждён',
    en: 'Calendar for {year} confirmed',
  },
  'settings.calendar.published': {
    kk: 'Тізім ресми күнтізбе бойынша жасалған.',
    ru: 'Список составлен по официальному календарю.',
    en: 'The list follows the official calendar.',
  },
  'settings.calendar.computed': {
    kk: 'Ресми күнтізбе әлі жарияланбаған: тізім заң бойынша есептелген. Жыл расталғанша оның мерзімдерінде «Неге бұл мерзім?» дегенде ескерту тұрады.',
    ru: 'Официального календаря ещё нет: список вычислен по закону. Пока год не подтверждён, у его сроков под «Почему такой срок?» стоит предупреждение.',
    en: 'There is no official calendar yet: the list is computed from the law. Until the year is confirmed, its deadlines carry a warning under “Why this date?”.',
  },
  'settings.calendar.instead': { kk: '({day} орнына)', ru: '(вместо {day})', en: '(instead of {day})' },
  'settings.calendar.version': {
    kk: 'Күнтізбе нұсқасы: {version}.',
    ru: 'Версия календаря: {version}.',
    en: 'Version of the calendar: {version}.',
  },
  'settings.calendar.year': { kk: 'Жыл', ru: 'Год', en: 'Year' },
  'settings.calendar.add_year': {
    kk: '{year} жылды қосу',
    ru: 'Добавить {year} год',
    en: 'Add {year}',
  },
  'settings.calendar.new': {
    kk: 'Тізім заң бойынша есептелген, Құрбан айт оған кірмейді: оның күні жыл сайын жарияланады.',
    ru: 'Список вычислен по закону и не содержит Курбан айта: его день объявляют каждый год.',
    en: 'The list is computed from the law and has no Kurban Ait: its day is announced each year.',
  },
  'settings.calendar.edited': {
    kk: 'Тізім осы жүйеде өзгертілген.',
    ru: 'Список изменён в этой системе.',
    en: 'The list was changed in this system.',
  },
  'settings.calendar.free_days': {
    kk: 'Жұмыс емес күндер',
    ru: 'Нерабочие дни',
    en: 'Non-working days',
  },
  'settings.calendar.working_days': {
    kk: 'Жұмыс күні болатын демалыс күндері',
    ru: 'Выходные, которые стали рабочими днями',
    en: 'Weekend days that are working days',
  },
  'settings.calendar.remove': { kk: 'Өшіру: {day}', ru: 'Удалить: {day}', en: 'Remove: {day}' },
  'settings.calendar.removed': {
    kk: 'Тізімнен өшірілген күндер: {days}.',
    ru: 'Удалены из списка: {days}.',
    en: 'Removed from the list: {days}.',
  },
  'settings.calendar.add_day': { kk: 'Күн қосу', ru: 'Добавить день', en: 'Add a day' },
  'settings.calendar.add': { kk: 'Қосу', ru: 'Добавить', en: 'Add' },
  'settings.calendar.day': { kk: 'Күн', ru: 'День', en: 'Day' },
  'settings.calendar.kind': { kk: 'Қандай күн', ru: 'Какой это день', en: 'What day it is' },
  'settings.calendar.kind_working': { kk: 'жұмыс күні', ru: 'рабочий день', en: 'working day' },
  'settings.calendar.other_year': {
    kk: '{year} жылғы күнді таңдаңыз.',
    ru: 'Выберите день {year} года.',
    en: 'Choose a day of {year}.',
  },
  'settings.calendar.already': {
    kk: 'Бұл күн тізімде бар.',
    ru: 'Этот день уже есть в списке.',
    en: 'This day is already in the list.',
  },
  'settings.calendar.already_working': {
    kk: 'Бұл күн онсыз да жұмыс күні.',
    ru: 'Этот день и так рабочий.',
    en: 'This day is a working day anyway.',
  },
  'settings.calendar.source': { kk: 'Тізімнің негізі', ru: 'Основание списка', en: 'What the list rests on' },
  'settings.calendar.source_hint': {
    kk: 'Мысалы, қаулының нөмірі мен күні',
    ru: 'Например, номер и дата постановления',
    en: 'Such as the number and date of the decree',
  },
  'settings.calendar.compared': {
    kk: 'Ресми күнтізбемен салыстырылды',
    ru: 'Сверено с официальным календарём',
    en: 'Compared with the official calendar',
  },
  'settings.calendar.rehearse': {
    kk: 'Не өзгеретінін көру',
    ru: 'Что изменится',
    en: 'Show what would change',
  },
  'settings.calendar.discard': {
    kk: 'Өзгерістерді болдырмау',
    ru: 'Отменить изменения',
    en: 'Discard changes',
  },
  'settings.calendar.saved': {
    kk: '{year} жылғы күнтізбе сақталды',
    ru: 'Календарь на {year} год сохранён',
    en: 'Calendar for {year} saved',
  },
  'settings.calendar.pending': {
    kk: 'Мерзімдер қайта есептеліп жатыр. Қалған өтініш: {count}.',
    ru: 'Сроки пересчитываются. Осталось обращений: {count}.',
    en: 'Deadlines are being computed again. Requests left: {count}.',
  },
  'settings.rehearsal.title': {
    kk: 'Сақталса, не өзгереді',
    ru: 'Что изменится после сохранения',
    en: 'What saving would change',
  },
  'settings.rehearsal.no_days': {
    kk: 'Жұмыс күндері өзгермейді, сондықтан мерзімдер де өзгермейді.',
    ru: 'Рабочие дни не меняются, поэтому не меняются и сроки.',
    en: 'No working day changes, so no deadline moves.',
  },
  'settings.rehearsal.none': {
    kk: 'Ашық өтініштердің мерзімдері өзгермейді.',
    ru: 'Сроки открытых обращений не меняются.',
    en: 'No deadline of an open request moves.',
  },
  'settings.rehearsal.moved': {
    kk: 'Мерзімі өзгеретін ашық өтініштер: {moved}. Олардың ішінде ертерек болатыны: {earlier}.',
    ru: 'Открытых обращений, у которых сдвинутся сроки: {moved}. Из них раньше прежнего: {earlier}.',
    en: 'Open requests whose deadlines move: {moved}. Of these, earlier than before: {earlier}.',
  },
  'settings.rehearsal.overdue': {
    kk: 'Бірден мерзімі өтетіні: {count}.',
    ru: 'Сразу станут просроченными: {count}.',
    en: 'Overdue at once: {count}.',
  },
  'settings.rehearsal.promise': {
    kk: 'Уәде етілген 30 күн күнтізбелік күнмен саналады, ол өзгермейді.',
    ru: 'Обещанные 30 дней считаются календарными и не сдвигаются.',
    en: 'The promised 30 days are calendar days and do not move.',
  },
  'settings.rehearsal.tell': { kk: 'Кімге хабарлау керек', ru: 'Кому сообщить', en: 'Whom to tell' },
  'settings.rehearsal.tell_line': { kk: '{name}: {count}', ru: '{name}: {count}', en: '{name}: {count}' },
  'settings.rehearsal.request': { kk: 'Өтініш', ru: 'Обращение', en: 'Request' },
  'settings.rehearsal.date': { kk: 'Мерзім', ru: 'Срок', en: 'Deadline' },
  'settings.rehearsal.from_to': { kk: 'Бұрын → енді', ru: 'Было → станет', en: 'Now → then' },
  'settings.rehearsal.whom': { kk: 'Кімде', ru: 'У кого', en: 'With' },
  'settings.rehearsal.first': {
    kk: 'Ең шұғыл {count} өтініш көрсетілді.',
    ru: 'Показаны самые срочные: {count}.',
    en: 'The most urgent are shown: {count}.',
  },
} as const satisfies Area;

const intake = {
  'settings.intake.none': {
    kk: 'Әлі бірде-бір сайт өтініш жібере алмайды.',
    ru: 'Пока ни один сайт не может присылать обращения.',
    en: 'No site can send requests yet.',
  },
  'settings.intake.some': {
    kk: 'Сайттар: {sources}. Жұмыс істейтін кілттер: {secrets}.',
    ru: 'Сайтов: {sources}. Действующих ключей: {secrets}.',
    en: 'Sites: {sources}. Working secrets: {secrets}.',
  },
  'settings.intake.lead': {
    kk: 'Сайт әр өтінішке өз кілтімен қол қояды. Кілтті ауыстыру үшін: жаңасын жасаңыз, сайтқа қойыңыз, «соңғы рет» күні жаңарғанын көріп, ескісін қайтарып алыңыз.',
    ru: 'Сайт подписывает каждое обращение своим ключом. Чтобы сменить ключ: создайте новый, поставьте его на сайт, дождитесь строки «последнее использование» и отзовите старый.',
    en: 'A site signs each request with its secret. To replace one: make a new one, put it into the site, see it used, then revoke the old.',
  },
  'settings.intake.received': { kk: 'түскені: {count}', ru: 'поступило: {count}', en: 'received: {count}' },
  'settings.intake.another': { kk: 'Тағы бір кілт', ru: 'Ещё один ключ', en: 'Another secret' },
  'settings.intake.no_secrets': { kk: 'Кілті жоқ.', ru: 'Ключей нет.', en: 'It has no secrets.' },
  'settings.intake.made': { kk: 'жасалды: {moment}', ru: 'создан {moment}', en: 'made {moment}' },
  'settings.intake.made_by': {
    kk: 'жасалды: {moment}, {name}',
    ru: 'создан {moment}, {name}',
    en: 'made {moment}, {name}',
  },
  'settings.intake.last_used': {
    kk: 'соңғы рет: {moment}',
    ru: 'последнее использование: {moment}',
    en: 'last used {moment}',
  },
  'settings.intake.never_used': { kk: 'әлі қолданылмаған', ru: 'ещё не использован', en: 'not used yet' },
  'settings.intake.revoked_at': {
    kk: 'қайтарып алынды: {moment}',
    ru: 'отозван {moment}',
    en: 'revoked {moment}',
  },
  'settings.intake.revoke': { kk: 'Қайтарып алу', ru: 'Отозвать', en: 'Revoke' },
  'settings.intake.revoke_title': {
    kk: 'Кілтті қайтарып алу: {hint}',
    ru: 'Отозвать ключ {hint}',
    en: 'Revoke the secret {hint}',
  },
  'settings.intake.revoke_text': {
    kk: 'Осы кілтпен қол қойылған өтініштерді қабылдау бірден тоқтайды.',
    ru: 'Обращения с этой подписью перестанут приниматься сразу.',
    en: 'Requests signed with it stop being accepted at once.',
  },
  'settings.intake.revoke_last': {
    kk: 'Бұл сайттың соңғы кілті: ол енді өтініш жібере алмайды.',
    ru: 'Это последний ключ сайта: больше он ничего прислать не сможет.',
    en: 'This is the last secret of the site: it can send nothing any more.',
  },
  'settings.intake.revoked': { kk: 'Кілт қайтарып алынды', ru: 'Ключ отозван', en: 'The secret is revoked' },
  'settings.intake.new': { kk: 'Жаңа сайт', ru: 'Новый сайт', en: 'A new site' },
  'settings.intake.name': { kk: 'Атауы', ru: 'Название', en: 'Name' },
  'settings.intake.name_hint': {
    kk: 'Журналда осы атпен көрінеді',
    ru: 'Под этим именем он будет в журнале',
    en: 'The log uses this name',
  },
  'settings.intake.site': { kk: 'Мекенжайы', ru: 'Адрес', en: 'Address' },
  'settings.intake.site_hint': {
    kk: 'мысалы, example.kz',
    ru: 'например, example.kz',
    en: 'for example example.kz',
  },
  'settings.intake.create': { kk: 'Кілт жасау', ru: 'Создать ключ', en: 'Make a secret' },
  'settings.intake.once': { kk: 'Кілт жасалды', ru: 'Ключ создан', en: 'The secret is made' },
  'settings.intake.once_text': {
    kk: 'Ол осы жерде бір рет қана көрсетіледі. Қазір көшіріп, сайттың баптауына салыңыз.',
    ru: 'Он показан один раз, здесь. Скопируйте его сейчас и внесите в настройки сайта.',
    en: 'It is shown once, here. Copy it now and put it into the site.',
  },
  'settings.intake.secret': { kk: 'Кілт', ru: 'Ключ', en: 'Secret' },
  'settings.intake.try': {
    kk: 'Тексеру үшін мынаны bash терминалына қойыңыз. Сынақ өтініші ешбір есепке кірмейді.',
    ru: 'Чтобы проверить, вставьте это в терминал с bash. Тестовое обращение в отчёты не входит.',
    en: 'To try it, paste this into a terminal with bash. A test request is not counted in reports.',
  },
  'settings.intake.example': {
    kk: 'Сынақ өтініші (bash)',
    ru: 'Тестовое обращение (bash)',
    en: 'Test request (bash)',
  },
  'settings.intake.copied': { kk: 'Көшіріп алдым', ru: 'Скопировано', en: 'I have copied it' },
} as const satisfies Area;

const database = {
  'settings.system.pglite': { kk: 'Кірістірілген', ru: 'Встроенная', en: 'Embedded' },
  'settings.system.postgres': { kk: 'PostgreSQL', ru: 'PostgreSQL', en: 'PostgreSQL' },
  'settings.system.pglite_hint': {
    kk: 'Деректер осы сервердегі қалтада тұрады, оны бір ғана процесс ашады.',
    ru: 'Данные лежат в каталоге этого сервера, открывает их один процесс.',
    en: 'The data are in a directory of this server, opened by one process.',
  },
  'settings.system.postgres_hint': {
    kk: 'Деректер бөлек серверде.',
    ru: 'Данные на отдельном сервере.',
    en: 'The data are on a server of their own.',
  },
} as const satisfies Labels<'settings.system', Settings['database'] | `${Settings['database']}_hint`>;

const system = {
  ...database,
  'settings.system.lead': {
    kk: 'Бұлар бағдарлама іске қосылғанда беріледі, мұнда тек көрсетіледі.',
    ru: 'Это задаётся при запуске программы, здесь только показано.',
    en: 'These are set where the program is started; here they are only shown.',
  },
  'settings.system.database': { kk: 'Дерекқор', ru: 'База данных', en: 'Database' },
  'settings.system.key': { kk: 'Кілт файлы', ru: 'Файл ключа', en: 'Key file' },
  'settings.system.key_hint': {
    kk: 'Бұл файлсыз дербес деректерді ешкім оқи алмайды. Оның көшірмесін басқа компьютерде, сақтық көшірмелерден бөлек сақтаңыз.',
    ru: 'Без этого файла персональные данные не прочтёт никто. Храните его копию на другом компьютере, отдельно от резервных копий.',
    en: 'Without this file nobody can read the personal data. Keep a copy on another computer, apart from the backups.',
  },
  'settings.system.no_key': { kk: 'файлда емес', ru: 'не в файле', en: 'not in a file' },
  'settings.system.backups': { kk: 'Сақтық көшірмелер', ru: 'Резервные копии', en: 'Backups' },
  'settings.system.backup': {
    kk: 'Соңғысы: {moment}. Сақтаулы: {kept}.',
    ru: 'Последняя: {moment}. Хранится: {kept}.',
    en: 'Last: {moment}. Kept: {kept}.',
  },
  'settings.system.no_backup': { kk: 'Әлі жасалмаған.', ru: 'Ещё не было.', en: 'None yet.' },
  'settings.system.not_here': { kk: 'Мұнда көрінбейді.', ru: 'Отсюда не видны.', en: 'Not seen from here.' },
  'settings.system.backups_hint': {
    kk: 'Күн сайын 02:00-де (Алматы) жасалады, жетеуі сақталады. Оларды басқа компьютерге көшіріп отырыңыз.',
    ru: 'Делаются каждую ночь в 02:00 (Алматы), хранится семь. Копируйте их на другой компьютер.',
    en: 'Made every night at 02:00 (Almaty), seven are kept. Copy them to another computer.',
  },
  'settings.system.backups_pg': {
    kk: 'PostgreSQL өз құралдарымен көшіріледі: docs/operations.md.',
    ru: 'PostgreSQL копируется своими средствами: docs/operations.md.',
    en: 'PostgreSQL is backed up with its own tools: docs/operations.md.',
  },
  'settings.system.version': { kk: 'Бағдарлама нұсқасы', ru: 'Версия программы', en: 'Release' },
  'settings.system.demo': { kk: 'көрсетілім', ru: 'демонстрация', en: 'demonstration' },
  'settings.system.line': { kk: 'Байланыс', ru: 'Соединение', en: 'Connection' },
  'settings.system.tls': { kk: 'TLS арқылы қорғалған', ru: 'Защищено TLS', en: 'Protected by TLS' },
  'settings.system.plain': {
    kk: 'Қорғалмаған http, тек осы компьютер',
    ru: 'http без защиты, только этот компьютер',
    en: 'Plain http, this computer only',
  },
  'settings.system.plain_hint': {
    kk: 'Байқап көруге ғана. Жұмысқа TLS пен сырттан ашылатын мекенжай керек: docs/operations.md.',
    ru: 'Только для пробы. Для работы нужны TLS и внешний адрес: docs/operations.md.',
    en: 'For trying it out. Work needs TLS and a public address: docs/operations.md.',
  },
  'settings.system.languages': { kk: 'Тілдер', ru: 'Языки', en: 'Languages' },
} as const satisfies Area;

const step = {
  'steps.step.organisation': {
    kk: 'Ұйым мен өкілді көрсету',
    ru: 'Указать организацию и представителя',
    en: 'Describe the organisation and its representative',
  },
  'steps.step.calendar': {
    kk: 'Жұмыс күнтізбесін растау',
    ru: 'Подтвердить производственный календарь',
    en: 'Confirm the working calendar',
  },
  'steps.step.key_copied': {
    kk: 'Кілт файлының көшірмесін жасау',
    ru: 'Скопировать файл ключа в другое место',
    en: 'Copy the key file elsewhere',
  },
  'steps.step.backup_tried': {
    kk: 'Сақтық көшірмеден қалпына келтіріп көру',
    ru: 'Попробовать восстановление из копии',
    en: 'Try a restore from a backup',
  },
  'steps.step.officer_invited': {
    kk: 'Жауапты тұлғаны шақыру',
    ru: 'Пригласить ответственное лицо',
    en: 'Invite a privacy officer',
  },
  'steps.step.intake_secret': {
    kk: 'Сайтқа кілт жасау',
    ru: 'Создать ключ для сайта',
    en: 'Make a secret for the site',
  },
  'steps.step.test_request': {
    kk: 'Сынақ өтінішін алу',
    ru: 'Получить тестовое обращение',
    en: 'Receive a test request',
  },
} as const satisfies Labels<'steps.step', (typeof CHECKLIST)[number]>;

const vouch = {
  'steps.vouch.key_copied': { kk: 'Көшіріп қойдым', ru: 'Копия сделана', en: 'I have a copy elsewhere' },
  'steps.vouch.backup_tried': { kk: 'Байқап көрдім', ru: 'Восстановление проверено', en: 'I have tried it' },
} as const satisfies Labels<'steps.vouch', (typeof VOUCHED)[number]>;

const steps = {
  ...step,
  ...vouch,
  'steps.title': {
    kk: 'Алғашқы қадамдар: {done} / {all} орындалды',
    ru: 'Первые шаги: сделано {done} из {all}',
    en: 'First steps: {done} of {all} done',
  },
  'steps.title_done': {
    kk: 'Алғашқы қадамдардың бәрі орындалды',
    ru: 'Первые шаги пройдены',
    en: 'All first steps are done',
  },
  'steps.lead': {
    kk: 'Жүйе өтініш қабылдауға дайын болуы үшін. Белгілер өздігінен қойылады; екеуін тек адам растай алады.',
    ru: 'Чтобы принимать обращения. Отметки ставятся сами; две может поставить только человек.',
    en: 'What the desk needs before it takes requests. Most steps tick themselves off; two need somebody to confirm them.',
  },
  'steps.lead_done': {
    kk: 'Жүйе өтініш қабылдауға дайын. Кез келгенін қайта қарауға болады.',
    ru: 'Можно принимать обращения. К любому шагу можно вернуться.',
    en: 'The desk is ready for requests. Each step can be looked at again.',
  },
  'steps.is_done': { kk: 'орындалды', ru: 'сделано', en: 'done' },
  'steps.is_open': { kk: 'әлі орындалмаған', ru: 'ещё не сделано', en: 'not done yet' },
  'steps.done_at': { kk: 'Орындалды: {moment}', ru: 'Сделано {moment}', en: 'Done {moment}' },
  'steps.go': { kk: 'Осы қадамға өту', ru: 'Перейти', en: 'Go there' },
  'steps.look': { kk: 'Қарау', ru: 'Посмотреть', en: 'View' },
  'steps.check': { kk: 'Келгенін тексеру', ru: 'Проверить, пришло ли', en: 'See whether it came' },
  'steps.hint.organisation': {
    kk: 'Ұйымның аты кіру бетінде тұрады, өкілі саясатта көрсетілген адам болуы тиіс.',
    ru: 'Название стоит на странице входа; представитель — тот, кто назван в политике.',
    en: 'The sign-in page shows the name; the representative is the one the policy names.',
  },
  'steps.hint.calendar': {
    kk: 'Мерзімдер осы мереке тізімімен саналады. Оны ресми күнтізбемен салыстырыңыз.',
    ru: 'По этому списку праздников считаются сроки. Сверьте его с официальным календарём.',
    en: 'Deadlines are counted with this list of holidays. Compare it with the official calendar.',
  },
  'steps.hint.key_copied': {
    kk: 'Бұл файл жоғалса, дербес деректерді ешкім оқи алмайды. Көшірмесін басқа компьютерге, сақтық көшірмелерден бөлек салып қойыңыз.',
    ru: 'Если этот файл пропадёт, персональные данные не прочтёт никто. Скопируйте его на другой компьютер, отдельно от резервных копий.',
    en: 'If this file is lost, nobody can read the personal data. Copy it to another computer, apart from the backups.',
  },
  'steps.hint.backup_tried.pglite': {
    kk: 'Көшірме күн сайын түнде жасалады. Қажет болмай тұрып, оны бос компьютерде бір рет қалпына келтіріп көріңіз: docs/operations.md.',
    ru: 'Копия делается каждую ночь. Пока она не понадобилась, восстановите её один раз на пустом компьютере: docs/operations.md.',
    en: 'A backup is made every night. Restore one on a spare computer before it is needed: docs/operations.md.',
  },
  'steps.hint.backup_tried.postgres': {
    kk: 'PostgreSQL көшірмесін өз құралдарымен жасап, қажет болмай тұрып бір рет қалпына келтіріп көріңіз: docs/operations.md.',
    ru: 'Сделайте копию средствами PostgreSQL и один раз восстановите её, пока она не понадобилась: docs/operations.md.',
    en: 'Make a backup with PostgreSQL’s own tools and restore it once, before it is needed: docs/operations.md.',
  },
  'steps.hint.officer_invited': {
    kk: 'Дербес деректер туралы өтініштерді сол адам қарайды. Шешімді екі адам қабылдайтындықтан, екі жауапты тұлға керек.',
    ru: 'Ответственное лицо рассматривает обращения о персональных данных. Решение принимают двое, поэтому пригласите двоих.',
    en: 'The officer works on requests about personal data. A decision takes two people, so invite two.',
  },
  'steps.hint.intake_secret': {
    kk: 'Сайттағы нысан өтінішке осы кілтпен қол қояды.',
    ru: 'Форма на сайте подписывает им обращения.',
    en: 'The form on the site signs its requests with it.',
  },
  'steps.hint.test_request': {
    kk: 'Кілтті бірінші жолға қойып, мынаны bash терминалында іске қосыңыз. Сынақ өтініші ешбір есепке кірмейді.',
    ru: 'Впишите ключ в первую строку и выполните это в терминале с bash. Тестовое обращение в отчёты не входит.',
    en: 'Put the secret into the first line and run this in a terminal with bash. A test request is not counted in reports.',
  },
} as const satisfies Area;

export const settings = {
  ...frame,
  ...organisation,
  ...mail,
  ...calendar,
  ...intake,
  ...system,
  ...steps,
} as const satisfies Area;
