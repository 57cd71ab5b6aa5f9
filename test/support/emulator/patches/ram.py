"""Resource shares: who is let in, what is handed out, and invitations of other accounts, which moto 5.2.1 has not."""

import json
from typing import Any

from moto.ram.exceptions import UnknownResourceException
from moto.ram.models import ResourceShare, ram_backends
from moto.ram.responses import ResourceAccessManagerResponse
from moto.ram.urls import url_paths

from patching import around, default

default(ResourceShare, "tags", ())

for shareable in ("security-group", "ipam-pool", "firewall-rule-group", "resolver-query-log-config"):
    if shareable not in ResourceShare.SHAREABLE_RESOURCES:
        ResourceShare.SHAREABLE_RESOURCES.append(shareable)


@around(ResourceShare, "__init__")
def _init(original: Any, self: ResourceShare, *args: Any, **kw: Any) -> None:
    """CreateResourceShare drops the tags (the change is planned for ever)."""
    original(self, *args, **kw)
    self.tags = tuple(kw.get("tags", []))
    self.accepted_by: set[str] = set()


@around(ResourceShare, "describe")
def _describe(original: Any, self: ResourceShare) -> dict[str, Any]:
    """GetResourceShares tells no tags."""
    return {**original(self), "tags": list(self.tags)}


def _live(account: str | None, region: str) -> list[ResourceShare]:
    """The shares of one account, or of all of them."""
    accounts = ram_backends if account is None else [account]
    return [
        share
        for one in list(accounts)
        for share in ram_backends[one][region].resource_shares
        if share.status != "DELETED"
    ]


def _by_arn(arn: str, region: str) -> ResourceShare:
    for share in _live(None, region):
        if share.arn == arn:
            return share
    raise UnknownResourceException(f"ResourceShare {arn} could not be found.")


@around(ResourceAccessManagerResponse, "get_resource_shares")
def _get(original: Any, self: ResourceAccessManagerResponse) -> str:
    """GetResourceShares ignores the ARNs that are asked for, and knows no shares of other accounts."""
    arns = self.request_params.get("resourceShareArns")
    if self._get_param("resourceOwner") == "SELF":
        shares = _live(self.current_account, self.region)
    else:
        shares = [one for one in _live(None, self.region) if self.current_account in one.accepted_by]
    return json.dumps({"resourceShares": [one.describe() for one in shares if arns is None or one.arn in arns]})


def _associate(self: ResourceAccessManagerResponse) -> str:
    """AssociateResourceShare."""
    asked = self.request_params
    share = _by_arn(asked["resourceShareArn"], self.region)
    share.add_principals(asked.get("principals", []))
    share.add_resources(asked.get("resourceArns", []))
    return json.dumps({"resourceShareAssociations": []})


def _disassociate(self: ResourceAccessManagerResponse) -> str:
    """DisassociateResourceShare, by the owner or by who leaves."""
    asked = self.request_params
    share = _by_arn(asked["resourceShareArn"], self.region)
    share.principals = [one for one in share.principals if one not in asked.get("principals", [])]
    share.resource_arns = [one for one in share.resource_arns if one not in asked.get("resourceArns", [])]
    share.accepted_by -= set(asked.get("principals", []))
    return json.dumps({"resourceShareAssociations": []})


def _invitation(share: ResourceShare, account: str) -> dict[str, Any]:
    return {
        "resourceShareInvitationArn": share.arn.replace(":resource-share/", ":resource-share-invitation/"),
        "resourceShareName": share.name,
        "resourceShareArn": share.arn,
        "senderAccountId": share.owning_account_id,
        "receiverAccountId": account,
        "status": "ACCEPTED" if account in share.accepted_by else "PENDING",
    }


def _invitations(self: ResourceAccessManagerResponse) -> str:
    """GetResourceShareInvitations: nobody is of an organization, so that each account of a share is invited."""
    account = self.current_account
    own = [_invitation(one, account) for one in _live(None, self.region) if account in one.principals]
    for key, name in (("resourceShareArns", "resourceShareArn"), ("resourceShareInvitationArns", "resourceShareInvitationArn")):
        if asked := self.request_params.get(key):
            own = [one for one in own if one[name] in asked]
    return json.dumps({"resourceShareInvitations": own})


def _accept(self: ResourceAccessManagerResponse) -> str:
    """AcceptResourceShareInvitation."""
    arn = self.request_params["resourceShareInvitationArn"].replace(":resource-share-invitation/", ":resource-share/")
    share = _by_arn(arn, self.region)
    share.accepted_by.add(self.current_account)
    return json.dumps({"resourceShareInvitation": _invitation(share, self.current_account)})


def _resources(self: ResourceAccessManagerResponse) -> str:
    """ListResources."""
    shares = [_by_arn(arn, self.region) for arn in self.request_params["resourceShareArns"]]
    found = [{"arn": arn, "resourceShareArn": share.arn} for share in shares for arn in share.resource_arns]
    return json.dumps({"resources": found})


def _permissions(self: ResourceAccessManagerResponse) -> str:
    """ListResourceSharePermissions: the managed ones, which nobody names."""
    return json.dumps({"permissions": []})


for operation, answer in {
    "associate_resource_share": _associate,
    "disassociate_resource_share": _disassociate,
    "get_resource_share_invitations": _invitations,
    "accept_resource_share_invitation": _accept,
    "list_resources": _resources,
    "list_resource_share_permissions": _permissions,
}.items():
    default(ResourceAccessManagerResponse, operation, answer)
    url_paths.setdefault(f"{{0}}/{operation.replace('_', '')}$", ResourceAccessManagerResponse.dispatch)
