/** The seal of the log: its size, verification in the browser, the proof of one event, and the alarm. */
import type { Area } from '../message.ts';

const line = {
  'seal.title': { kk: 'Журналдың мөрі', ru: 'Защитная печать журнала', en: 'Seal of the log' },
  'seal.none': { kk: 'Журнал әлі мөрленген жоқ', ru: 'Журнал ещё не запечатан', en: 'Nothing is sealed yet' },
  'seal.reach': {
    kk: '№\u00a0{size} оқиғаға дейін мөрленген, қол қойылған уақыты: {at}',
    ru: 'Запечатано до события №\u00a0{size}, подписано {at}',
    en: 'Sealed up to event {size}, signed {at}',
  },
  'seal.waiting': { kk: 'күтіп тұрғаны: {count}', ru: 'ждут: {count}', en: '{count} waiting' },
  'seal.late': {
    kk: 'Мөрленуді 10 секундтан астам күтіп тұрған оқиғалар бар. Мөрлеуді бірдеңе тежеп тұр: әкімшіге хабарлаңыз.',
    ru: 'Некоторые события ждут защитной печати дольше 10 секунд. Что-то её задерживает: сообщите администратору.',
    en: 'Some events have waited longer than 10 seconds to be sealed. Something holds the sealing back: tell the administrator.',
  },
  'seal.unknown': {
    kk: 'Мөрдің жай-күйі белгісіз.',
    ru: 'Состояние защитной печати неизвестно.',
    en: 'The state of the seal is unknown.',
  },
  'seal.verify': { kk: 'Тексеру', ru: 'Проверить', en: 'Verify' },
  'seal.verify_again': { kk: 'Қайта тексеру', ru: 'Проверить ещё раз', en: 'Verify again' },
  'seal.verify_all': {
    kk: 'Басынан бастап тексеру',
    ru: 'Проверить с начала',
    en: 'Verify from the start',
  },
  'seal.stop': { kk: 'Тоқтату', ru: 'Остановить', en: 'Stop' },
  'seal.running': { kk: 'Тексеріліп жатыр…', ru: 'Идёт проверка…', en: 'Verifying…' },
  'seal.progress': {
    kk: 'Тексерілді: {done} / {total}',
    ru: 'Проверено {done} из {total}',
    en: 'Verified {done} of {total}',
  },
  'seal.verified': {
    kk: '№\u00a0{size} оқиғаға дейін тексерілді, қол қойылған уақыты: {at}',
    ru: 'Проверено до события №\u00a0{size}, подписано {at}',
    en: 'Verified to event {size}, signed {at}',
  },
  'seal.verified_before': {
    kk: 'Осы браузер бұрын №\u00a0{size} оқиғаға дейін тексерген, қол қойылған уақыты: {at}',
    ru: 'Этот браузер уже проверял: до события №\u00a0{size}, подписано {at}',
    en: 'This browser verified earlier: to event {size}, signed {at}',
  },
  'seal.first': {
    kk: 'Осы браузердегі алғашқы тексеру: журнал кілті сол күйінде қабылданды.',
    ru: 'Это первая проверка в этом браузере: ключ журнала принят на веру.',
    en: 'The first check in this browser: the key of the log was taken on trust.',
  },
  'seal.mismatch': {
    kk: 'Тексеру сәйкессіздік тапты',
    ru: 'Проверка не сошлась',
    en: 'The check found a mismatch',
  },
  'seal.failed': {
    kk: 'Тексеру аяқталмады. Бұл журнал бұзылды деген сөз емес.',
    ru: 'Проверка не закончена. Это не значит, что журнал нарушен.',
    en: 'The check did not finish. That does not mean the log is damaged.',
  },
  'seal.cannot': {
    kk: 'Бұл браузер қолтаңбаны тексере алмайды. Жаңа нұсқасын пайдаланыңыз.',
    ru: 'Этот браузер не умеет проверять подпись. Возьмите более новый.',
    en: 'This browser cannot check the signature. Use a newer one.',
  },
  'seal.restored_lost': {
    kk: 'Дерекқор бұрынғы күйіне қайтарылған ({at}): осы браузер тексерген {lost} оқиға журналда енді жоқ. Қалғаны тексерілді. Әкімшіден бұл қалпына келтіру туралы сұраңыз.',
    ru: 'База данных возвращена к прежнему состоянию ({at}): в журнале больше нет событий, которые этот браузер уже проверял ({lost}). Остальное проверено. Спросите администратора об этом восстановлении.',
    en: 'The database was set back ({at}): events this browser had verified are no longer in the log ({lost}). The rest was verified. Ask the administrator about this restore.',
  },
  'seal.restored': {
    kk: 'Дерекқор қалпына келтірілген ({at}), журналдың жаңа бөлігі басталған. Тексерілген оқиғалардың бәрі орнында. Әкімшіден бұл қалпына келтіру туралы сұраңыз.',
    ru: 'База данных восстановлена ({at}), началась новая часть журнала. Всё проверенное на месте. Спросите администратора об этом восстановлении.',
    en: 'The database was restored ({at}) and a new part of the log began. All that had been verified is there. Ask the administrator about this restore.',
  },
  'seal.restored_known': {
    kk: 'Бұл туралы білемін',
    ru: 'Об этом известно',
    en: 'I know of the restore',
  },
} as const satisfies Area;

