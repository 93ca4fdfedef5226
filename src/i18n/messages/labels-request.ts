/** Labels of a request's types, statuses, outcomes and other codes, in the order of the domain's tables. */

import type { ReceiptKept } from '#domain/request/duplicate.ts';
import type { Channel, DelayReason, Ground, PlainField, Purpose } from '#domain/request/fields.ts';
import type { MoveCode } from '#domain/request/move.ts';
import type { Outcome, Status } from '#domain/request/status.ts';
import type { RequestEvent, StepCode } from '#domain/request/steps.ts';
import type { RequestType } from '#domain/request/types.ts';
import type { Labels } from '../message.ts';

const type = {
  'type.contact': { kk: 'Кері байланыс', ru: 'Обратная связь', en: 'Feedback' },
  'type.consumer_claim': { kk: 'Тұтынушы талабы', ru: 'Претензия потребителя', en: 'Consumer claim' },
  'type.privacy_question': { kk: 'Деректер туралы сұрақ', ru: 'Вопрос о данных', en: 'Question about data' },
  'type.deletion': { kk: 'Деректерді жою', ru: 'Уничтожение данных', en: 'Data deletion' },
  'type.access': { kk: 'Деректерге қол жеткізу', ru: 'Доступ к данным', en: 'Data access' },
  'type.correction': { kk: 'Деректерді түзету', ru: 'Исправление данных', en: 'Data correction' },
  'type.blocking': { kk: 'Деректерді бұғаттау', ru: 'Блокирование данных', en: 'Data blocking' },
  'type.withdrawal': { kk: 'Келісімді кері қайтарып алу', ru: 'Отзыв согласия', en: 'Consent withdrawal' },
  'type.objection': {
    kk: 'Автоматты өңдеуге қарсылық',
    ru: 'Возражение против автоматизированной обработки',
    en: 'Objection to automated processing',
  },
  'type.incident': { kk: 'Деректердің таралып кетуі', ru: 'Утечка данных', en: 'Data leak' },
  'type.authority': {
    kk: 'Мемлекеттік органның талабы',
    ru: 'Требование государственного органа',
    en: 'Request from a state body',
  },
} as const satisfies Labels<'type', RequestType>;

const status = {
  'status.new': { kk: 'Жаңа', ru: 'Новое', en: 'New' },
  'status.in_progress': { kk: 'Қаралуда', ru: 'На рассмотрении', en: 'In progress' },
  'status.waiting_applicant': {
    kk: 'Өтініш берушіден күтілуде',
    ru: 'Ждём заявителя',
    en: 'Waiting for the applicant',
  },
  'status.awaiting_approval': { kk: 'Бекітілуін күтуде', ru: 'На утверждении', en: 'Awaiting approval' },
  'status.executing': { kk: 'Орындалуда', ru: 'Исполняется', en: 'Being carried out' },
  'status.closed': { kk: 'Жабылды', ru: 'Закрыто', en: 'Closed' },
} as const satisfies Labels<'status', Status>;

const outcome = {
  'outcome.answered': { kk: 'Жауап берілді', ru: 'Дан ответ', en: 'Answered' },
  'outcome.fulfilled': { kk: 'Орындалды', ru: 'Исполнено', en: 'Fulfilled' },
  'outcome.partly_fulfilled': { kk: 'Ішінара орындалды', ru: 'Исполнено частично', en: 'Partly fulfilled' },
  'outcome.restricted': { kk: 'Өңдеу шектелді', ru: 'Обработка ограничена', en: 'Processing restricted' },
  'outcome.refused': { kk: 'Бас тартылды', ru: 'Отказано', en: 'Refused' },
  'outcome.withdrawn': {
    kk: 'Өтініш беруші кері қайтарып алды',
    ru: 'Отозвано заявителем',
    en: 'Withdrawn by the applicant',
  },
  'outcome.duplicate': { kk: 'Қайталама өтініш', ru: 'Повторное обращение', en: 'Duplicate' },
  'outcome.no_reply_needed': { kk: 'Жауап қажет емес', ru: 'Ответ не требуется', en: 'No reply needed' },
} as const satisfies Labels<'outcome', Outcome>;

