#!/bin/bash -e
# --- What Hextet tells the guest about IPv6 ---
# AWS CLI and SDKs: call AWS at its dual-stack names.
export AWS_USE_DUALSTACK_ENDPOINT='true'
# The same for logins, for login shells and for services: each reads a file of its own.
printf '%s\n' '' 'AWS_USE_DUALSTACK_ENDPOINT=true' >> /etc/environment
mkdir -p /etc/profile.d
printf 'export %s\n' 'AWS_USE_DUALSTACK_ENDPOINT=true' > /etc/profile.d/aws-ipv6.sh
if [ -d /run/systemd/system ]; then
  mkdir -p /etc/systemd/system.conf.d
  printf '%s\n' '[Manager]' 'DefaultEnvironment="AWS_USE_DUALSTACK_ENDPOINT=true"' > /etc/systemd/system.conf.d/50-aws-ipv6.conf
  systemctl set-environment 'AWS_USE_DUALSTACK_ENDPOINT=true' || true
fi
# SSM Agent, from version 3.3.3270.0 on: reach Systems Manager at its dual-stack names.
if [ -e /etc/amazon/ssm/amazon-ssm-agent.json ]; then
  printf '%s\n' 'hextet: /etc/amazon/ssm/amazon-ssm-agent.json exists and was left alone; merge this into it: {"Agent":{"UseDualStackEndpoint":true}}' >&2
else
  mkdir -p /etc/amazon/ssm
  printf '%s\n' '{"Agent":{"UseDualStackEndpoint":true}}' > /etc/amazon/ssm/amazon-ssm-agent.json
fi
systemctl try-restart amazon-ssm-agent.service 2> /dev/null || true
systemctl try-restart snap.amazon-ssm-agent.amazon-ssm-agent.service 2> /dev/null || true
# Images of ECR over IPv6: ACCOUNT.dkr-ecr.eu-west-1.on.aws is the registry's dual-stack name.
# --- The author's own ---
dnf -y install nginx
