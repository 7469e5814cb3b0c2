#!/usr/bin/env bash
# Every host language: its wrapper repeats all cases, its intranet program says what the others
# say, it is misused, and it calls for long without growing.
#
# usage: run.sh [all | c cpp csharp java php r]...
#   INNOVATION_BUILT   folder with libinnovation.so     (target/release)
#   INNOVATION_CASES   folder with cases.bin, .ndjson   (target/vectors)
#   UPDATE=1           rewrites the lines that the programs are expected to say
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
target=$(realpath -m "${CARGO_TARGET_DIR:-$root/target}")
built=$(realpath "${INNOVATION_BUILT:-$target/release}")
cases=$(realpath "${INNOVATION_CASES:-$target/vectors}")
out=$target/hosts
include=$root/bindings-c/include
examples=$root/examples
data=$examples/hosts
abi=$(sed -n 's/^#define INNOVATION_ABI_VERSION //p' "$include/innovation.h")
contract=$(sed -n 's/^#define INNOVATION_CONTRACT_VERSION //p' "$examples/c/innovation_json.h")

passed=0
failed=0

# count GOOD BAD: adds to the sums.
count() {
  passed=$((passed + $1))
  failed=$((failed + $2))
}

# skip NAME REASON: said aloud, and a failure where everything has to run.
skip() {
  echo "SKIPPED $1: $2"
  [ "${CI:-}" != true ] || count 0 1
}

# check NAME COMMAND...: one check that a command succeeds.
check() {
  local name=$1 log=$out/check.log
  shift
  if "$@" >"$log" 2>&1; then
    count 1 0
    echo "$name: ok"
  else
    count 0 1
    echo "$name: FAILED"
    sed 's/^/    | /' "$log" | tail -n 40
    return 1
  fi
}

