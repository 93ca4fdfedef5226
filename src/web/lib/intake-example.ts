/** A signed intake call as a shell script, as in docs/intake.md: an administrator pastes it to test the intake. */

const BODY = '{"message":"Сынақ өтініші","test":true}';
/** In place of a secret that the page no longer has, because it is shown only once. */
const PLACEHOLDER = 'whsec_…';

/** Needs bash, openssl and curl. The request it creates is marked as a test, so that no figure counts it. */
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
