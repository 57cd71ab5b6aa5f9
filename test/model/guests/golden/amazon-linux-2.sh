#!/bin/bash -e
# --- What Hextet tells the guest about IPv6 ---
# Yum of Amazon Linux 2: its repositories have IPv6 by HTTP only.
amazon-linux-https disable || true
# --- The author's own ---
dnf -y install nginx
