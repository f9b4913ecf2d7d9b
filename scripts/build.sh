# Sourced by the scripts of the root, which have set `root`: builds the programs. Each build has a folder of its own, `.build/NAME-…`, and the link `.build/NAME` leads to the newest:
# a program that runs keeps its files until it ends.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# NAME: program or web. The folder that npm installs into changes while it is built.
stale() {
  local stamp=$root/.build/$1/built
  [[ ! -f $stamp ]] && return 0
  [[ -n $(find "$root/src" "$root/forms" "$root/Directory.Build.props" "$root/Directory.Packages.props" \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o ! -name Assets -newer "$stamp" -print -quit) ]]
}

# The folder of the newest build, as running programs name it.
built() { readlink -f "$root/.build/$1"; }

# The earlier builds that nobody runs from go; the last one stays for who was just about to start it.
forget_builds() { # NAME NEWEST LAST
  local folder
  for folder in "$root/.build/$1"-*/; do
    folder=${folder%/}
    [[ $folder == "$2" || $folder == "$3" || $folder == *-artifacts ]] && continue
    grep -qsF "$folder/" /proc/[0-9]*/cmdline || rm -rf "$folder"
  done
}

build() { # NAME PROJECT
  local name=$1 project=$2 link=$root/.build/$1 log=$root/.build/$1.log
  mkdir -p "$root/.build"
  exec 9>"$root/.build/$name.lock"
  flock 9
  if stale "$name"; then
    local folder started last
    folder=$link-$(date +%s) started=$root/.build/$name.started last=$(built "$name")
    touch "$started"
    rm -rf "$folder"
    local publish=(dotnet publish "$root/src/$project" -c Release --no-self-contained --artifacts-path "$link-artifacts" -o "$folder" -v quiet --nologo -nodeReuse:false -p:RunAnalyzers=false)
    # Compiled ahead of time it starts twice as fast; where that cannot be had, as usual.
    if ! "${publish[@]}" --use-current-runtime -p:PublishReadyToRun=true >"$log" 2>&1 9>&- && ! "${publish[@]}" >"$log" 2>&1 9>&-; then
      rm -rf "$folder"
      cat "$log" >&2
      return 2
    fi
    mv "$started" "$folder/built"
    # Before, it was a folder.
    [[ -L $link || ! -e $link ]] || mv "$link" "$link-0"
    ln -sfn "$folder" "$link.new"
    mv -T "$link.new" "$link"
    forget_builds "$name" "$folder" "$last"
  fi
  exec 9>&-
}