/** Why the main request kept its receipt when a duplicate was linked to it. */
const receiptKept = {
  'receipt_kept.not_earlier': {
    kk: 'Негізгі өтініштің түскен күні ертерек, ол өзгерген жоқ.',
    ru: 'Основное обращение поступило раньше, дата его поступления не изменилась.',
    en: 'The main request was received earlier, so its date received did not change.',
  },
  'receipt_kept.original_closed': {
    kk: 'Негізгі өтініштің түскен күні өзгерген жоқ: ол жабылған.',
    ru: 'Дата поступления основного обращения не изменилась: оно закрыто.',
    en: 'The date received of the main request did not change: it is closed.',
  },
  'receipt_kept.not_allowed': {
    kk: 'Негізгі өтініштің түскен күні өзгерген жоқ: өтініштерді байланыстырған қызметкердің екеуінің де күнін түзетуге құқығы болмаған.',
    ru: 'Дата поступления основного обращения не изменилась: у сотрудника, связавшего обращения, не было права исправить дату в обоих.',
    en: 'The date received of the main request did not change: the colleague who linked the two was not allowed to correct the date of both.',
  },
  'receipt_kept.other_sender': {
    kk: 'Негізгі өтініштің түскен күні өзгерген жоқ: екі өтініштің электрондық поштасы да, телефоны да бірдей емес.',
    ru: 'Дата поступления основного обращения не изменилась: в двух обращениях нет общего адреса электронной почты или телефона.',
    en: 'The date received of the main request did not change: the two share neither an e-mail address nor a phone number.',
  },
} as const satisfies Labels<'receipt_kept', ReceiptKept>;

const channel = {
  'channel.form': { kk: 'Сайттағы нысан', ru: 'Форма на сайте', en: 'Site form' },
  'channel.email': { kk: 'Электрондық пошта', ru: 'Эл. почта', en: 'E-mail' },
  'channel.phone': { kk: 'Телефон', ru: 'Телефон', en: 'Phone' },
  'channel.post': { kk: 'Пошта (қағаз хат)', ru: 'Почта (бумажное письмо)', en: 'Post' },
  'channel.in_person': { kk: 'Жеке өзі', ru: 'Лично', en: 'In person' },
} as const satisfies Labels<'channel', Channel>;

const move = {
  'move.take': { kk: 'Қарауға алу', ru: 'Взять в работу', en: 'Take' },
  'move.answer': { kk: 'Жауап беру', ru: 'Ответить', en: 'Answer' },
  'move.decide': { kk: 'Шешім ұсыну', ru: 'Предложить решение', en: 'Propose a decision' },
  'move.approve': { kk: 'Бекіту', ru: 'Утвердить', en: 'Approve' },
  'move.carry_out': { kk: 'Орындау', ru: 'Исполнить', en: 'Carry out' },
  'move.close': { kk: 'Жабу', ru: 'Закрыть', en: 'Close' },
  'move.wait_applicant': {
    kk: 'Өтініш берушіден күтілуде',
    ru: 'Ждём заявителя',
    en: 'Waiting for the applicant',
  },
  'move.none': { kk: 'Әрекет қажет емес', ru: 'Действий не требуется', en: 'Nothing to do' },
} as const satisfies Labels<'move', MoveCode>;

const moveLine = {
  'move_line.waiting': {
    kk: 'Өтініш берушіден күтілуде: {n, plural, one {# күн} other {# күн}}',
    ru: 'Ждём заявителя: {n, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
    en: 'Waiting for the applicant: {n, plural, one {# day} other {# days}}',
  },
} as const;

const step = {
  'step.answer_claim': { kk: 'талапқа жауап беру', ru: 'ответ на претензию', en: 'answer the claim' },
  'step.answer_deletion': {
    kk: 'жою туралы жауап беру',
    ru: 'ответ об уничтожении',
    en: 'answer on deletion',
  },
  'step.destroy': { kk: 'деректерді жою', ru: 'уничтожение данных', en: 'destroy the data' },
  'step.correct': { kk: 'түзету', ru: 'исправление', en: 'correct the data' },
  'step.block': { kk: 'бұғаттау', ru: 'блокирование', en: 'block the data' },
  'step.unblock': { kk: 'бұғаттауды алып тастау', ru: 'снятие блокирования', en: 'lift the block' },
  'step.stop_processing': { kk: 'өңдеуді тоқтату', ru: 'прекращение обработки', en: 'stop processing' },
  'step.consider_objection': {
    kk: 'қарсылыққа жауап беру',
    ru: 'ответ на возражение',
    en: 'answer the objection',
  },
  'step.notify_authority': {
    kk: 'органды хабардар ету',
    ru: 'уведомление органа',
    en: 'notify the authority',
  },
  'step.answer_authority': {
    kk: 'органға жауап беру',
    ru: 'ответ госоргану',
    en: 'answer the state body',
  },
} as const satisfies Labels<'step', StepCode>;

