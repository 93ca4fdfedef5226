/** The page of one request: head, timeline, composer, reveal, compare, "why this date", closing. */
import type { TimelineItem } from '#contract/request-shapes.ts';
import type { LetterState } from '#domain/request/message-kinds.ts';
import type { MoveCode } from '#domain/request/move.ts';
import type { Area, Labels } from '../message.ts';

const myMove = {
  'request.my_move.take': {
    kk: 'Кезек сізде: өтінішті қарауға алыңыз.',
    ru: 'От вас нужно: взять обращение в работу.',
    en: 'Your turn: take the request.',
  },
  'request.my_move.answer': {
    kk: 'Кезек сізде: өтініш берушіге жауап беріңіз.',
    ru: 'От вас нужно: ответить заявителю.',
    en: 'Your turn: answer the applicant.',
  },
  'request.my_move.decide': {
    kk: 'Кезек сізде: шешім ұсыныңыз.',
    ru: 'От вас нужно: предложить решение.',
    en: 'Your turn: propose a decision.',
  },
  'request.my_move.approve': {
    kk: 'Сіздің шешіміңіз керек: ұсынысты тексеріп, бекітіңіз немесе пысықтауға қайтарыңыз.',
    ru: 'Нужно ваше решение: проверить и утвердить или вернуть на доработку.',
    en: 'Your decision is needed: check, then approve or return for rework.',
  },
  'request.my_move.carry_out': {
    kk: 'Кезек сізде: шешімді орындап, не істелгенін жазыңыз.',
    ru: 'От вас нужно: исполнить решение и записать, что сделано.',
    en: 'Your turn: carry out the decision and record what was done.',
  },
  'request.my_move.close': {
    kk: 'Кезек сізде: жауап берілді, өтінішті жабыңыз.',
    ru: 'Ответ дан. От вас нужно: закрыть обращение.',
    en: 'The answer is given. Your turn: close the request.',
  },
  'request.my_move.wait_applicant': {
    kk: 'Өтініш берушіден жауап күтілуде.',
    ru: 'Ждём ответа заявителя.',
    en: 'Waiting for the applicant.',
  },
  'request.my_move.none': {
    kk: 'Әрекет қажет емес.',
    ru: 'Действий не требуется.',
    en: 'Nothing to do.',
  },
} as const satisfies Labels<'request.my_move', MoveCode>;

const letterState = {
  'letter_state.received': { kk: 'Түсті', ru: 'Получено', en: 'Received' },
  'letter_state.queued': { kk: 'Жіберу кезегінде', ru: 'В очереди на отправку', en: 'Waiting to be sent' },
  'letter_state.sending': { kk: 'Жіберілуде', ru: 'Отправляется', en: 'Being sent' },
  'letter_state.sent': { kk: 'Жіберілді', ru: 'Отправлено', en: 'Sent' },
  'letter_state.refused': { kk: 'Қабылданбады', ru: 'Не принято', en: 'Not accepted' },
  'letter_state.unknown': { kk: 'Жіберілгені белгісіз', ru: 'Неизвестно, ушло ли', en: 'Not known if sent' },
  'letter_state.outside': { kk: 'Жүйеден тыс берілді', ru: 'Дан вне системы', en: 'Given outside' },
} as const satisfies Labels<'letter_state', LetterState>;

const note = {
  'note.note': { kk: 'Ішкі ескертпе', ru: 'Внутренняя заметка', en: 'Internal note' },
  'note.call_note': {
    kk: 'Ішкі ескертпе, қоңыраудан',
    ru: 'Внутренняя заметка со звонка',
    en: 'Internal note from a call',
  },
} as const satisfies Labels<'note', Extract<TimelineItem, { kind: 'note' }>['note']>;

