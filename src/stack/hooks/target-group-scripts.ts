/**
 * The group by its name, or nothing: address and VPC. The name has only letters, digits and hyphens, so it may stand in
 * a query.
 */
const FIND = `find_groups() {
  aws elbv2 describe-target-groups --query "TargetGroups[?$1].[TargetGroupArn, VpcId]" --output text
}
find_group() {
  find_groups "TargetGroupName=='$GROUP_NAME'"
}
owner_of() {
  aws elbv2 describe-tags --resource-arns "$1" --query "TagDescriptions[0].Tags[?Key=='hextet:hook'].Value | [0]" --output text
}
`;

/** Makes the group, or adopts the one that carries the owner's tag. One call makes it, so that nothing is half-made. */
export const CREATE_TARGET_GROUP = `${FIND}
found="$(find_group)"
if [ -z "$found" ]; then
  aws elbv2 create-target-group --cli-input-json "$CREATE_REQUEST" --query 'TargetGroups[0].TargetGroupArn' --output text
  exit 0
fi
read -r arn vpc <<<"$found"
tagged="$(owner_of "$arn")"
if [ "$tagged" != "$OWNER" ]; then
  refuse "a target group named $GROUP_NAME is there already, and its tag hextet:hook is not $OWNER. Delete it, or give it that tag to have it adopted: $arn"
fi
if [ "$vpc" != "$VPC_ID" ]; then
  refuse "the target group $GROUP_NAME stands in $vpc, not in $VPC_ID. Delete it: $arn"
fi
printf 'adopted %s\\n' "$arn"
`;

/** Brings the settings that can change in place, and the tags. */
export const UPDATE_TARGET_GROUP = `${FIND}
found="$(find_group)"
read -r arn _ <<<"$found"
[ -n "$arn" ] || refuse "the target group $GROUP_NAME is gone. Make it again: terraform apply -replace=$CREATED_BY"
aws elbv2 modify-target-group --target-group-arn "$arn" --cli-input-json "$MODIFY_REQUEST" >/dev/null
aws elbv2 modify-target-group-attributes --target-group-arn "$arn" --cli-input-json "$ATTRIBUTES_REQUEST" >/dev/null
keys="$(aws elbv2 describe-tags --resource-arns "$arn" --query 'TagDescriptions[0].Tags[].[Key]' --output text)"
while IFS= read -r key; do
  case "$key" in aws:* | '') continue ;; esac
  # No tag key has a quote or a backslash in it. As an argument of its own, file:// would be read as a file.
  grep -qxF -e "$key" <<<"$TAG_KEYS" || aws elbv2 remove-tags --resource-arns "$arn" --cli-input-json "{\\"TagKeys\\": [\\"$key\\"]}"
done <<<"$keys"
# Only now, for a group has room for no more than fifty.
aws elbv2 add-tags --resource-arns "$arn" --cli-input-json "$TAGS_REQUEST"
`;

/** Deletes one group that is ours; fails softly while something still forwards to it. */
const DELETE = `delete_group() {
  local arn="$1" tries="$2" said tagged
  tagged="$(owner_of "$arn")"
  if [ "$tagged" != "$OWNER" ]; then
    printf 'left alone, its tag hextet:hook is not %s: %s\\n' "$OWNER" "$arn"
    return 0
  fi
  for ((try = 1; try <= tries; try++)); do
    if said="$(aws elbv2 delete-target-group --target-group-arn "$arn" 2>&1)"; then
      return 0
    fi
    case "$said" in
    *TargetGroupNotFound*) return 0 ;;
    *ResourceInUse*) sleep 3 ;;
    *) refuse "$said" ;;
    esac
  done
  printf 'still in use, deleted once nothing forwards to it: %s\\n' "$arn"
}
`;

/**
 * Deletes the group. While it is replaced a listener still forwards to it, and AWS does not delete it: then it is left
 * to the step that runs when the listeners have moved on.
 */
export const DESTROY_TARGET_GROUP = `${FIND}${DELETE}
found="$(find_group)"
read -r arn _ <<<"$found"
[ -z "$arn" ] || delete_group "$arn" 4
`;

/** Deletes the groups that this one has replaced. */
export const SWEEP_TARGET_GROUPS = `${FIND}${DELETE}
groups="$(find_groups "starts_with(TargetGroupName, '$NAME_BEGINNING') && TargetGroupName!='$GROUP_NAME'")"
while read -r arn _; do
  [ -z "$arn" ] || delete_group "$arn" 10
done <<<"$groups"
`;

/**
 * Deletes the groups that the hook no longer makes, wherever their names came from. Those that forwarded to them have
 * moved on or are being destroyed meanwhile, for which it waits up to ten minutes.
 */
export const REMOVE_TARGET_GROUPS = `arns="$(aws elbv2 describe-target-groups --query 'TargetGroups[].[TargetGroupArn]' --output text)"
[ -n "$arns" ] || exit 0
# DescribeTags takes twenty at a time.
tagged="$(xargs -n 20 aws elbv2 describe-tags --query "TagDescriptions[].[ResourceArn, Tags[?Key=='hextet:hook'].Value | [0]]" --output text --resource-arns <<<"$arns")"
tries=200
while read -r arn owner; do
  grep -qxF -e "$owner" <<<"$OWNERS" || continue
  while ! said="$(aws elbv2 delete-target-group --target-group-arn "$arn" 2>&1)"; do
    case "$said" in
    *TargetGroupNotFound*) break ;;
    *ResourceInUse*) tries=$((tries - 1)) ;;
    *) refuse "$said" ;;
    esac
    [ "$tries" -gt 0 ] || refuse "$arn of $owner cannot be deleted: after ten minutes something still forwards to it. Take it out of that, then apply again"
    sleep 3
  done
  printf 'deleted %s of %s\\n' "$arn" "$owner"
done <<<"$tagged"
`;