const stepEvent = {
  'step_event.received': { kk: 'Өтініш түсті', ru: 'Обращение поступило', en: 'Request received' },
  'step_event.violation_confirmed': {
    kk: 'Бұзушылық расталды',
    ru: 'Нарушение подтверждено',
    en: 'Violation confirmed',
  },
  'step_event.violation_rejected': {
    kk: 'Бұзушылық расталмады',
    ru: 'Нарушение не подтверждено',
    en: 'Violation not confirmed',
  },
  'step_event.documents_accepted': {
    kk: 'Құжаттар қабылданды',
    ru: 'Документы приняты',
    en: 'Documents accepted',
  },
  'step_event.breach_detected': {
    kk: 'Қауіпсіздіктің бұзылуы анықталды',
    ru: 'Обнаружено нарушение безопасности',
    en: 'Breach detected',
  },
  'step_event.answered': { kk: 'Жауап берілді', ru: 'Дан ответ', en: 'Answered' },
  'step_event.destroyed': { kk: 'Деректер жойылды', ru: 'Данные уничтожены', en: 'Data destroyed' },
  'step_event.corrected': { kk: 'Деректер түзетілді', ru: 'Данные исправлены', en: 'Data corrected' },
  'step_event.blocked': { kk: 'Деректер бұғатталды', ru: 'Данные заблокированы', en: 'Data blocked' },
  'step_event.unblocked': { kk: 'Бұғаттау алып тасталды', ru: 'Блокирование снято', en: 'Block lifted' },
  'step_event.processing_stopped': {
    kk: 'Өңдеу тоқтатылды',
    ru: 'Обработка прекращена',
    en: 'Processing stopped',
  },
  'step_event.authority_notified': {
    kk: 'Уәкілетті орган хабардар етілді',
    ru: 'Уполномоченный орган уведомлён',
    en: 'Authority notified',
  },
} as const satisfies Labels<'step_event', RequestEvent['event']>;

const purpose = {
  'purpose.contact_applicant': {
    kk: 'Өтініш берушімен байланысу',
    ru: 'Связаться с заявителем',
    en: 'Contact the applicant',
  },
  'purpose.confirm_identity': { kk: 'Жеке басын растау', ru: 'Подтвердить личность', en: 'Confirm identity' },
  'purpose.carry_out': { kk: 'Өтінішті орындау', ru: 'Исполнить обращение', en: 'Carry out the request' },
  'purpose.security_incident': {
    kk: 'Қауіпсіздік оқиғасын тексеру',
    ru: 'Расследовать инцидент безопасности',
    en: 'Investigate a security incident',
  },
  'purpose.legal_duty': { kk: 'Заңда көзделген міндет', ru: 'Обязанность по закону', en: 'Legal duty' },
  'purpose.other': { kk: 'Басқа', ru: 'Другое', en: 'Other' },
} as const satisfies Labels<'purpose', Purpose>;

const delay = {
  'delay.waiting_for_applicant': {
    kk: 'Өтініш берушіден күтілуде',
    ru: 'Ждём заявителя',
    en: 'Waiting for the applicant',
  },
  'delay.waiting_for_partner': {
    kk: 'Серіктестің жауабы күтілуде',
    ru: 'Ждём ответа партнёра',
    en: 'Waiting for a partner',
  },
  'delay.complex': { kk: 'Мәселе күрделі', ru: 'Сложный вопрос', en: 'Complex matter' },
  'delay.workload': { kk: 'Жұмыс көлемі үлкен', ru: 'Высокая нагрузка', en: 'Workload' },
  'delay.technical': { kk: 'Техникалық ақау', ru: 'Технический сбой', en: 'Technical fault' },
  'delay.legal_advice': {
    kk: 'Заңгердің кеңесі күтілуде',
    ru: 'Ждём консультации юриста',
    en: 'Waiting for legal advice',
  },
} as const satisfies Labels<'delay', DelayReason>;

