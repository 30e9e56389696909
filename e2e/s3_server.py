"""moto's S3 server, which heeds one condition of bucket policies that moto leaves out.

moto refuses whatever a statement refuses, whatever the statement's condition. A
bucket that refuses unencrypted transport would then refuse everything. Here such
a statement concerns no request: the test server counts as reached over TLS.
"""

import sys

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


IAMPolicyStatement.is_action_permitted = is_action_permitted
main(sys.argv[1:])