const details = {
  'seal.details': { kk: 'Қалай тексеріледі', ru: 'Как это проверяется', en: 'How it is checked' },
  'seal.how': {
    kk: 'Браузер барлық оқиғаның хештерінен журналдың түбірін өзі есептеп, оны сервер қол қойған түбірмен салыстырады. Тексерілген күйді есінде сақтайды: келесі жолы журнал соның жалғасы болуға тиіс.',
    ru: 'Браузер сам вычисляет корень журнала по хешам всех событий и сравнивает его с подписанным. Проверенное состояние он запоминает: в следующий раз журнал должен быть его продолжением.',
    en: 'The browser itself computes the root of the log from the hashes of all events and compares it with the signed one. It remembers the verified state: next time the log must be its continuation.',
  },
  'seal.key': { kk: 'Журнал кілті', ru: 'Ключ журнала', en: 'Key of the log' },
  'seal.key_trust': {
    kk: 'Алғашқы тексеруде сол күйінде қабылданып, есте сақталған. Оны оператор серверде мына пәрменмен шығаратын кілтпен салыстырыңыз:',
    ru: 'Принят на веру при первой проверке и запомнен. Сверьте его с тем, что оператор получает на сервере командой:',
    en: 'Taken on trust at the first check and remembered. Compare it with what the operator gets on the server by the command:',
  },
  'seal.key_new': {
    kk: 'Сервер көрсеткен кілт; осы браузер оны әлі есте сақтаған жоқ.',
    ru: 'Ключ, который назвал сервер; этот браузер его ещё не запомнил.',
    en: 'The key the server names; this browser has not remembered it yet.',
  },
  'seal.checkpoint': {
    kk: 'Тексерілген бақылау нүктесі',
    ru: 'Проверенная контрольная точка',
    en: 'Verified checkpoint',
  },
  'seal.checkpoint_keep': {
    kk: 'Нүктені жүктеп алу',
    ru: 'Скачать точку',
    en: 'Download the checkpoint',
  },
} as const satisfies Area;

const proof = {
  'seal.event.sealed': {
    kk: 'Мөрленген журналда: №\u00a0{number} оқиға, мөрленген уақыты: {at}',
    ru: 'В запечатанном журнале: событие №\u00a0{number}, запечатано {at}',
    en: 'In the sealed log: event {number}, sealed {at}',
  },
  'seal.event.waiting': {
    kk: 'Әлі мөрленген жоқ',
    ru: 'Ещё не запечатано',
    en: 'Not yet sealed',
  },
  'seal.event.waiting_hint': {
    kk: 'Әдетте бірнеше секунд алады: оқиғаны қайта ашып көріңіз.',
    ru: 'Обычно это занимает несколько секунд: откройте событие ещё раз.',
    en: 'It usually takes a few seconds: open the event again.',
  },
  'seal.event.checking': {
    kk: 'Дәлелі тексерілуде…',
    ru: 'Доказательство проверяется…',
    en: 'Checking the proof…',
  },
  'seal.event.mismatch': {
    kk: 'Дәлеліне сәйкес келмейді',
    ru: 'Не сходится с доказательством',
    en: 'Does not match its proof',
  },
  'seal.event.stray': {
    kk: 'Мөрленген журналда жоқ',
    ru: 'Нет в запечатанном журнале',
    en: 'Not in the sealed log',
  },
  'seal.event.unchecked': {
    kk: 'Дәлелін осы браузерде тексеру мүмкін болмады.',
    ru: 'Проверить доказательство в этом браузере не удалось.',
    en: 'The proof could not be checked in this browser.',
  },
  'seal.event.pruned': {
    kk: 'Мазмұны сақталмаған, сондықтан дәлелмен салыстыруға болмайды; журналдағы орны: №\u00a0{number}',
    ru: 'Содержание не сохранилось, сверить с доказательством нечего; место в журнале: №\u00a0{number}',
    en: 'The content is no longer kept, so it cannot be checked against the proof; its place in the log: {number}',
  },
  'seal.event.show': { kk: 'Дәлелін көрсету', ru: 'Показать доказательство', en: 'Show the proof' },
  'seal.event.proof': { kk: 'Дәлел', ru: 'Доказательство', en: 'Proof' },
  'seal.event.by_remembered': {
    kk: 'Осы браузер есінде сақтаған кілтпен тексерілді.',
    ru: 'Проверено ключом, который запомнил этот браузер.',
    en: 'Checked with the key this browser remembers.',
  },
  'seal.event.by_claimed': {
    kk: 'Сервер көрсеткен кілтпен тексерілді: журнал тексерілген соң браузер кілтті есінде сақтайды.',
    ru: 'Проверено ключом, который назвал сервер: после проверки журнала браузер его запомнит.',
    en: 'Checked with the key the server names: once the log is verified, the browser remembers it.',
  },
  'seal.download': { kk: 'Жүктеп алу', ru: 'Скачать', en: 'Download' },
} as const satisfies Area;