const head = {
  'request.tab': { kk: '{reference} · {type}', ru: '{reference} · {type}', en: '{reference} · {type}' },
  'request.queue': { kk: 'Тізімдегі орны', ru: 'Место в списке', en: 'Place in the list' },
  'request.queue_back': { kk: 'Тізімге оралу', ru: 'Вернуться к списку', en: 'Back to the list' },
  'request.queue_end': {
    kk: 'Тізімнің осы бетінде басқа өтініш жоқ',
    ru: 'На этой странице списка больше нет',
    en: 'No more on this page of the list',
  },
  'request.received': { kk: 'Түсті', ru: 'Поступило', en: 'Received' },
  'request.answer_by': { kk: 'Жауап беру мерзімі', ru: 'Ответить до', en: 'Answer by' },
  'request.until_midnight': { kk: '{when}, 24:00', ru: '{when}, 24:00', en: '{when}, 24:00' },
  'request.nth_day': { kk: '{n}-күн', ru: '{n}-й день', en: 'day {n}' },
  'request.clock.answered': { kk: 'Жауап берілді', ru: 'Дан ответ', en: 'Answered' },
  'request.their_move': {
    kk: 'Келесі әрекет: {move} · {who}',
    ru: 'Следующее действие: {move} · {who}',
    en: 'Next: {move} · {who}',
  },
  'request.closed_as': { kk: 'Жабылды: {outcome}.', ru: 'Закрыто: {outcome}.', en: 'Closed: {outcome}.' },
  'request.proposes': {
    kk: 'Ұсынған: {who}. Ұсынысы: {proposal}.',
    ru: '{who} предлагает: {proposal}.',
    en: '{who} proposes: {proposal}.',
  },
  'request.proposal.fulfilled': { kk: 'толық орындау', ru: 'исполнить полностью', en: 'fulfil it' },
  'request.proposal.partly_fulfilled': {
    kk: 'ішінара орындау',
    ru: 'исполнить частично',
    en: 'fulfil it in part',
  },
  'request.proposal.restricted': {
    kk: 'өңдеуді шектеу',
    ru: 'ограничить обработку',
    en: 'restrict processing',
  },
  'request.proposal.refused': { kk: 'бас тарту', ru: 'отказать', en: 'refuse it' },
  'request.restrict_until': {
    kk: 'Шектеу мерзімі: {when} күніне дейін',
    ru: 'Ограничить до {when}',
    en: 'Restrict until {when}',
  },
  'request.until': { kk: '{when} күніне дейін', ru: 'до {when}', en: 'until {when}' },
  'request.delayed': { kk: 'Кешігу себебі: {reason}', ru: 'Задержка: {reason}', en: 'Delayed: {reason}' },
  'request.expected': { kk: 'күтілетін күні: {when}', ru: 'ожидается {when}', en: 'expected {when}' },
  'request.more': { kk: 'Тағы', ru: 'Ещё', en: 'More' },
  'request.news': {
    kk: 'Өтініш өзгерді · Көрсету',
    ru: 'Обращение изменилось · Показать',
    en: 'The request has changed · Show',
  },
  'request.news_missed': {
    kk: 'Байланыс үзілді, өзгеріс болуы мүмкін · Жаңарту',
    ru: 'Связь прерывалась, могли быть изменения · Обновить',
    en: 'The connection broke off, something may have changed · Refresh',
  },
  'request.notice.blocked': {
    kk: 'Деректер бұғатталған: оларды тек жауапты тұлға оқиды, бұғаттау алып тасталғанша жоюға болмайды.',
    ru: 'Данные заблокированы: их читает только ответственное лицо, и до снятия блокирования их нельзя уничтожить.',
    en: 'The data are blocked: only a privacy officer reads them, and they may not be destroyed until the block is lifted.',
  },
  'request.notice.blocked_hidden': {
    kk: 'Деректер бұғатталған: мазмұнын тек жауапты тұлға оқиды.',
    ru: 'Данные заблокированы: содержание читает только ответственное лицо.',
    en: 'The data are blocked: only a privacy officer reads the content.',
  },
  'request.notice.destroyed': {
    kk: 'Өтініш берушінің деректері жойылған: мұнда өтініштің өзі мен оның мерзімдері ғана қалды.',
    ru: 'Данные заявителя уничтожены: здесь остались только само обращение и его сроки.',
    en: 'The applicant’s data were destroyed: only the request itself and its dates are left here.',
  },
  'request.notice.elsewhere': {
    kk: 'Бұл өтінішпен жауапты тұлға айналысады, мазмұны сізге ашылмайды. Өтініш беруші хабарласса, айтқанын төменге жазып қалдырыңыз.',
    ru: 'Этим обращением занимается ответственное лицо, содержание вам не видно. Если заявитель позвонил, запишите его слова ниже.',
    en: 'A privacy officer works on this request and its content is not shown to you. If the applicant calls, write down below what was said.',
  },
  'request.notice.duplicate': {
    kk: 'Қайталама өтініш. Негізгісі: <open>{reference}</open>.',
    ru: 'Повторное обращение. Основное: <open>{reference}</open>.',
    en: 'A duplicate. The main request: <open>{reference}</open>.',
  },
  'request.notice.receipt_moved': {
    kk: 'Негізгі өтінішке осы өтініштің түскен күні берілді, ол ертерек.',
    ru: 'Основное обращение получило дату поступления этого обращения: она более ранняя.',
    en: 'The main request took the date received of this one, which is earlier.',
  },
  'request.notice.no_way': {
    kk: 'Өтініш беруші байланыс деректерін қалдырмаған.',
    ru: 'Заявитель не оставил контактов для ответа.',
    en: 'The applicant left no way to reply.',
  },
  'request.notice.test': {
    kk: 'Сынақ өтініші: есептерге кірмейді.',
    ru: 'Тестовое обращение: в отчёты не входит.',
    en: 'Test request: not counted in reports.',
  },
  'why.draft_conflict': {
    kk: 'Алдымен жобаның қай мәтіні қалатынын таңдаңыз.',
    ru: 'Сначала выберите, какой текст черновика оставить.',
    en: 'First choose which text of the draft to keep.',
  },
  'why.empty_text': {
    kk: 'Алдымен мәтінін жазыңыз.',
    ru: 'Сначала напишите текст.',
    en: 'Write the text first.',
  },
} as const satisfies Area;

