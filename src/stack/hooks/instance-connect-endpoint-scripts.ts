/**
 * `find_endpoint`: id and state of the endpoint that carries the owner's tag, or nothing. `await_made` and `await_gone`
 * wait up to ten minutes.
 */
const FIND = `find_endpoint() {
  aws ec2 describe-instance-connect-endpoints --cli-input-json "$FIND_REQUEST" --query "InstanceConnectEndpoints[?State!='delete-complete'].[InstanceConnectEndpointId, State]" --output text
}
await_made() {
  local state=''
  for ((try = 1; try <= 200; try++)); do
    # Just made, it may not be found yet.
    state="$(aws ec2 describe-instance-connect-endpoints --instance-connect-endpoint-ids "$1" --query 'InstanceConnectEndpoints[0].State' --output text 2>/dev/null || true)"
    case "$state" in
    create-complete | update-complete) return 0 ;;
    *-failed) refuse "the EC2 Instance Connect endpoint $1 ends in the state $state: $(aws ec2 describe-instance-connect-endpoints --instance-connect-endpoint-ids "$1" --query 'InstanceConnectEndpoints[0].StateMessage' --output text)" ;;
    esac
    sleep 3
  done
  refuse "the EC2 Instance Connect endpoint $1 is not ready after ten minutes, but in the state $state"
}
delete_endpoint() {
  aws ec2 delete-instance-connect-endpoint --instance-connect-endpoint-id "$1" >/dev/null || true
}
await_gone() {
  for ((try = 1; try <= 200; try++)); do
    id='' state=''
    read -r id state <<<"$(find_endpoint)"
    [ -n "$id" ] || return 0
    # A request that came to nothing, or came too early, is made again; deleting twice does no harm.
    case "$state" in delete-in-progress) ;; *) delete_endpoint "$id" ;; esac
    sleep 3
  done
  refuse "the EC2 Instance Connect endpoint $id is not gone after ten minutes, but in the state $state"
}
`;

/** Makes the endpoint, or adopts the one that carries the owner's tag. What does not become ready is deleted again. */
export const CREATE_ENDPOINT = `${FIND}
made=''
clean_up() {
  if [ -n "$made" ]; then delete_endpoint "$made"; fi
}
trap clean_up EXIT
read -r id state <<<"$(find_endpoint)"
case "\${state:-}" in
'') ;;
delete-* | create-failed)
  await_gone
  id=''
  ;;
esac
if [ -z "$id" ]; then
  there="$(aws ec2 describe-instance-connect-endpoints --cli-input-json "$NEIGHBOURS_REQUEST" --query "InstanceConnectEndpoints[?!starts_with(State, 'delete-')].InstanceConnectEndpointId" --output text)"
  if [ -n "$there" ]; then
    refuse "$SUBNET has an EC2 Instance Connect endpoint already, and its tag hextet:hook is not $OWNER. Delete it, or give it that tag to have it adopted: $there"
  fi
  id="$(aws ec2 create-instance-connect-endpoint --cli-input-json "$CREATE_REQUEST" --query InstanceConnectEndpoint.InstanceConnectEndpointId --output text)"
  made="$id"
fi
await_made "$id"
stands="$(aws ec2 describe-instance-connect-endpoints --instance-connect-endpoint-ids "$id" --query 'InstanceConnectEndpoints[0].SubnetId' --output text)"
[ "$stands" = "$SUBNET" ] || refuse "the EC2 Instance Connect endpoint $id of $OWNER stands in $stands, not in $SUBNET. Delete it"
made=''
printf 'EC2 Instance Connect endpoint %s\\n' "$id"
`;

/** Deletes the endpoint and waits until it is gone, for the subnet cannot go before. */
export const DESTROY_ENDPOINT = `${FIND}
await_gone
`;

/** Brings what can change in place, and the tags. */
export const UPDATE_ENDPOINT = `${FIND}
read -r id state <<<"$(find_endpoint)"
[ -n "$id" ] || refuse "the EC2 Instance Connect endpoint is gone. Make it again: terraform apply -replace=$CREATED_BY"
is="$(aws ec2 describe-instance-connect-endpoints --instance-connect-endpoint-ids "$id" --query "InstanceConnectEndpoints[0].join(' ', [IpAddressType, to_string(PreserveClientIp), join(',', sort(SecurityGroupIds))])" --output text)"
if [ "$is" != "$WANTED" ]; then
  aws ec2 modify-instance-connect-endpoint --instance-connect-endpoint-id "$id" --cli-input-json "$MODIFY_REQUEST" >/dev/null
  await_made "$id"
fi
aws ec2 create-tags --resources "$id" --cli-input-json "$TAGS_REQUEST"
`;

/** Takes the tags off again, before a new step puts its own; another value of a tag stays. */
export const UNTAG_ENDPOINT = `${FIND}
read -r id state <<<"$(find_endpoint)"
[ -n "$id" ] || exit 0
aws ec2 delete-tags --resources "$id" --cli-input-json "$TAGS_REQUEST"
`;