const ground = {
  'ground.G1': {
    kk: 'Заң сақтауды немесе өңдеуді талап етеді',
    ru: 'Закон требует хранения или обработки',
    en: 'The law requires storage or processing',
  },
  'ground.G2': {
    kk: 'Субъектінің орындалмаған міндеттемесі бар',
    ru: 'У субъекта есть неисполненное обязательство',
    en: 'The subject has an unfulfilled obligation',
  },
  'ground.G3': {
    kk: 'Кері қайтарып алу заңға қайшы келеді',
    ru: 'Отзыв противоречит закону',
    en: 'The withdrawal contradicts the law',
  },
  'ground.G4': { kk: 'Жеке басы расталмады', ru: 'Личность не подтверждена', en: 'Identity not confirmed' },
  'ground.G5': {
    kk: 'Өкілдің өкілеттігі расталмады',
    ru: 'Полномочия представителя не подтверждены',
    en: 'Representative’s powers not confirmed',
  },
  'ground.G6': {
    kk: 'Деректердің өтініш берушіге тиесілі екені расталмады немесе деректер жоқ',
    ru: 'Принадлежность данных не подтверждена или данных нет',
    en: 'Data not shown to be theirs, or none held',
  },
  'ground.G7': {
    kk: 'Түзетуді растайтын құжаттар жоқ',
    ru: 'Нет документов, подтверждающих исправление',
    en: 'No documents supporting the correction',
  },
  'ground.G8': {
    kk: 'Шарттардың бұзылуы расталмады',
    ru: 'Нарушение условий не подтверждено',
    en: 'Violation of conditions not confirmed',
  },
  'ground.G9': {
    kk: 'Деректер заңда аталған мақсаттар үшін сақталады',
    ru: 'Данные сохраняются для целей, названных в законе',
    en: 'Kept for purposes named by law',
  },
  'ground.G10': {
    kk: 'Заң келісімсіз өңдеуге рұқсат береді',
    ru: 'Закон допускает обработку без согласия',
    en: 'The law allows processing without consent',
  },
} as const satisfies Labels<'ground', Ground>;

/** Column heads and names of filters. */
const plain = {
  'plain.reference': { kk: 'Нөмірі', ru: 'Номер', en: 'Number' },
  'plain.type': { kk: 'Түрі', ru: 'Вид', en: 'Type' },
  'plain.track': { kk: 'Бағыты', ru: 'Направление', en: 'Track' },
  'plain.status': { kk: 'Мәртебесі', ru: 'Статус', en: 'Status' },
  'plain.outcome': { kk: 'Нәтижесі', ru: 'Результат', en: 'Outcome' },
  'plain.channel': { kk: 'Түсу арнасы', ru: 'Канал', en: 'Channel' },
  'plain.language': { kk: 'Тілі', ru: 'Язык', en: 'Language' },
  'plain.site': { kk: 'Сайт', ru: 'Сайт', en: 'Site' },
  'plain.receivedOn': { kk: 'Түскен күні', ru: 'Поступило', en: 'Received' },
  'plain.dueOn': { kk: 'Мерзімі', ru: 'Срок', en: 'Due' },
  'plain.actBy': { kk: 'Соңғы жұмыс күні', ru: 'Последний рабочий день', en: 'Last working day' },
  'plain.orderOn': { kk: 'Кезегі', ru: 'Очерёдность', en: 'Order' },
  'plain.assignee': { kk: 'Орындаушы', ru: 'Исполнитель', en: 'Assignee' },
  'plain.move': { kk: 'Келесі әрекет', ru: 'Следующее действие', en: 'Next action' },
  'plain.state': { kk: 'Мерзім күйі', ru: 'Состояние срока', en: 'Deadline state' },
  'plain.test': { kk: 'Сынақ', ru: 'Тестовое', en: 'Test' },
  'plain.closedOn': { kk: 'Жабылған күні', ru: 'Закрыто', en: 'Closed' },
} as const satisfies Labels<'plain', PlainField>;

export const requestLabels = {
  ...type,
  ...status,
  ...outcome,
  ...receiptKept,
  ...channel,
  ...move,
  ...moveLine,
  ...step,
  ...stepEvent,
  ...purpose,
  ...delay,
  ...ground,
  ...plain,
};