const button = {
  'request.button.carry_out': {
    kk: 'Орындалғанын жазу…',
    ru: 'Записать исполнение…',
    en: 'Record what was done…',
  },
} as const satisfies Area;

const done = {
  'request.done.saved': { kk: 'Сақталды', ru: 'Сохранено', en: 'Saved' },
} as const satisfies Area;

const timeline = {
  'request.timeline': { kk: 'Барысы', ru: 'Ход обращения', en: 'What happened' },
  'request.only_messages': { kk: 'Тек хабарламалар', ru: 'Только сообщения', en: 'Messages only' },
  'request.timeline_empty': { kk: 'Әзірге ештеңе жоқ.', ru: 'Пока ничего нет.', en: 'Nothing here yet.' },
  'request.in_language.kk': { kk: 'қазақша', ru: 'на казахском', en: 'in Kazakh' },
  'request.in_language.ru': { kk: 'орысша', ru: 'на русском', en: 'in Russian' },
  'request.in_language.en': { kk: 'ағылшынша', ru: 'на английском', en: 'in English' },
  'request.no_text': { kk: 'Мәтінсіз', ru: 'Без текста', en: 'No text' },
  'request.hidden_parts': {
    kk: 'Автоматты түрде жасырылды: {n}',
    ru: 'Скрыто автоматически: {n}',
    en: 'Hidden automatically: {n}',
  },
  'request.show_hidden': { kk: 'ашып көрсету…', ru: 'показать…', en: 'reveal…' },
  'request.letter_refused': {
    kk: 'Хат жетпеді, сондықтан жауап берілді деп саналмайды. Басқа жолмен жауап беріңіз.',
    ru: 'Письмо не дошло, поэтому ответ не считается данным. Ответьте другим способом.',
    en: 'The letter did not arrive, so the answer does not count. Answer in another way.',
  },
  'request.letter_unknown': {
    kk: 'Жіберу кезінде байланыс үзілді. Хат сол нөмірімен қайта жіберіледі.',
    ru: 'Связь прервалась при отправке. Письмо будет отправлено ещё раз с тем же номером.',
    en: 'The connection broke while sending. The letter will be sent again under the same number.',
  },
  'request.event_line': { kk: '{event}: {more}', ru: '{event}: {more}', en: '{event}: {more}' },
  'request.from_to': { kk: '{from} → {to}', ru: '{from} → {to}', en: '{from} → {to}' },
  'request.to_nobody': { kk: 'орындаушысыз', ru: 'без исполнителя', en: 'nobody' },
} as const satisfies Area;

