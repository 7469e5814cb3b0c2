#!/usr/bin/env bash
# The C door: the same cases and every misuse, under sanitizers and valgrind; then installed.
#
# usage: run.sh [cases.bin]   after: cargo build --release -p bindings-c
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
target=$(realpath -m "${CARGO_TARGET_DIR:-$root/target}")
cases=$(realpath "${1:-$target/vectors/cases.bin}")
built=$target/release
out=$target/c
include=$root/bindings-c/include
system=(-lgcc_s -lutil -lrt -lpthread -lm -ldl -lc)
strict=(-Wall -Wextra -Wpedantic -Werror)

rm -rf "$out"
mkdir -p "$out"
cd "$out"

say() { printf '\n== %s\n' "$*"; }

# A folder with the shared library under the names that linker and loader look for.
shared_in() {
    mkdir "$1"
    ln -s "$2/libinnovation.so" "$1/libinnovation.so.$abi"
    ln -s "$2/libinnovation.so" "$1/libinnovation.so"
}

# A program under the sanitizers, with the shared library of a folder.
sanitized() {
    gcc -std=c11 "${strict[@]}" -g -O1 -fsanitize=address,undefined -fno-sanitize-recover \
        -I"$include" "$here/$1.c" -o "$1.sanitized" \
        -L"$2" -linnovation -Wl,-rpath,"$out/$2" -ldl -lpthread -lm
}

say "header: C11 and C++17 without a warning"
echo '#include <innovation.h>' | tee header.c >header.cpp
gcc -std=c11 "${strict[@]}" -I"$include" -fsyntax-only header.c
g++ -std=c++17 "${strict[@]}" -I"$include" -fsyntax-only header.cpp

say "names: the library is called by its ABI and gives away nothing but innovation_*"
abi=$(sed -n 's/^#define INNOVATION_ABI_VERSION //p' "$include/innovation.h")
readelf -d "$built/libinnovation.so" | grep -F "[libinnovation.so.$abi]"
nm -D --defined-only "$built/libinnovation.so" | awk '{print $3}' | sort >exported
grep -o '\binnovation_[a-z0-9_]*(' "$include/innovation.h" | tr -d '(' | sort >declared
diff declared exported
echo "$(wc -l <exported) functions, declared and exported"

say "sanitizers: address and undefined behaviour, shared library"
shared_in library "$built"
for program in vectors misuse threads; do
    sanitized "$program" library
done
for command in "vectors.sanitized $cases" misuse.sanitized "threads.sanitized 1000"; do
    echo "$command"
    ASAN_OPTIONS=detect_leaks=1 ./$command
done

say "valgrind: static library"
for program in vectors misuse threads; do
    gcc -std=c11 "${strict[@]}" -g -O1 -rdynamic -I"$include" "$here/$program.c" -o "$program.static" \
        -Wl,--whole-archive "$built/libinnovation.a" -Wl,--no-whole-archive "${system[@]}"
done
for command in "vectors.static $cases" misuse.static "threads.static 20"; do
    echo "$command"
    valgrind --quiet --error-exitcode=1 --leak-check=full --show-leak-kinds=all ./$command
done

say "panic: a fault is a status, under the release profile's way to unwind"
CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo build --quiet --release --package bindings-c --features forced-panic \
    --manifest-path "$root/Cargo.toml" --target-dir "$target/forced-panic"
shared_in panic "$target/forced-panic/release"
sanitized panic panic
./panic.sanitized 2>panic.stderr || { cat panic.stderr; exit 1; }

say "installed: the README's example through pkg-config and through CMake"
awk '/^```/ {inside = ($0 == "```c"); next} inside' "$root/bindings-c/README.md" >example.c
prefix=$out/prefix
cmake -S "$root/bindings-c" -B cmake -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib \
    -DINNOVATION_BUILT="$built" >cmake.log
cmake --build cmake >>cmake.log
cmake --install cmake >>cmake.log
(cd "$prefix" && find . -type f -o -type l | sort)

export PKG_CONFIG_PATH=$prefix/lib/pkgconfig
gcc -std=c11 "${strict[@]}" example.c $(pkg-config --cflags --libs innovation) -o example.shared
gcc -std=c11 "${strict[@]}" example.c $(pkg-config --cflags innovation) \
    "$prefix/lib/libinnovation.a" "${system[@]}" -o example.static
LD_LIBRARY_PATH=$prefix/lib ./example.shared >example.shared.json
./example.static >example.static.json

mkdir consumer
cp example.c consumer/main.c
cp example.c consumer/main.cpp
cat >consumer/CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.20)
project(consumer LANGUAGES C CXX)
set(CMAKE_CXX_STANDARD 17)
find_package(innovation 0.1 REQUIRED)
add_executable(shared main.c)
target_link_libraries(shared PRIVATE innovation::innovation)
add_executable(static main.c)
target_link_libraries(static PRIVATE innovation::static)
add_executable(cplusplus main.cpp)
target_link_libraries(cplusplus PRIVATE innovation::innovation)
CMAKE
cmake -S consumer -B consumer/build -DCMAKE_PREFIX_PATH="$prefix" >>cmake.log
cmake --build consumer/build >>cmake.log
for program in shared static cplusplus; do
    ./consumer/build/$program >"consumer.$program.json"
done
for json in example.static.json consumer.*.json; do
    cmp example.shared.json "$json"
done
echo "5 programs, one answer of $(wc -c <example.shared.json) bytes"