# tally NAME COMMAND...: a program that ends with "N passed, M failed".
tally() {
  local name=$1 log=$out/tally.log status good=0 bad=0 start=$SECONDS
  shift
  "$@" >"$log" 2>&1
  status=$?
  read -r good bad < <(sed -nE 's/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$log" | tail -n 1)
  good=${good:-0} bad=${bad:-0}
  [ "$status" -eq 0 ] && [ "$good" -gt 0 ] || [ "$bad" -gt 0 ] || bad=1
  count "$good" "$bad"
  echo "$name: $good passed, $bad failed, $((SECONDS - start)) s"
  if [ "$bad" -gt 0 ]; then
    tail -n 40 "$log" | sed 's/^/    | /'
  else
    grep -vE '^[0-9]+ passed' "$log" | sed 's/^/    /'
  fi
}

# install HOST PACKAGE...: the Debian packages of a host, where any is missing.
install() {
  local host=$1 sudo=
  shift
  dpkg-query -W -f '${Status}\n' "$@" 2>/dev/null | grep -c '^install ok installed' | grep -qx $# && return
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  echo "$host: installing $*"
  {
    [ -n "${updated:-}" ] || $sudo apt-get update -qq
    updated=1
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      -o DPkg::Lock::Timeout=400 "$@"
  } >>"$out/install.log" 2>&1
}

# library FOLDER FILE: a folder with the library under the names that linkers and loaders know.
library() {
  mkdir -p "$out/$1"
  ln -sf "$2" "$out/$1/libinnovation.so.$abi"
  ln -sf "$2" "$out/$1/libinnovation.so"
}

# stub FOLDER ABI CONTRACT: a library that says it is of these versions.
stub() {
  gcc -shared -fPIC -DABI="$2" -DCONTRACT="\"$3\"" "$here/stub.c" -o "$out/stub-$1.so" \
    -Wl,-soname,"libinnovation.so.$abi"
  library "$1" "$out/stub-$1.so"
}

# under FOLDER COMMAND...: a command that finds the library of a folder, and no other.
under() {
  local folder=$1
  shift
  LD_LIBRARY_PATH=$out/$folder "$@"
}

# says LOCALE COMMAND...: the intranet program says what every host says.
says() {
  local expected=$here/intranet.$1.txt
  under library "${@:2}" "$data" "$1" >"$out/said" || return
  [ -z "${UPDATE:-}" ] || cp "$out/said" "$expected"
  diff "$expected" "$out/said"
}

# stops WORDS FOLDER COMMAND...: with the library of a folder the program ends, and says why.
stops() {
  local words=$1 folder=$2
  shift 2
  ! under "$folder" "$@" "$data" fr >"$out/stopped" 2>&1 && cat "$out/stopped" && grep -qF "$words" "$out/stopped"
}

# program HOST COMMAND...: all that is asked of the intranet program of a host.
program() {
  local host=$1
  shift
  for locale in fr en; do
    check "$host says the same ($locale)" says "$locale" "$@"
  done
  check "$host refuses another ABI" stops "binary interface 99, not $abi" other-abi "$@"
  check "$host refuses another contract" stops "contract 99, not $contract" other-contract "$@"
  check "$host misses the library" stops "libinnovation" nowhere "$@"
}

strict=(-Wall -Wextra -Wpedantic -Werror -g -I"$include")
linked=(-L"$out/library" -linnovation)
sanitized=(-fsanitize=address,undefined -fno-sanitize-recover)

build_c() {
  local flags=(-std=c11 "${strict[@]}" -I"$examples/c") name
  local with=($(pkg-config --cflags --libs libcjson) "${linked[@]}" -lm -lpthread)
  for name in "$examples/c/intranet" "$here/c/vectors" "$here/c/misuse"; do
    gcc "${flags[@]}" "${sanitized[@]}" "$name.c" -o "${name##*/}" "${with[@]}" || return
  done
  gcc "${flags[@]}" -O1 "$here/c/load.c" -o load "${with[@]}"
}

host_c() {
  tally "c vectors" under library ./vectors "$cases/cases.bin"
  program c ./intranet
  tally "c misuse" under library ./misuse
  tally "c load" under library ./load
}

build_cpp() {
  local flags=(-std=c++17 "${strict[@]}" -I"$examples/cpp") name
  for name in "$here/cpp/vectors" "$here/cpp/misuse"; do
    g++ "${flags[@]}" "${sanitized[@]}" "$name.cpp" -o "${name##*/}" "${linked[@]}" || return
  done
  g++ "${flags[@]}" "$examples/cpp/intranet.cpp" -o intranet "${linked[@]}" || return
  g++ "${flags[@]}" -O1 "$here/cpp/load.cpp" -o load "${linked[@]}" -lpthread
}

host_cpp() {
  tally "cpp vectors" under library ./vectors "$cases/cases.bin"
  program cpp ./intranet
  tally "cpp misuse" under library ./misuse
  tally "cpp load" under library ./load
}

jars=/usr/share/java/jna.jar:/usr/share/java/gson.jar
java=(java -Xms64m -Xmx64m -XX:+AlwaysPreTouch -XX:+UseSerialGC -XX:TieredStopAtLevel=1
  -Djna.boot.library.path="/usr/lib/$(uname -m)-linux-gnu/jni" -cp "$out/java:$jars")

build_java() {
  javac --release 11 -Xlint:all -Werror -encoding UTF-8 -cp "$jars" -d . "$examples"/java/*.java "$here"/java/*.java
}

host_java() {
  tally "java vectors" under library "${java[@]}" Vectors "$cases/cases.ndjson"
  program java "${java[@]}" Intranet
  tally "java misuse" under library "${java[@]}" Misuse
  tally "java load" under library "${java[@]}" Load
}

build_csharp() {
  local name
  cp /usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll . || return
  mcs -langversion:6 -warnaserror -warn:4 -out:Intranet.exe -r:Newtonsoft.Json.dll "$examples"/csharp/*.cs || return
  for name in Vectors Misuse Load; do
    mcs -langversion:6 -warnaserror -warn:4 -out:$name.exe -r:Newtonsoft.Json.dll \
      "$examples/csharp/Innovation.cs" "$here/csharp/Checks.cs" "$here/csharp/$name.cs" || return
  done
}

host_csharp() {
  tally "csharp vectors" under library mono Vectors.exe "$cases/cases.ndjson"
  program csharp mono Intranet.exe
  tally "csharp misuse" under library mono Misuse.exe
  tally "csharp load" under library mono Load.exe
}

build_php() {
  local file
  for file in "$examples"/php/*.php "$here"/php/*.php; do
    php -l "$file" || return
  done
}

host_php() {
  local php=(php -d error_reporting=-1 -d display_errors=stderr -d zend.assertions=1)
  tally "php vectors" under library "${php[@]}" "$here/php/vectors.php" "$cases/cases.ndjson"
  program php "${php[@]}" "$examples/php/intranet.php"
  tally "php misuse" under library "${php[@]}" "$here/php/misuse.php"
  check "php behind a web server" bash "$here/php/web.sh" "$built/libinnovation.so" "$out/php/web"
  tally "php load" under library "${php[@]}" "$here/php/load.php"
}

build_r() {
  cp "$examples/r/innovation.c" . || return
  # R casts every function to the type of its table.
  PKG_CPPFLAGS="-I'$include'" PKG_CFLAGS="-Wall -Wextra -Werror -Wno-cast-function-type" \
    PKG_LIBS="-L../library -linnovation" R CMD SHLIB innovation.c
}

host_r() {
  local rscript=(env -C "$here/r" LC_ALL=C.UTF-8 Rscript)
  tally "r vectors" under library "${rscript[@]}" vectors.R "$out/r/innovation.so" "$cases/cases.ndjson"
  program r "${rscript[@]}" "$examples/r/intranet.R" "$out/r/innovation.so"
  check "r says the same in a bare locale" says fr env LC_ALL=C Rscript "$examples/r/intranet.R" "$out/r/innovation.so"
  tally "r misuse" under library "${rscript[@]}" misuse.R "$out/r/innovation.so"
  tally "r load" under library "${rscript[@]}" load.R "$out/r/innovation.so"
}

# What each host is made with.
declare -A packages=(
  [c]="gcc libc6-dev pkg-config libcjson-dev"
  [cpp]="g++ nlohmann-json3-dev"
  [java]="default-jdk-headless libjna-java libgoogle-gson-java"
  [csharp]="mono-mcs mono-runtime libnewtonsoft-json-cil-dev"
  [php]="php-cli php-fpm libfcgi-bin"
  [r]="r-base-core r-base-dev r-cran-jsonlite"
)

hosts=("$@")
[ $# -gt 0 ] && [ "$1" != all ] || hosts=(c cpp csharp java php r)
mkdir -p "$out/nowhere"
install "the stub" gcc libc6-dev || { skip hosts "no C compiler: see $out/install.log"; hosts=(); }
library library "$built/libinnovation.so"
stub other-abi 99 1
stub other-contract "$abi" 99
for host in "${hosts[@]}"; do
  if [ -z "${packages[$host]:-}" ]; then
    echo "$host: no such host"
    count 0 1
  elif ! install "$host" ${packages[$host]}; then
    skip "$host" "its packages cannot be installed: see $out/install.log"
  else
    mkdir -p "$out/$host"
    cd "$out/$host" && check "$host builds" "build_$host" && "host_$host"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