const aside = {
  'request.progress': { kk: 'Орындалу барысы', ru: 'Ход исполнения', en: 'Progress' },
  'request.progress.taken': { kk: 'Қарауға алу', ru: 'Взято в работу', en: 'Taken' },
  'request.progress.proposed': { kk: 'Шешім ұсынысы', ru: 'Предложение решения', en: 'Decision proposed' },
  'request.progress.approved': { kk: 'Бекіту', ru: 'Утверждение', en: 'Approval' },
  'request.progress.answered': { kk: 'Жауап', ru: 'Ответ', en: 'Answer' },
  'request.progress.reasoned': { kk: 'Дәлелді жауап', ru: 'Мотивированный ответ', en: 'Reasoned answer' },
  'request.progress.carried_out': {
    kk: 'Орындау және жабу',
    ru: 'Исполнение и закрытие',
    en: 'Carried out and closed',
  },
  'request.progress.closed': { kk: 'Жабу', ru: 'Закрытие', en: 'Closed' },
  'request.progress_state.done': { kk: 'орындалды', ru: 'сделано', en: 'done' },
  'request.progress_state.now': { kk: 'қазір', ru: 'сейчас', en: 'now' },
  'request.progress_state.ahead': { kk: 'алда', ru: 'впереди', en: 'ahead' },
  'request.decision': { kk: 'Шешім: {outcome}', ru: 'Решение: {outcome}', en: 'Decision: {outcome}' },
  'request.decision_proposed': {
    kk: 'Ұсынылған шешім: {outcome}',
    ru: 'Предложено: {outcome}',
    en: 'Proposed: {outcome}',
  },
  'request.proposed_by': {
    kk: 'Ұсынған: {who}, {when}',
    ru: 'Предложение: {who}, {when}',
    en: 'Proposed by {who}, {when}',
  },
  'request.approved_by': {
    kk: 'Бекіткен: {who}, {when}',
    ru: 'Утверждение: {who}, {when}',
    en: 'Approved by {who}, {when}',
  },
  'request.section.person': { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'Applicant' },
  'request.section.technical': { kk: 'Құрылғы және желі', ru: 'Устройство и сеть', en: 'Device and network' },
  'request.section.other': { kk: 'Нысандағы басқа деректер', ru: 'Другое из формы', en: 'Also in the form' },
  'request.section.plain': { kk: 'Өтініш туралы', ru: 'Об обращении', en: 'About the request' },
  'request.name': { kk: 'Аты-жөні', ru: 'Имя и фамилия', en: 'Name' },
  'request.device': { kk: 'Құрылғысы', ru: 'Устройство', en: 'Device' },
  'request.topic': { kk: 'Тақырыбы', ru: 'Тема', en: 'Topic' },
  'request.iin': { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' },
  'request.iin_in_text': { kk: 'мәтінде бар', ru: 'есть в тексте', en: 'in the text' },
  'request.seen_of': {
    kk: 'Рөліңіз көретін өрістер: {n} / {of}.',
    ru: 'Ваша роль видит полей: {n} из {of}.',
    en: 'Your role sees {n} of {of} fields.',
  },
  'request.recorded': {
    kk: 'Әр ашып көрсету журналға жазылады.',
    ru: 'Каждый показ записывается.',
    en: 'Every reveal is recorded.',
  },
  'request.opened_by': { kk: 'Ашқандар: {n}', ru: 'Кто открывал: {n}', en: 'Opened by: {n}' },
  'request.why_hidden': { kk: 'Неге жасырылған?', ru: 'Почему скрыто?', en: 'Why hidden?' },
  'request.hidden_fields': {
    kk: '{fields}: {because}',
    ru: '{fields}: {because}',
    en: '{fields}: {because}',
  },
  'request.hidden.role': {
    kk: 'рөліңізге ашылмайды.',
    ru: 'вашей роли не показывается.',
    en: 'not shown to your role.',
  },
  'request.hidden.partly': {
    kk: 'қажетінен артық көрсетілмеуі үшін ішінара жасырылған.',
    ru: 'частично скрыто, чтобы показывать не больше нужного.',
    en: 'partly hidden, so that no more is shown than needed.',
  },
  'request.hidden.blocked': {
    kk: 'деректер бұғатталған.',
    ru: 'данные заблокированы.',
    en: 'the data are blocked.',
  },
  'request.hidden.reveal': {
    kk: 'Мақсатын жазып, 60 секундқа ашып көрсетуге болады.',
    ru: 'Можно показать на 60 секунд, указав цель.',
    en: 'You can reveal it for 60 seconds if you state a purpose.',
  },
  'request.hidden.reveal_if': {
    kk: 'Өтінішті өзіңізге алсаңыз, күндік шек ішінде ашып көрсетуге болады.',
    ru: 'Можно показать, если обращение у вас в работе и дневной лимит не исчерпан.',
    en: 'It can be revealed while the request is yours and the daily limit is not spent.',
  },
  'request.hidden.compare': {
    kk: 'Өтініш берушінің айтқанымен салыстыруға болады.',
    ru: 'Можно сверить с тем, что называет заявитель.',
    en: 'It can be compared with what the applicant says.',
  },
  'request.suggested': {
    kk: 'Сол адамнан болуы мүмкін',
    ru: 'Возможно, от того же человека',
    en: 'Perhaps from the same person',
  },
  'request.same_email': { kk: 'поштасы бірдей', ru: 'тот же адрес', en: 'same e-mail' },
  'request.same_phone': { kk: 'телефоны бірдей', ru: 'тот же телефон', en: 'same phone' },
  'request.delay': { kk: 'Кешігу себебі', ru: 'Причина задержки', en: 'Reason for the delay' },
  'request.expected_on': { kk: 'Күтілетін күні', ru: 'Ожидаемая дата', en: 'Expected on' },
  'request.recorded_at': { kk: 'Тіркелді', ru: 'Записано', en: 'Recorded' },
  'request.recorded_on': {
    kk: 'Жүйеде тіркелген уақыты: {when}. Мерзім түскен уақыттан есептеледі.',
    ru: 'Записано в системе: {when}. Срок считается от поступления.',
    en: 'Recorded here: {when}. The deadline is counted from the date received.',
  },
  'request.policy': { kk: 'Саясат нұсқасы', ru: 'Версия политики', en: 'Policy version' },
} as const satisfies Area;

const reveal = {
  'request.reveal': { kk: 'Ашып көрсету', ru: 'Показать', en: 'Reveal' },
  'request.reveal_title': { kk: 'Ашып көрсету: {field}', ru: 'Показать: {field}', en: 'Reveal: {field}' },
  'request.reveal_confirm': {
    kk: '60 секундқа ашып көрсету',
    ru: 'Показать на 60 секунд',
    en: 'Reveal for 60 seconds',
  },
  'request.reveal_hint': {
    kk: '{reference}: кім, қашан және не үшін ашып көрсеткені журналға жазылады, мәннің өзі жазылмайды.',
    ru: '{reference}: в журнал запишутся имя, время и цель показа, но не само значение.',
    en: '{reference}: the log will hold who, when and why, never the value itself.',
  },
  'request.purpose': { kk: 'Мақсаты', ru: 'Цель', en: 'Purpose' },
  'request.purpose_text': { kk: 'Мақсатын жазыңыз', ru: 'Укажите цель', en: 'State the purpose' },
  'request.reveals_left': {
    kk: 'бүгін қалды: {n}',
    ru: 'на сегодня осталось: {n}',
    en: 'left today: {n}',
  },
  'request.compare_name': { kk: 'Салыстыру: {field}', ru: 'Сверить: {field}', en: 'Compare {field}' },
  'request.compare_label': {
    kk: 'Өтініш беруші айтқан мән: {field}',
    ru: 'Что называет заявитель: {field}',
    en: 'What the applicant says: {field}',
  },
  'request.match': { kk: 'Сәйкес келеді', ru: 'Совпадает', en: 'It matches' },
  'request.no_match': {
    kk: 'Сәйкес келмейді. Қалған мүмкіндік: {n}',
    ru: 'Не совпадает. Осталось попыток: {n}',
    en: 'No match. Tries left: {n}',
  },
  'request.compare_note': {
    kk: 'Жазылған мән сақталмайды. Бір сағатта бір өтінішке 5 қате, бір кіруде іздеумен бірге 20 қате жіберуге болады.',
    ru: 'Введённое не сохраняется. Допускается 5 ошибок на обращение в час и 20 за один вход, вместе с поиском.',
    en: 'What you type is not kept. At most 5 wrong tries per request in an hour and 20 per sign-in, searches included.',
  },
} as const satisfies Area;

const composer = {
  'request.write_answer': { kk: 'Жауап жазу…', ru: 'Написать ответ…', en: 'Write an answer…' },
  'request.write_note': { kk: 'Ішкі ескертпе…', ru: 'Внутренняя заметка…', en: 'Internal note…' },
  'request.answer_text': { kk: 'Хат мәтіні', ru: 'Текст письма', en: 'Letter' },
  'request.send': { kk: 'Жіберу', ru: 'Отправить', en: 'Send' },
  'request.send_language': {
    kk: 'Өтініш тілі: {language}',
    ru: 'Язык обращения: {language}',
    en: 'Language of the request: {language}',
  },
  'request.send_to': { kk: 'кімге:', ru: 'кому:', en: 'to:' },
  'request.send_status': {
    kk: 'жаңа мәртебесі: {status}',
    ru: 'новый статус: {status}',
    en: 'new status: {status}',
  },
  'request.send_promise': {
    kk: 'хатты пошта сервері қабылдағанда жауап берілді деп саналады',
    ru: 'ответ считается данным, когда письмо примет почтовый сервер',
    en: 'the answer counts once the mail server has accepted it',
  },
  'request.wrong_language': {
    kk: 'Жауап қазақша немесе өтініш тілінде берілуі тиіс (Тіл туралы заң, 11-бап). Өтініш тілі: {language}.',
    ru: 'Ответ даётся на казахском или на языке обращения (Закон о языках, ст. 11). Язык обращения: {language}.',
    en: 'The answer must be in Kazakh or in the language of the request (Language Law, art. 11). Language of the request: {language}.',
  },
  'request.outside_channel': { kk: 'Қалай берілді', ru: 'Как дан', en: 'How it was given' },
  'request.outside_day': { kk: 'Қашан берілді', ru: 'Когда дан', en: 'When' },
  'request.outside_text': { kk: 'Берілген жауап', ru: 'Данный ответ', en: 'The answer given' },
  'request.outside_hint': {
    kk: 'Жауап мәтіні немесе айтылғанның қысқаша мазмұны. Шифрланып сақталады.',
    ru: 'Текст ответа или краткое содержание сказанного. Хранится зашифрованным.',
    en: 'The text of the answer, or in short what was said. Stored encrypted.',
  },
  'request.record_answer': { kk: 'Жауапты жазу', ru: 'Записать ответ', en: 'Record the answer' },
  'request.note_label': {
    kk: 'Ішкі ескертпе: өтініш берушіге көрінбейді',
    ru: 'Внутренняя заметка: заявитель её не увидит',
    en: 'Internal note: the applicant never sees it',
  },
  'request.add_note': { kk: 'Ескертпе қосу', ru: 'Добавить заметку', en: 'Add the note' },
  'request.call_note': {
    kk: 'Қоңырау туралы ескертпе',
    ru: 'Заметка о звонке',
    en: 'Call note',
  },
  'request.call_note_hint': {
    kk: 'Өтініш беруші не айтты? Бұл ескертпе жауапты тұлға мен сізге ғана көрінеді.',
    ru: 'Что сказал заявитель? Заметку увидят только ответственное лицо и вы.',
    en: 'What did the applicant say? The privacy officer and you will read it, nobody else.',
  },
  'request.pass_on': { kk: 'Жеткізу', ru: 'Передать', en: 'Pass on' },
  'request.draft.saved': { kk: 'сақталды: {when}', ru: 'сохранено {when}', en: 'saved {when}' },
  'request.draft.saving': { kk: 'сақталуда…', ru: 'сохраняется…', en: 'saving…' },
  'request.draft.waiting': {
    kk: 'байланыс қалпына келгенде сақталады; әзірге тек осы бет ашық тұрғанда сақтаулы',
    ru: 'сохранится, когда появится связь; пока хранится, только пока открыта эта страница',
    en: 'will be saved when connected; until then kept only while this page is open',
  },
  'request.draft.waiting_kept': {
    kk: 'байланыс қалпына келгенде сақталады; әзірге осы браузерде шифрланып сақталады',
    ru: 'сохранится, когда появится связь; пока хранится зашифрованным в этом браузере',
    en: 'will be saved when connected; until then stored encrypted in this browser',
  },
  'request.draft.not_saved': {
    kk: 'әзірге сақталмады: мәтінді таңдаңыз',
    ru: 'пока не сохранено: выберите текст',
    en: 'not saved yet: choose a text',
  },
  'request.draft.not_sent': { kk: 'Жіберілмеді.', ru: 'Не отправлено.', en: 'Not sent.' },
  'request.draft.conflict': {
    kk: 'Жобаның екі мәтіні',
    ru: 'Два текста черновика',
    en: 'Two texts of the draft',
  },
  'request.draft.conflict_at': {
    kk: 'Басқа қойындыда немесе құрылғыда сақталған мәтін, {when}:',
    ru: 'Текст, сохранённый в другой вкладке или на другом устройстве, {when}:',
    en: 'Text saved in another tab or on another device, {when}:',
  },
  'request.draft.conflict_gone': {
    kk: 'Жоба басқа қойындыда немесе құрылғыда жіберілді немесе өшірілді. Өрістегі мәтін қалды.',
    ru: 'Черновик отправлен или удалён в другой вкладке или на другом устройстве. Текст в поле остался.',
    en: 'The draft was sent or deleted in another tab or on another device. The text in the field is still here.',
  },
  'request.draft.take_both': { kk: 'Екеуін біріктіру', ru: 'Соединить оба', en: 'Join both' },
  'request.draft.take_mine': {
    kk: 'Өрістегі мәтінді қалдыру',
    ru: 'Оставить текст из поля',
    en: 'Keep the text here',
  },
  'request.draft.take_theirs': {
    kk: 'Сақталған мәтінді алу',
    ru: 'Взять сохранённый текст',
    en: 'Use the saved text',
  },
  'request.draft.drop_mine': { kk: 'Мәтінді өшіру', ru: 'Удалить текст', en: 'Delete the text' },
} as const satisfies Area;

const conflict = {
  'request.conflict': {
    kk: 'Осы арада өтініш өзгерді.',
    ru: 'За это время обращение изменилось.',
    en: 'The request has changed meanwhile.',
  },
  'request.conflict_by': {
    kk: 'Осы арада өзгерткен: {who}, {when}.',
    ru: 'За это время внесены изменения: {who}, {when}.',
    en: 'Changed meanwhile by {who} at {when}.',
  },
  'request.conflict_letters': { kk: 'Жаңа хат: {n}', ru: 'Новых писем: {n}', en: 'New letters: {n}' },
  'request.second_letter': {
    kk: 'Осы арада басқа хат жіберілді. Өзіңіздікін де жібересіз бе?',
    ru: 'За это время уже ушло другое письмо. Отправить и ваше?',
    en: 'Another letter went out meanwhile. Send yours too?',
  },
  'request.second_letter_by': { kk: '{who}, {when}', ru: '{who}, {when}', en: '{who}, {when}' },
  'request.second_letter_hint': {
    kk: 'Өтініш беруші екі хат алады. Алдыңғысын өтініштің барысынан оқыңыз.',
    ru: 'Заявитель получит оба письма. Прочтите предыдущее в ходе обращения.',
    en: 'The applicant will get both. Read the earlier one in the timeline.',
  },
  'request.conflict_hint': {
    kk: 'Бетте жаңа күйі тұр, жазғаныңыз сақталды. Өзіңіздікін қолдану үшін қайта басыңыз: «{button}».',
    ru: 'На странице уже новое состояние, написанное вами сохранено. Чтобы применить своё, нажмите ещё раз: «{button}».',
    en: 'The page shows the new state and what you wrote is kept. To apply yours, press again: “{button}”.',
  },
} as const satisfies Area;

const dialog = {
  'request.time': { kk: 'Уақыты', ru: 'Время', en: 'Time' },
  'request.reason_hint': {
    kk: 'Журналдағы оқиғамен бірге шифрланып сақталады.',
    ru: 'Хранится зашифрованной вместе с событием журнала.',
    en: 'Stored encrypted with the event in the log.',
  },
  'request.handed_over': {
    kk: 'Жауапты тұлғаға тапсырылды',
    ru: 'Передано ответственному лицу',
    en: 'Handed over to the privacy officer',
  },
  'request.handed_over_at': { kk: 'Тапсырылды: {when}', ru: 'Передано: {when}', en: 'Handed over: {when}' },
  'request.handed_over_due': {
    kk: 'Жауап беру мерзімі: {when}',
    ru: 'Срок ответа: {when}',
    en: 'Answer due: {when}',
  },
  'request.handed_over_hint': {
    kk: 'Өтініш берушіге осы нөмірді айтыңыз. Мазмұны сізге бұдан былай көрінбейді, қоңырау туралы ескертпе қалдыра аласыз.',
    ru: 'Назовите заявителю этот номер. Содержание вам больше не видно, но можно оставить заметку о звонке.',
    en: 'Give the applicant this number. You no longer see the content, but you can leave a call note.',
  },
  'request.missing.answer': {
    kk: 'Алдымен жауап жіберілуі немесе жазылуы тиіс.',
    ru: 'Сначала нужен отправленный или записанный ответ.',
    en: 'An answer must be sent or recorded first.',
  },
  'request.missing.decision': {
    kk: 'Алдымен екі жауапты тұлғаның шешімі керек.',
    ru: 'Сначала нужно решение двух ответственных лиц.',
    en: 'A decision by two officers is needed first.',
  },
  'request.missing.approval': {
    kk: 'Шешім әлі бекітілген жоқ.',
    ru: 'Решение ещё не утверждено.',
    en: 'The decision is not approved yet.',
  },
  'request.missing.other_decision': {
    kk: 'Шешім басқа нәтиже туралы.',
    ru: 'Решение принято о другом результате.',
    en: 'The decision is for another outcome.',
  },
} as const satisfies Area;

const key = {
  'request.key.back': { kk: 'Тізімге оралу', ru: 'К списку', en: 'Back to the list' },
  'request.key.next': { kk: 'Келесі өтініш', ru: 'Следующее обращение', en: 'Next request' },
  'request.key.previous': { kk: 'Алдыңғы өтініш', ru: 'Предыдущее обращение', en: 'Previous request' },
  'request.key.send': { kk: 'Жіберу немесе қосу', ru: 'Отправить или добавить', en: 'Send or add' },
  'request.key.leave': {
    kk: 'Жазуды тоқтату, жобасы сақталады',
    ru: 'Прервать, черновик сохранится',
    en: 'Leave, the draft is kept',
  },
} as const satisfies Area;

const trail = {
  'request.trail_tab': {
    kk: 'Кім ашты · {reference}',
    ru: 'Кто открывал · {reference}',
    en: 'Who has opened it · {reference}',
  },
  'request.trail_title': {
    kk: 'Осы адамның деректерін кім көрді',
    ru: 'Кто видел данные этого человека',
    en: 'Who has seen this person’s data',
  },
  'request.trail_listed': {
    kk: 'Тізімде көрінді: {n} рет, адам саны: {people}.',
    ru: 'Показов в списках: {n}, людей: {people}.',
    en: 'Times shown in lists: {n}, people who saw them: {people}.',
  },
  'request.trail_shown.names': {
    kk: 'қысқа аты мен бірінші жолы көрінді',
    ru: 'видны краткое имя и первая строка',
    en: 'short name and first line shown',
  },
  'request.trail_shown.plain': {
    kk: 'аты да, мәтіні де көрінбеді',
    ru: 'имя и текст не показаны',
    en: 'neither name nor text shown',
  },
  'request.trail_shown.either': {
    kk: 'қысқа аты мен бірінші жолы көрінген болуы мүмкін',
    ru: 'могли быть видны краткое имя и первая строка',
    en: 'short name and first line may have been shown',
  },
  'request.trail_not_listed': {
    kk: 'Тізімдерде көрінген жоқ.',
    ru: 'В списках не показывалось.',
    en: 'Not shown in any list.',
  },
  'request.trail_truncated': {
    kk: 'Соңғы {n} оқиға көрсетілген, қалғаны аудит журналында.',
    ru: 'Показаны последние события: {n}. Остальное в журнале аудита.',
    en: 'The latest {n} events; the audit log has the rest.',
  },
  'request.trail_empty': {
    kk: 'Әзірге ешкім ашқан жоқ',
    ru: 'Пока никто не открывал',
    en: 'Nobody has opened it yet',
  },
  'request.trail_of': { kk: 'Қай өтініштер', ru: 'Какие обращения', en: 'Which requests' },
  'request.trail_of.request': { kk: 'Осы өтініш', ru: 'Это обращение', en: 'This request' },
  'request.trail_of.person': {
    kk: 'Осы адамның барлық өтініші',
    ru: 'Все обращения этого человека',
    en: 'All requests of this person',
  },
  'request.trail_person': {
    kk: 'Бір мекенжайдан немесе бір нөмірден келген өтініштер: {count}.',
    ru: 'Обращений с того же адреса или номера: {count}.',
    en: 'Requests from the same address or number: {count}.',
  },
  'request.trail_request': { kk: 'Өтініш', ru: 'Обращение', en: 'Request' },
  'request.trail_last': { kk: 'соңғысы: {when}', ru: 'последний раз {when}', en: 'last {when}' },
  'request.trail_lists': { kk: 'Тізімнен көргендер', ru: 'Видели в списках', en: 'Seen in lists by' },
  'request.case_saved': {
    kk: '{file} сақталды. Файлда дербес дерек жоқ.',
    ru: 'Сохранён {file}. Персональных данных в файле нет.',
    en: 'Saved {file}. There are no personal data in it.',
  },
  'person_trail.tab': { kk: 'Бір адам бойынша', ru: 'По одному человеку', en: 'One person' },
  'person_trail.title': {
    kk: 'Бір адамға қатысты барлық әрекет',
    ru: 'Всё, что касалось одного человека',
    en: 'Everything done about one person',
  },
  'person_trail.lead': {
    kk: 'Адамның өзі айтқан электрондық пошта, телефон немесе ЖСН бойынша ізделеді. Оның деректері көрсетілмейді: тек өтініш нөмірлері мен олармен не істелгені. Іздеу журналға жазылады, ізделген мәннің өзі жазылмайды.',
    ru: 'Поиск по адресу, телефону или ИИН, которые назвал сам человек. Его данные не показываются: только номера обращений и что с ними делали. Поиск записывается в журнал без самого значения.',
    en: 'Looks up what the person says: an e-mail, a phone or an IIN. None of their data are shown: only the numbers of requests and what was done with them. The search is recorded without the value.',
  },
  'person_trail.label': {
    kk: 'Пошта, телефон немесе ЖСН',
    ru: 'Почта, телефон или ИИН',
    en: 'E-mail, phone or IIN',
  },
  'person_trail.none': {
    kk: 'Бұл дерекпен келген өтініш жоқ',
    ru: 'Обращений с этими данными нет',
    en: 'No request came with these details',
  },
  'person_trail.found': {
    kk: 'Табылған өтініштер: {count}',
    ru: 'Найдено обращений: {count}',
    en: 'Requests found: {count}',
  },
  'request.trail_at': { kk: 'Уақыты', ru: 'Время', en: 'When' },
  'request.trail_who': { kk: 'Кім', ru: 'Кто', en: 'Who' },
  'request.trail_what': { kk: 'Не істеді', ru: 'Что сделано', en: 'What' },
  'request.trail_program': { kk: 'Бағдарлама', ru: 'Программа', en: 'A program' },
  'request.trail_outcome.denied': { kk: 'рұқсат берілмеді', ru: 'не разрешено', en: 'denied' },
  'request.trail_outcome.failure': { kk: 'орындалмады', ru: 'не выполнено', en: 'failed' },
} as const satisfies Area;

export const request = {
  ...myMove,
  ...letterState,
  ...note,
  ...head,
  ...button,
  ...done,
  ...timeline,
  ...aside,
  ...reveal,
  ...composer,
  ...conflict,
  ...dialog,
  ...key,
  ...trail,
};
