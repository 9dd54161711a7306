#!/usr/bin/env bash
# 安装或升级随应，不需要互联网。 Installs or upgrades Suiying; no internet is needed.
#   sudo ./install.sh [--city NAME] [--root DIR] [--no-start]
# A second run with a newer archive upgrades: it takes a backup first, and goes back to the old version where the new one does not answer.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

say() { printf '%s\n' "$*"; }
die() {
  printf '%s\n' "$*" >&2
  exit 1
}

city='' root='' start=yes
while [ $# -gt 0 ]; do
  case $1 in
    --city) city=${2:?--city needs the name of a folder in cities} && shift ;;
    # For a look at what would be installed, and for images: everything under this folder, and no account and no service.
    --root) root=${2:?--root needs a folder} && start=no && shift ;;
    --no-start) start=no ;;
    *) die "用法 usage: install.sh [--city NAME] [--root DIR] [--no-start]" ;;
  esac
  shift
done

[ -n "$root" ] || [ "$(id -u)" = 0 ] || die "请用 root 运行（sudo ./install.sh）。 Run as root."
case $(uname -m) in x86_64) cpu=x64 ;; aarch64) cpu=arm64 ;; *) cpu=$(uname -m) ;; esac
[ "$cpu" = "$(cat "$here/CPU")" ] || die "这个安装包用于 $(cat "$here/CPU")，本机是 $cpu。 This archive is for $(cat "$here/CPU"), this machine is $cpu."
[ -z "$city" ] || [ -d "$here/cities/$city" ] || die "没有城市数据包 $city；有：$(ls "$here/cities" | tr '\n' ' ') No such city pack."
say "核对文件 Checking files …"
(cd "$here" && sha256sum --quiet -c SHA256SUMS) || die "安装包不完整，请重新复制。 The archive is damaged; copy it again."
# What .NET needs of the system and does not bring.
missing=
libraries=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p)
for library in libicuuc libssl libstdc++; do
  case $libraries in *"$library.so"*) ;; *) missing="$missing $library" ;; esac
done
[ -z "$missing" ] || die "系统缺少$missing。请从本机的安装盘或软件源安装：
  Debian/Ubuntu: libicu72 (或 libicu70/74/76) libssl3 libstdc++6
  openEuler/Kylin/RHEL: icu (libicu) openssl-libs libstdc++
Missing on this machine:$missing. Install them from its own media."

version=$(cat "$here/VERSION")
home=$root/opt/suiying settings=$root/etc/suiying/suiying.env data=$root/var/lib/suiying
old=$(readlink "$home/current" 2>/dev/null || true)

if [ -z "$root" ] && ! id suiying >/dev/null 2>&1; then
  useradd --system --home-dir /var/lib/suiying --shell /usr/sbin/nologin suiying
fi
install -d -m 755 "$home"
install -d -m 700 "$data"
install -d -m 750 "$root/etc/suiying"
if [ ! -f "$settings" ]; then
  install -m 640 "$here/suiying.env" "$settings"
  [ -z "$city" ] || sed -i "s:/cities/baoding:/cities/$city:" "$settings"
elif [ -n "$city" ]; then
  say "已有设置，未改动 $settings。 Settings are there and were left alone."
fi
if [ -z "$root" ]; then
  chown suiying:suiying "$data"
  chown root:suiying "$root/etc/suiying" "$settings"
fi

# Beside the old one, under a name of its own, and only then made current.
target=$home/$version
say "复制到 Copying to $target …"
rm -rf "$target.new"
cp -r "$here" "$target.new"
chmod -R a+rX,go-w "$target.new"
running=no
if [ -z "$root" ] && command -v systemctl >/dev/null && [ -d /run/systemd/system ]; then
  running=yes
  install -m 644 "$here/suiying.service" /etc/systemd/system/suiying.service
  systemctl daemon-reload
fi
point_at() { ln -sfn "$1" "$home/current.new" && mv -T "$home/current.new" "$home/current"; }

if [ -n "$old" ] && [ -z "$root" ]; then
  say "升级前备份 Backup before the upgrade …"
  install -d -m 700 -o suiying -g suiying "$data/backup"
  # By the program that wrote the data, and before anything of it is moved.
  (set -a && . "$settings" && cd "$home/$old" && setpriv --reuid suiying --regid suiying --init-groups \
    app/suiying backup "$data/backup") || die "备份失败，没有升级。 No backup, so no upgrade."
fi
[ "$running" = no ] || [ -z "$old" ] || systemctl stop suiying
rm -rf "$target.old"
[ ! -d "$target" ] || mv "$target" "$target.old"
mv "$target.new" "$target"
point_at "$version"
install -d -m 755 "$root/usr/local/bin"
install -m 755 "$here/suiying" "$root/usr/local/bin/suiying"

answers() {
  local url
  url=$(sed -n 's/^SUIYING_URLS=\([^;]*\).*/\1/p' "$settings")/health
  for _ in $(seq 90); do
    if command -v curl >/dev/null; then
      ! curl -sf -o /dev/null "$url" || return 0
    elif (exec 3<>"/dev/tcp/$(sed 's#.*//\([^:/]*\):\([0-9]*\).*#\1/\2#' <<<"$url")") 2>/dev/null; then
      return 0
    fi
    sleep 1
  done
  return 1
}

if [ "$running" = no ] || [ "$start" = no ]; then
  say "
已安装 $version。 Installed.
  设置 settings: $settings
  启动 start:    systemctl enable --now suiying
  没有 systemd 时 without systemd: set -a; . $settings; cd $home/current && app/Suiying.Web"
  exit 0
fi
systemctl enable --quiet --now suiying
if answers; then
  say "
随应 $version 已启动。 Suiying runs.
  $(sed -n 's/^SUIYING_URLS=//p' "$settings")
  第一次安装请运行 After a first installation: suiying staff create-administrators"
  exit 0
fi
systemctl stop suiying
say "新版本没有应答 The new version does not answer: journalctl -u suiying" >&2
if [ -n "$old" ]; then
  point_at "$old"
  [ ! -d "$target.old" ] || { rm -rf "$target" && mv "$target.old" "$target"; }
  systemctl start suiying
  die "已退回旧版本；若数据库已升级，请用 $data/backup 中的备份还原（docs/operations.md）。 Back on the old version; where the database was already brought up, restore the backup."
fi
exit 1
