/** The messages in which a word of the glossary is unwanted, by their ids. */

export const HTTP_CALL =
  /^(error\.(malformed|unknown_field|idempotency|cross_site)|audit\.context|state\.request_id|event\.intake\.refused)/;
export const NOT_HTTP_CALL = new RegExp(`^(?!${HTTP_CALL.source.slice(1)})`);
export const OUTSIDE_OF_STATUS = /^(?!status\.in_progress$)/;
export const NEXT_ACTION =
  /^(plain\.move|move\.|move_line\.|inbox\.column\.move|request\.(my|their)_move|(view|nav)\.(short_)?my_move|inbox\.empty\.my_move)/;
export const NOT_A_STEP =
  /^(?!due\.step|steps?[._]|.*[._](record_)?steps?([._]|$)|.*step_|.*vouched|settings\.steps)/;
export const STAFF = /^(staff|roles|steps|session|link|fault|settings|audit\.object|(action|event)\.staff)\b/;
export const ANSWERS = /answer|outside|^why\.(not_configured|no_address)$|^settings\.mail\.unset$/;
export const ENDS_OF_ACCESS = /^(staff\.|audit\.field\.endsOn)/;
export const TARGETS = /^(due\.target|why_date\.(step_)?target)/;
export const CALENDARS = /calendar|^why_date\.unconfirmed$/;
export const NOT_A_REFUSAL = /^(?!outcome\.refused$|request\.proposal\.refused$)/;
export const RETURNS = /^((action|button|done|event)\.decision\.return|request\.my_move\.approve)/;
export const NOT_PERSONAL_DATA =
  /^(?!type\.|step\.|step_event\.|event\.subject|purpose\.|request\.notice\.|staff\.role|session\.persona)/;
export const REVEALS = /reveal|^guarded\.|^request\.show_hidden$|^audit\.(read|what)\.revealed/;
export const LOG =
  /^(audit|seal|registry|exports|roles|sample|log|request\.trail|(action|event)\.(audit|log))[._]/;
export const NOT_THE_LOG = /^(?!seal\.|health\.says\.log_|registry\.|(action|event)\.audit\.|audit\.)/;
