# What ./run, ./suiying and ./test share. Sourced, never run.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# Browsers come from the distribution; a test tool never downloads one of its own.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

as_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# install PACKAGE… — by apt when we are root; otherwise says what to type.
install() {
  as_root || die "缺少软件包 Missing: $*
请先安装 Please install, e.g.: sudo apt-get install $*"
  say "Installing $* …"
  local log
  log=$(mktemp)
  if ! (
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q && apt-get install -q -y --no-install-recommends "$@"
  ) >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    die "apt-get could not install: $*"
  fi
  rm -f "$log"
}

need_dotnet() {
  command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.' && return
  # Debian has no .NET of its own; some distributions do.
  if as_root && apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1; then
    install dotnet-sdk-10.0
    return
  fi
  die "需要 .NET SDK 10（软件包 dotnet-sdk-10.0）。 The .NET 10 SDK is needed: package dotnet-sdk-10.0, see https://dot.net"
}

need_node() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    install nodejs npm
  fi
  local major
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$major" -ge 18 ] || die "需要 Node.js 18 以上。 Node.js 18 or newer is needed; this is $(node --version)."
}

# A font with Chinese characters: for PDFs, and for browsers under test.
has_fonts() { fc-list :lang=zh 2>/dev/null | grep -q .; }

# Front-end packages; asked for again only when the lock file changed.
front_end() {
  [ -f src/Web/package-lock.json ] || return 0
  local want=artifacts/.npm-stamp now
  now=$(cat src/Web/package.json src/Web/package-lock.json | cksum)
  [ -d src/Web/node_modules ] && [ -f "$want" ] && [ "$(cat "$want")" = "$now" ] && return
  need_node
  say "Front-end packages …"
  (cd src/Web && npm ci --no-progress --loglevel=error && npm run --if-present build) >&2
  mkdir -p artifacts
  printf '%s' "$now" >"$want"
}

sources() {
  find src Directory.Build.props Directory.Packages.props global.json \
    \( -name node_modules -o -name bin -o -name obj \) -prune -o -type f -not -path '*/wwwroot/lib/*' "$@" -print
}

# build_once PROJECT NAME OUTPUT — builds when a source was changed, added or removed since the last build.
build_once() {
  local stamp=artifacts/.built-$2 list
  list=$(sources | sort | cksum)
  if [ -f "$3" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$list" ] && [ -z "$(sources -newer "$stamp" | head -n 1)" ]; then
    return
  fi
  need_dotnet
  say "Building $2 …"
  local log started
  log=$(mktemp)
  started=$(mktemp)
  if ! dotnet build "$1" --nologo -v quiet -clp:NoSummary >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log" "$started"
    die "$2 does not build."
  fi
  printf '%s' "$list" >"$stamp"
  # A source saved while the build ran belongs to the next build.
  touch -r "$started" "$stamp"
  rm -f "$log" "$started"
}
