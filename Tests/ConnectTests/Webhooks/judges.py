"""Makes webhook signatures with the libraries standardwebhooks and svix, and verifies with both.

Reads one JSON object a line: {"do": "sign" | "verify", "secret", "id", "timestamp", "signature", "body" (Base64)}.
Writes one JSON object a line with the word of each library: a signature, true, false, or the name of the exception
that is not its own refusal.
"""

import base64
import datetime
import json
import sys

import standardwebhooks.webhooks
import svix.webhooks

LIBRARIES = {
    "standardwebhooks": (standardwebhooks.webhooks.Webhook, standardwebhooks.webhooks.WebhookVerificationError),
    "svix": (svix.webhooks.Webhook, svix.webhooks.WebhookVerificationError),
}


def judge(library, case):
    webhook_type, refusal = LIBRARIES[library]
    webhook = webhook_type(case["secret"])
    body = base64.b64decode(case["body"]).decode()
    if case["do"] == "sign":
        time = datetime.datetime.fromtimestamp(case["timestamp"], tz=datetime.timezone.utc)
        return webhook.sign(case["id"], time, body)
    headers = {
        "webhook-id": case["id"],
        "webhook-timestamp": str(case["timestamp"]),
        "webhook-signature": case["signature"],
    }
    try:
        webhook.verify(body, headers)
        return True
    except refusal:
        return False
    except Exception as error:
        return type(error).__name__


for line in sys.stdin:
    case = json.loads(line)
    print(json.dumps({library: judge(library, case) for library in LIBRARIES}), flush=True)
