"""moto's S3 server, which heeds one condition of bucket policies that moto leaves out.

moto refuses whatever a statement refuses, whatever the statement's condition. A
bucket that refuses unencrypted transport would then refuse everything. Here such
a statement concerns no request: the test server counts as reached over TLS.
"""

import os
import sys
import threading

from moto.iam.access_control import IAMPolicyStatement, PermissionResult
from moto.server import main

unconditional = IAMPolicyStatement.is_action_permitted


def refuses_plain_http_only(statement):
    condition = statement.get("Condition", {}).get("Bool", {})
    return statement["Effect"] == "Deny" and str(
        condition.get("aws:SecureTransport", "")
    ).lower() in ("false", "['false']")


def is_action_permitted(self, *args, **kwargs):
    if refuses_plain_http_only(self._statement):
        return PermissionResult.NEUTRAL
    return unconditional(self, *args, **kwargs)


def end_with_parent():
    """Standard input closes when the process that started the server ends."""
    sys.stdin.read()
    os._exit(0)


IAMPolicyStatement.is_action_permitted = is_action_permitted
threading.Thread(target=end_with_parent, daemon=True).start()
main(sys.argv[1:])
