/** Labels of the actions on the desk itself (staff, settings, sessions, programs) and of their events. */
import type { Area } from '../message.ts';

export const deskActs = {
  'action.staff.list': {
    kk: 'Қызметкерлер тізімін көру',
    ru: 'Видеть список сотрудников',
    en: 'See the staff list',
  },
  'event.staff.listed': {
    kk: 'Қызметкерлер тізімі қаралды',
    ru: 'Просмотрен список сотрудников',
    en: 'Viewed the staff list',
  },
  'action.staff.names': {
    kk: 'Қызметкерлердің аттарын көру',
    ru: 'Видеть имена сотрудников',
    en: 'See the names of staff',
  },
  'event.staff.names_listed': {
    kk: 'Қызметкерлердің аттары қаралды',
    ru: 'Просмотрены имена сотрудников',
    en: 'Viewed the names of staff',
  },
  'action.staff.invite': { kk: 'Қызметкерді шақыру', ru: 'Пригласить сотрудника', en: 'Invite a colleague' },
  'event.staff.invited': { kk: 'Қызметкер шақырылды', ru: 'Приглашён сотрудник', en: 'Invited a colleague' },
  'action.staff.change': { kk: 'Рөлдерін өзгерту', ru: 'Изменить роли', en: 'Change roles' },
  'event.staff.changed': {
    kk: 'Қызметкердің рөлдері өзгертілді',
    ru: 'Изменены роли сотрудника',
    en: 'Changed a colleague’s roles',
  },
  'action.staff.disable': { kk: 'Қолжетімділікті тоқтату', ru: 'Отключить доступ', en: 'Switch off access' },
  'event.staff.disabled': {
    kk: 'Қолжетімділік тоқтатылды',
    ru: 'Доступ отключён',
    en: 'Switched off access',
  },
  'action.staff.enable': { kk: 'Қолжетімділікті қайтару', ru: 'Вернуть доступ', en: 'Restore access' },
  'event.staff.enabled': {
    kk: 'Қолжетімділік қайтарылды',
    ru: 'Доступ возвращён',
    en: 'Restored access',
  },
  'action.staff.reinvite': { kk: 'Жаңа сілтеме жасау', ru: 'Создать новую ссылку', en: 'Make a new link' },
  'event.staff.reinvited': {
    kk: 'Жаңа шақыру сілтемесі жасалды',
    ru: 'Создана новая ссылка приглашения',
    en: 'Made a new invitation link',
  },
  'action.staff.recoveries': {
    kk: 'Жаңа құпиясөз сілтемелерін көру',
    ru: 'Видеть ссылки для нового пароля',
    en: 'See links for a new password',
  },
  'event.staff.recoveries_listed': {
    kk: 'Жаңа құпиясөз сілтемелері қаралды',
    ru: 'Просмотрены ссылки для нового пароля',
    en: 'Viewed links for a new password',
  },
  'action.staff.decide_recovery': {
    kk: 'Жаңа құпиясөз сілтемесін растау',
    ru: 'Подтвердить ссылку для пароля',
    en: 'Confirm a password link',
  },
  'event.staff.recovery_decided': {
    kk: 'Жаңа құпиясөз сілтемесі бойынша шешім қабылданды',
    ru: 'Решено о ссылке для нового пароля',
    en: 'Decided on a link for a new password',
  },
  'action.staff.revoke_invitation': {
    kk: 'Шақыруды қайтарып алу',
    ru: 'Отозвать приглашение',
    en: 'Revoke the invitation',
  },
  'event.staff.invitation_revoked': {
    kk: 'Шақыру қайтарып алынды',
    ru: 'Приглашение отозвано',
    en: 'Revoked an invitation',
  },
  'action.session.change_password': {
    kk: 'Құпиясөзді ауыстыру',
    ru: 'Сменить пароль',
    en: 'Change the password',
  },
  'event.session.password_changed': {
    kk: 'Құпиясөз ауыстырылды',
    ru: 'Сменён пароль',
    en: 'Changed the password',
  },
  'action.settings.read': { kk: 'Баптауларды көру', ru: 'Видеть настройки', en: 'Read the settings' },
  'event.settings.read': { kk: 'Баптаулар қаралды', ru: 'Просмотрены настройки', en: 'Viewed the settings' },
  'action.settings.change': {
    kk: 'Баптауларды өзгерту',
    ru: 'Изменить настройки',
    en: 'Change the settings',
  },
  'event.settings.mail_server_changed': {
    kk: 'Пошта сервері ауыстырылды',
    ru: 'Заменён почтовый сервер',
    en: 'Changed the mail server',
  },
  'event.settings.changed': {
    kk: 'Баптаулар өзгертілді',
    ru: 'Изменены настройки',
    en: 'Changed the settings',
  },
  'action.settings.rehearse_calendar': {
    kk: 'Күнтізбе өзгерісінің салдарын көру',
    ru: 'Видеть последствия изменения календаря',
    en: 'See what a change of the calendar moves',
  },
  'event.settings.calendar_rehearsed': {
    kk: 'Күнтізбе өзгерісінің салдары қаралды',
    ru: 'Просмотрены последствия изменения календаря',
    en: 'Viewed what a change of the calendar moves',
  },
  'action.settings.change_calendar': {
    kk: 'Күнтізбені өзгерту',
    ru: 'Изменить календарь',
    en: 'Change the calendar',
  },
  'event.settings.calendar_changed': {
    kk: 'Жұмыс күнтізбесі өзгертілді',
    ru: 'Изменён рабочий календарь',
    en: 'Changed the working calendar',
  },
  'action.settings.confirm_calendar': {
    kk: 'Күнтізбені растау',
    ru: 'Подтвердить календарь',
    en: 'Confirm the calendar',
  },
  'event.settings.calendar_confirmed': {
    kk: 'Күнтізбе расталды',
    ru: 'Подтверждён календарь',
    en: 'Confirmed the calendar',
  },
  'action.secret.list': {
    kk: 'Қабылдау кілттерін көру',
    ru: 'Видеть ключи приёма',
    en: 'See the intake secrets',
  },
  'event.secret.listed': {
    kk: 'Қабылдау кілттері қаралды',
    ru: 'Просмотрены ключи приёма',
    en: 'Viewed the intake secrets',
  },
  'action.secret.create': {
    kk: 'Қабылдау кілтін жасау',
    ru: 'Создать ключ приёма',
    en: 'Make an intake secret',
  },
  'event.secret.created': {
    kk: 'Қабылдау кілті жасалды',
    ru: 'Создан ключ приёма',
    en: 'Made an intake secret',
  },
  'action.secret.revoke': {
    kk: 'Қабылдау кілтін қайтарып алу',
    ru: 'Отозвать ключ приёма',
    en: 'Revoke the intake secret',
  },
  'event.secret.revoked': {
    kk: 'Қабылдау кілті қайтарып алынды',
    ru: 'Отозван ключ приёма',
    en: 'Revoked an intake secret',
  },
  'action.session.sign_in': { kk: 'Кіру', ru: 'Войти', en: 'Sign in' },
  'event.session.signed_in': { kk: 'Жүйеге кірді', ru: 'Вход выполнен', en: 'Signed in' },
  'action.session.persona': {
    kk: 'Көрсетілім рөлімен кіру',
    ru: 'Войти в демонстрационной роли',
    en: 'Sign in as a demo role',
  },
  'action.session.read': { kk: 'Өз сеансын көру', ru: 'Видеть свой сеанс', en: 'See own session' },
  'event.session.read': { kk: 'Сеанс қаралды', ru: 'Просмотрен сеанс', en: 'Viewed the session' },
  'action.session.sign_out': { kk: 'Шығу', ru: 'Выйти', en: 'Sign out' },
  'event.session.signed_out': { kk: 'Жүйеден шықты', ru: 'Выход выполнен', en: 'Signed out' },
  'action.session.profile': {
    kk: 'Өз профилін өзгерту',
    ru: 'Изменить свой профиль',
    en: 'Change own profile',
  },
  'event.session.profile_changed': {
    kk: 'Профиль өзгертілді',
    ru: 'Изменён профиль',
    en: 'Changed the profile',
  },
  'action.session.open_link': {
    kk: 'Бір реттік сілтемені ашу',
    ru: 'Открыть одноразовую ссылку',
    en: 'Open a one-time link',
  },
  'event.session.link_opened': {
    kk: 'Бір реттік сілтеме ашылды',
    ru: 'Открыта одноразовая ссылка',
    en: 'Opened a one-time link',
  },
  'action.session.accept_link': {
    kk: 'Шақыруды қабылдау',
    ru: 'Принять приглашение',
    en: 'Accept the invitation',
  },
  'event.session.link_accepted': {
    kk: 'Шақыру қабылданды',
    ru: 'Приглашение принято',
    en: 'Accepted the invitation',
  },
  'action.session.events': { kk: 'Жаңартуларды алу', ru: 'Получать обновления', en: 'Receive updates' },
  'event.session.events_opened': {
    kk: 'Жаңарту арнасы ашылды',
    ru: 'Открыт канал обновлений',
    en: 'Opened the update stream',
  },
  'action.session.text_key': {
    kk: 'Сақталмаған мәтіннің кілтін алу',
    ru: 'Получить ключ несохранённого текста',
    en: 'Get the key of unsaved text',
  },
  'event.session.text_key_given': {
    kk: 'Сақталмаған мәтіннің кілті берілді',
    ru: 'Выдан ключ несохранённого текста',
    en: 'Gave the key of unsaved text',
  },
  'action.intake.submit': {
    kk: 'Сайттан өтініш жіберу',
    ru: 'Отправить обращение с сайта',
    en: 'Submit from the site',
  },
  'event.intake.received': {
    kk: 'Сайттан өтініш түсті',
    ru: 'Поступило обращение с сайта',
    en: 'Received from the site',
  },
  'action.system.read': {
    kk: 'Жүйе күйін көру',
    ru: 'Видеть состояние системы',
    en: 'See the state of the system',
  },
  'event.system.read': {
    kk: 'Жүйе күйі қаралды',
    ru: 'Просмотрено состояние системы',
    en: 'Viewed the state of the system',
  },

  // Events without an action
  'event.staff.alarming_role_granted': {
    kk: 'Жауапты тұлға немесе әкімші рөлі берілді',
    ru: 'Выдана роль ответственного лица или администратора',
    en: 'Granted the role of officer or administrator',
  },
  'event.session.sign_in_failed': {
    kk: 'Кіру сәтсіз аяқталды',
    ru: 'Неудачная попытка входа',
    en: 'Failed to sign in',
  },
  'event.session.admin_link_made': {
    kk: 'Әкімшінің бір реттік сілтемесі жасалды',
    ru: 'Создана одноразовая ссылка администратора',
    en: 'Made a one-time administrator link',
  },
  'event.access.refused': {
    kk: 'Әрекетке рұқсат берілмеді',
    ru: 'Действие не разрешено',
    en: 'Action denied',
  },
  'event.access.filter_refused': {
    kk: 'Жасырылған дерек бойынша сүзуге рұқсат берілмеді',
    ru: 'Фильтр по скрытому полю не разрешён',
    en: 'Filter on a hidden field denied',
  },
  'event.intake.refused': {
    kk: 'Сайттан келген сұрау қабылданбады',
    ru: 'Запрос с сайта не принят',
    en: 'Did not accept a call from the site',
  },
  'event.job.run': { kk: 'Тапсырма орындалды', ru: 'Задание выполнено', en: 'Job run' },
  'event.job.failed': { kk: 'Тапсырма орындалмады', ru: 'Задание не выполнено', en: 'Job failed' },
  'event.system.started': { kk: 'Жүйе іске қосылды', ru: 'Система запущена', en: 'System started' },
  'event.system.stopped': { kk: 'Жүйе тоқтатылды', ru: 'Система остановлена', en: 'System stopped' },
  'event.system.migrated': {
    kk: 'Дерекқор жаңартылды',
    ru: 'База данных обновлена',
    en: 'Database migrated',
  },
  'event.system.backed_up': {
    kk: 'Сақтық көшірме жасалды',
    ru: 'Создана резервная копия',
    en: 'Backup made',
  },
  'event.system.key_rotated': {
    kk: 'Негізгі кілт ауыстырылды',
    ru: 'Главный ключ заменён',
    en: 'Master key rotated',
  },
} as const satisfies Area;