const alarm = {
  'seal.alarm.title': {
    kk: 'Бұл журналға сенуге болмайды',
    ru: 'Этому журналу нельзя доверять',
    en: 'This log cannot be trusted',
  },
  'seal.alarm.key': {
    kk: 'Журналға осы браузер алғашқы тексеруде есте сақтаған кілттен басқа кілтпен қол қойылған.',
    ru: 'Журнал подписан не тем ключом, который этот браузер запомнил при первой проверке.',
    en: 'The log is signed with another key than the one this browser remembered at its first check.',
  },
  'seal.alarm.signature': {
    kk: 'Соңғы бақылау нүктесінде журнал кілтінің дұрыс қолтаңбасы жоқ.',
    ru: 'На последней контрольной точке нет верной подписи ключом журнала.',
    en: 'The newest checkpoint does not bear a valid signature by the key of the log.',
  },
  'seal.alarm.origin': {
    kk: 'Журналдың атауы өзгерген, ал қалпына келтіру туралы оқиға оны түсіндірмейді.',
    ru: 'У журнала другое имя, и событие о восстановлении этого не объясняет.',
    en: 'The log goes by another name, and no event about a restore explains it.',
  },
  'seal.alarm.shorter': {
    kk: 'Журнал қысқарған: осы браузер №\u00a0{before} оқиғаға дейін тексерген, енді №\u00a0{there} оқиғаға дейін ғана бар.',
    ru: 'Журнал стал короче: этот браузер проверил его до события №\u00a0{before}, теперь он кончается на №\u00a0{there}.',
    en: 'The log has become shorter: this browser verified it to event {before}, now it ends at {there}.',
  },
  'seal.alarm.forked': {
    kk: 'Сервер ұзындығы бірдей екі түрлі журналға қол қойған: №\u00a0{there} оқиғаға дейін.',
    ru: 'Сервер подписал два разных журнала одной длины: до события №\u00a0{there}.',
    en: 'The server has signed two different logs of the same length: to event {there}.',
  },
  'seal.alarm.missing': {
    kk: 'Оқиғалар жетіспейді: №\u00a0{signed} оқиғаға дейін қол қойылған, ал сервер бергендері №\u00a0{there} оқиғадан әрі жалғаспайды.',
    ru: 'Не хватает событий: подписано до №\u00a0{signed}, а то, что выдал сервер, прерывается после №\u00a0{there}.',
    en: 'Events are missing: signed up to {signed}, and what the server gave breaks off after {there}.',
  },
  'seal.alarm.rewritten': {
    kk: 'Осы браузер бұрын тексерген оқиғалар кейін өзгертілген.',
    ru: 'События, которые этот браузер уже проверял, потом были изменены.',
    en: 'Events this browser had already verified were changed afterwards.',
  },
  'seal.alarm.root': {
    kk: 'Оқиғалар қол қойылған түбірді бермейді: бірдеңе өзгертілген, алынып тасталған немесе қосылған.',
    ru: 'События не дают подписанного корня: что-то изменено, изъято или подложено.',
    en: 'The events do not give the signed root: something was changed, removed or slipped in.',
  },
  'seal.alarm.event': {
    kk: '№\u00a0{number} оқиға дәлеліне сәйкес келмейді: мазмұны, орны немесе тізімдегі жолы өзгертілген.',
    ru: 'Событие №\u00a0{number} не сходится со своим доказательством: изменено содержание, место или строка в списке.',
    en: 'Event {number} does not match its proof: its content, its place or its row in the list was changed.',
  },
  'seal.alarm.stray': {
    kk: 'Тізімде мөрленген журналда жоқ оқиға тұр: ол кейін қосылған не жолы өзгертілген.',
    ru: 'В списке стоит событие, которого нет в запечатанном журнале: оно подложено или его строка изменена.',
    en: 'The list holds an event that is not in the sealed log: it was slipped in, or its row was changed.',
  },
  'seal.alarm.open_event': { kk: 'Оқиғаны ашу', ru: 'Открыть событие', en: 'Open the event' },
  'seal.alarm.checkpoint': {
    kk: 'Бұл №\u00a0{number} оқиғаға дейінгі бақылау нүктесі.',
    ru: 'Это контрольная точка до события №\u00a0{number}.',
    en: 'It is the checkpoint up to event {number}.',
  },
  'seal.alarm.bar': {
    kk: 'Не болды, не істеу керек',
    ru: 'Что делать',
    en: 'What to do',
  },
  'seal.alarm.place': {
    kk: 'Алғашқы қате оқиға: №\u00a0{number}.',
    ru: 'Первое неверное событие: №\u00a0{number}.',
    en: 'The first wrong event: {number}.',
  },
  'seal.alarm.places': {
    kk: 'Алғашқы қате оқиға №\u00a0{first} мен №\u00a0{last} аралығында.',
    ru: 'Первое неверное событие находится между №\u00a0{first} и №\u00a0{last}.',
    en: 'The first wrong event is between {first} and {last}.',
  },
  'seal.alarm.found': { kk: 'Анықталған уақыты: {at}.', ru: 'Обнаружено {at}.', en: 'Found {at}.' },
  'seal.alarm.unreported': {
    kk: 'Сервер бұл туралы оқиғаны қабылдамады.',
    ru: 'Сервер не принял событие об этом.',
    en: 'The server did not take the event about it.',
  },
  'seal.alarm.do_stop': {
    kk: 'Журналға сүйенбеңіз және серверде ештеңені түзетпеңіз.',
    ru: 'Не опирайтесь на журнал и ничего не исправляйте на сервере.',
    en: 'Do not rely on the log, and repair nothing on the server.',
  },
  'seal.alarm.do_keep': {
    kk: 'Айғақты жүктеп алып, осы компьютерден тыс жерде сақтаңыз.',
    ru: 'Скачайте материалы проверки и сохраните их вне этого компьютера.',
    en: 'Download the evidence and keep it away from this computer.',
  },
  'seal.alarm.do_call': {
    kk: 'Жарияланған бақылау нүктелерінің файлын сақтайтын адамға хабарласып, салыстырыңыз: оны сервер өзгерте алмайды.',
    ru: 'Свяжитесь с тем, кто хранит файл опубликованных контрольных точек, и сверьте: его сервер изменить не может.',
    en: 'Ask the keeper of the file of published checkpoints to compare: the server cannot change that file.',
  },
  'seal.alarm.download': { kk: 'Айғақты жүктеп алу', ru: 'Скачать материалы', en: 'Download the evidence' },
  'seal.evidence.remembered': {
    kk: 'Осы браузер тексерген күй',
    ru: 'Состояние, которое проверил этот браузер',
    en: 'The state this browser verified',
  },
  'seal.evidence.event': { kk: 'Оқиға', ru: 'Событие', en: 'Event' },
  'seal.evidence.claimed': {
    kk: 'Сервердің қазір көрсететіні',
    ru: 'Что показывает сервер сейчас',
    en: 'What the server shows now',
  },
  'seal.forget': { kk: 'Жаңадан бастау…', ru: 'Начать заново…', en: 'Begin anew…' },
  'seal.forget_title': {
    kk: 'Кілт пен бақылау нүктесі ұмытылсын ба?',
    ru: 'Забыть ключ и контрольную точку?',
    en: 'Forget the key and the checkpoint?',
  },
  'seal.forget_text': {
    kk: 'Ескерту енді көрінбейді, ал келесі тексеру журналдың қазіргі күйі мен кілтін қайтадан сол күйінде қабылдайды. Мұны себебі анықталып, айғақ сақталған соң ғана жасаңыз.',
    ru: 'Предупреждение исчезнет, а следующая проверка снова примет на веру ключ и нынешнее состояние журнала. Делайте это, только когда причина выяснена, а материалы проверки сохранены.',
    en: 'The warning goes away, and the next check takes the key and the present state of the log on trust again. Do it only once the cause is known and the evidence is kept.',
  },
  'seal.forget_confirm': {
    kk: 'Ұмытып, жаңадан бастау',
    ru: 'Забыть и начать заново',
    en: 'Forget and begin anew',
  },
} as const satisfies Area;

export const auditSeal = { ...line, ...details, ...proof, ...alarm } as const satisfies Area;
