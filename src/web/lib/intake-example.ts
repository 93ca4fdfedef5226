/** A signed delivery for the shell, as docs/intake.md explains it: what an administrator pastes to see that the way in works. */

const BODY = '{"message":"Сынақ өтініші","test":true}';
/** Stands where only the person knows the secret: it was shown once. */
const PLACEHOLDER = 'whsec_…';

/** Bash with openssl and curl; the request it files is marked as a test and stays out of all figures. */
export function intakeExample(origin: string, secret: string | null): string {
  return [
    `SECRET='${secret ?? PLACEHOLDER}'`,
    `BODY='${BODY}'`,
    'ID="test-$(date +%s)-$$"; TIME="$(date +%s)"',
    `KEY="$(printf '%s' "\${SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')"`,
    `SIGNATURE="$(printf '%s.%s.%s' "$ID" "$TIME" "$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)"`,
    `curl -sS '${origin}/api/intake/requests' -H 'content-type: application/json' \\`,
    '  -H "webhook-id: $ID" -H "webhook-timestamp: $TIME" -H "webhook-signature: v1,$SIGNATURE" \\',
    '  --data-raw "$BODY"',
  ].join('\n');
}
