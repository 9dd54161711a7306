#!/usr/bin/env bash
# 卸载随应；数据、密钥和设置都留下。 Removes Suiying; data, keys and settings stay.
set -euo pipefail
[ "$(id -u)" = 0 ] || { printf '%s\n' "请用 root 运行。 Run as root." >&2 && exit 1; }
if command -v systemctl >/dev/null && [ -d /run/systemd/system ]; then
  systemctl disable --quiet --now suiying || true
  rm -f /etc/systemd/system/suiying.service
  systemctl daemon-reload
fi
rm -rf /opt/suiying /usr/local/bin/suiying
printf '%s\n' "已卸载。留下 Left: /var/lib/suiying /etc/suiying"
