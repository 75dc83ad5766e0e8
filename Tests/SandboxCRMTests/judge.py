"""Drives the sandbox with the real simple-salesforce client: judge.py ADDRESS KEY-FILE OPPORTUNITY-ID.

The client speaks https to salesforce.com only, so an adapter sends what it asks to the sandbox instead; everything
else, the login included, is the client's own.
"""

import sys
import time
from urllib.parse import urlsplit

import requests
from simple_salesforce import Salesforce
from simple_salesforce.exceptions import SalesforceExpiredSession, SalesforceMalformedRequest, \
    SalesforceResourceNotFound, SalesforceGeneralError

address, key_file, opportunity = sys.argv[1:4]


class ToSandbox(requests.adapters.HTTPAdapter):
    def send(self, request, **options):
        parts = urlsplit(request.url)
        request.url = address + parts.path + ("?" + parts.query if parts.query else "")
        return super().send(request, **options)


def check(what, fact):
    if not fact:
        raise SystemExit("not as Salesforce does it: " + what)
    print("ok", what, flush=True)


def refused(error, call):
    try:
        call()
    except error as refusal:
        return refusal
    raise SystemExit("nothing was refused")


def login(**options):
    session = requests.Session()
    session.mount("https://", ToSandbox())
    return Salesforce(username="integration@sandbox.example", consumer_key="sandbox-client",
                      privatekey_file=key_file, session=session, version="62.0", **options)


crm = login()
check("token", crm.session_id and crm.sf_instance == urlsplit(address).netloc)
refusal = refused(Exception, lambda: login(domain="test"))
check("a login for another audience is refused", "audience" in str(refusal))

names = {field["name"] for field in crm.Opportunity.describe()["fields"]}
check("describe", {"StageName", "SystemModstamp", "Budget__c"} <= names)
check("global describe", any(item["name"] == "Assessment_Result__c" for item in crm.describe()["sobjects"]))

row = crm.Opportunity.get(opportunity)
check("row", row["Name"] == "First" and row["attributes"]["type"] == "Opportunity")
found = crm.query("SELECT Id, Account.Name FROM Opportunity WHERE Amount > 1000 ORDER BY Amount")
check("query", found["totalSize"] == 2 and found["records"][0]["Account"]["Name"] == "Acme")
check("query_all", len(crm.query_all("SELECT Id FROM Account")["records"]) == 2501)
check("malformed query", refused(SalesforceMalformedRequest, lambda: crm.query("SELECT")).content[0]["errorCode"]
      == "MALFORMED_QUERY")

made = crm.Account.create({"Name": "Made"})
check("create", made["success"] and len(made["id"]) == 18)
check("update", crm.Account.update(made["id"], {"Name": "Changed"}) == 204)
check("delete", crm.Account.delete(made["id"]) == 204)
check("gone", refused(SalesforceResourceNotFound, lambda: crm.Account.get(made["id"])).status == 404)

result = crm.Assessment_Result__c
key = "Submission_Id__c/judge-1"
check("upsert creates", result.upsert(key, {"Score__c": 1, "Opportunity__c": opportunity}) == 201)
check("upsert updates", result.upsert(key, {"Score__c": 2}) == 204)
check("by external id", result.get_by_custom_id("Submission_Id__c", "judge-1")["Score__c"] == 2.0)

modified = crm.Opportunity.update(opportunity, {"NextStep": "a"}, raw_response=True)
since = {"If-Unmodified-Since": "Sun, 22 Nov 2020 00:00:00 GMT"}
refusal = refused(SalesforceGeneralError, lambda: crm.Opportunity.update(opportunity, {"NextStep": "b"}, headers=since))
check("If-Unmodified-Since refuses", refusal.status == 412)
later = {"If-Unmodified-Since": time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 60))}
check("If-Unmodified-Since passes", crm.Opportunity.update(opportunity, {"NextStep": "c"}, headers=later) == 204)

answers = crm.restful("composite/sobjects", method="POST", json={"records": [
    {"attributes": {"type": "Account"}, "Name": "One"}, {"attributes": {"type": "Account"}}]})
check("collections", [answer["success"] for answer in answers] == [True, False])
check("limits", crm.limits()["DailyApiRequests"]["Max"] > 0)
check("usage", crm.api_usage["api-usage"].used > 10)

requests.post(address + "/sandbox/expire-sessions").raise_for_status()
client = login()
requests.post(address + "/sandbox/expire-sessions").raise_for_status()
check("the client signs in again by itself", client.Opportunity.get(opportunity)["Id"] == opportunity)
dead = Salesforce(session_id="dead", instance_url=address, session=client.session, version="62.0")
check("expired session", refused(SalesforceExpiredSession, lambda: dead.Opportunity.get(opportunity)).status == 401)
print("all as Salesforce does it")
