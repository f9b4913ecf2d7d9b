# Sourced by the scripts of the root, which have set `root`: what the product and its tests need of the machine, and how that gets there.

# The SDK that own_dotnet put there.
if [[ -x $root/.build/dotnet/dotnet ]]; then
  export PATH=$root/.build/dotnet:$PATH DOTNET_ROOT=$root/.build/dotnet DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
fi

say() { echo "$1 / $2"; }

has_dotnet() { dotnet --list-sdks 2>/dev/null | grep -q '^1[0-9]\.'; }

# needed: nothing runs without it. useful: some documents or formats need it.
find_missing() {
  needed=() useful=()
  has_dotnet || needed+=(dotnet-sdk-10.0)
  command -v npm >/dev/null || needed+=(nodejs npm)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || needed+=(postgresql)
  command -v pdftotext >/dev/null || useful+=(poppler-utils poppler-data)
  # Read first: a pipe that is left early would count as failed.
  [[ $(tesseract --list-langs 2>/dev/null) == *chi_sim* ]] || useful+=(tesseract-ocr tesseract-ocr-chi-sim)
  command -v soffice >/dev/null || useful+=(libreoffice-writer-nogui libreoffice-calc-nogui)
  [[ -n $(fc-list :lang=zh 2>/dev/null) ]] || useful+=(fonts-noto-cjk fontconfig)
}

# Who installs packages: root, or who becomes root without being asked anything.
as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && { [[ $EUID -eq 0 ]] || sudo -n true; } 2>/dev/null
}

# Installs packages; what apt says goes to a log.
install_packages() {
  local log=$root/.build/apt.log
  mkdir -p "$root/.build"
  if [[ " $* " == *" postgresql "* && ! -e /etc/postgresql-common/createcluster.d/mingzhang.conf && ! -d /etc/postgresql ]]; then
    # The database is one of our own; the machine's usual one is not wanted for it.
    as_root mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.d/mingzhang.conf >/dev/null
  fi
  [[ ${apt_fresh:-} ]] || { as_root apt-get update -qq >"$log" 2>&1 || true; apt_fresh=yes; }
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1 </dev/null
}

# Debian has no package of .NET: Microsoft's own script puts the SDK below .build and touches nothing else.
own_dotnet() {
  local script=$root/.build/dotnet-install.sh address=https://dot.net/v1/dotnet-install.sh
  mkdir -p "$root/.build"
  command -v curl >/dev/null || command -v wget >/dev/null || { may_install && install_packages curl ca-certificates; }
  { curl -fsSL -o "$script" "$address" || wget -qO "$script" "$address"; } 2>/dev/null || return
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 bash "$script" --channel 10.0 --install-dir "$root/.build/dotnet" >"$root/.build/dotnet.log" 2>&1 || return
  export PATH=$root/.build/dotnet:$PATH DOTNET_ROOT=$root/.build/dotnet DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
  has_dotnet
}

# Says what somebody who may has to install.
ask_for() {
  local packages=() package
  for package in "$@"; do [[ $package == dotnet-sdk-10.0 ]] || packages+=("$package"); done
  [[ ${#packages[@]} -eq 0 ]] || say "请以管理员身份运行：apt-get install ${packages[*]}" "as the administrator, run: apt-get install ${packages[*]}"
  [[ " $* " != *" dotnet-sdk-10.0 "* ]] || say "请安装 .NET 10 SDK：https://learn.microsoft.com/zh-cn/dotnet/core/install/linux" "install the .NET 10 SDK: https://learn.microsoft.com/dotnet/core/install/linux"
}

# Installs what is missing where it may; says what is left to be done. Fails where something needed stays missing.
install_missing() {
  find_missing
  [[ ${#needed[@]} -gt 0 || ${#useful[@]} -gt 0 ]] || return 0
  if may_install; then
    say "正在安装 ${needed[*]} ${useful[*]}，需要几分钟" "installing ${needed[*]} ${useful[*]}; it takes some minutes"
    local packages=() package
    for package in "${needed[@]}"; do [[ $package == dotnet-sdk-10.0 ]] || packages+=("$package"); done
    [[ ${#packages[@]} -eq 0 ]] || install_packages "${packages[@]}" || true
    [[ ${#useful[@]} -eq 0 ]] || install_packages "${useful[@]}" || true
    has_dotnet || install_packages dotnet-sdk-10.0 || true
  fi
  if ! has_dotnet; then
    say "正在下载 .NET 10 SDK" "fetching the .NET 10 SDK"
    own_dotnet || true
  fi
  find_missing
  if [[ ${#needed[@]} -gt 0 ]]; then
    say "还缺少：${needed[*]}" "still missing: ${needed[*]}" >&2
    ask_for "${needed[@]}" "${useful[@]}" >&2
    say "装好后再运行一次" "then run this once more" >&2
    return 1
  fi
  [[ ${#useful[@]} -eq 0 ]] || { say "部分格式不能读写，缺少：${useful[*]}" "some formats cannot be read or written; missing: ${useful[*]}"; ask_for "${useful[@]}"; } >&2
}
