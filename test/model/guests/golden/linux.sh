#!/bin/sh
# --- What Hextet tells the guest about IPv6 ---
# AWS CLI and SDKs: call AWS at its dual-stack names.
export AWS_USE_DUALSTACK_ENDPOINT='true'
# AWS CLI and SDKs: ask the metadata service over IPv6.
export AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE='IPv6'
# The same for logins, for login shells and for services: each reads a file of its own.
printf '%s\n' '' 'AWS_USE_DUALSTACK_ENDPOINT=true' 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=IPv6' >> /etc/environment
mkdir -p /etc/profile.d
printf 'export %s\n' 'AWS_USE_DUALSTACK_ENDPOINT=true' 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=IPv6' > /etc/profile.d/aws-ipv6.sh
if [ -d /run/systemd/system ]; then
  mkdir -p /etc/systemd/system.conf.d
  printf '%s\n' '[Manager]' 'DefaultEnvironment="AWS_USE_DUALSTACK_ENDPOINT=true" "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=IPv6"' > /etc/systemd/system.conf.d/50-aws-ipv6.conf
  systemctl set-environment 'AWS_USE_DUALSTACK_ENDPOINT=true' 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=IPv6' || true
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
# Time over IPv6. AWS advises against both of its addresses at once.
for hextet_file in /etc/chrony.conf /etc/chrony/chrony.conf /etc/chrony/conf.d/*.conf /etc/chrony/sources.d/*.sources /etc/chrony.d/*.conf /etc/chrony.d/*.sources /usr/share/amazon-chrony-config/*.sources; do
  [ -f "$hextet_file" ] || continue
  sed -i 's/^server 169\.254\.169\.123/# &/' "$hextet_file"
  case "$hextet_file" in */chrony.conf)
    printf '%s\n' '' 'server fd00:ec2::123 prefer iburst minpoll 4 maxpoll 4' >> "$hextet_file" ;;
  esac
done
if [ -f /etc/chrony.conf ]; then
  mkdir -p /etc/systemd/system/chronyd.service.d
  printf '%s\n' '[Service]' 'ExecStartPre=-/bin/sh -c "grep -ls '\''^server 169\\.254\\.169\\.123'\'' /run/chrony.d/*.sources | xargs -r rm -f"' > /etc/systemd/system/chronyd.service.d/50-aws-ipv6.conf
  systemctl daemon-reload || true
fi
mkdir -p /etc/systemd/timesyncd.conf.d
printf '%s\n' '[Time]' 'NTP=fd00:ec2::123' > /etc/systemd/timesyncd.conf.d/50-aws-ipv6.conf
systemctl try-restart chronyd.service 2> /dev/null || true
systemctl try-restart chrony.service 2> /dev/null || true
systemctl try-restart systemd-timesyncd.service 2> /dev/null || true
# Yum of Amazon Linux 2: its repositories have IPv6 by HTTP only.
amazon-linux-https disable || true
# Docker: images of Docker Hub from the mirror.
if [ -e /etc/docker/daemon.json ]; then
  printf '%s\n' 'hextet: /etc/docker/daemon.json exists and was left alone; merge this into it: {"registry-mirrors":["https://registry.example.com"]}' >&2
else
  mkdir -p /etc/docker
  printf '%s\n' '{"registry-mirrors":["https://registry.example.com"]}' > /etc/docker/daemon.json
fi
systemctl try-restart docker.service 2> /dev/null || true
# Ubuntu packages: from the mirror.
for hextet_file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
  [ -f "$hextet_file" ] || continue
  sed -i -E 's#https?://([a-z0-9-]+\.ec2\.)?archive\.ubuntu\.com/ubuntu/?#https://mirror.example.com/ubuntu#g' "$hextet_file"
done
