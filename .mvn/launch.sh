# What the commands of this project have in common: they find a JDK from 17 on, build themselves
# when they are older than their sources, and see to UTF-8. A command sets
#   home      the folder of the project
#   name      its name, for messages and for what it keeps in its target folder
#   module    the Maven module that it is in
#   artifact  what the name of its jar begins with
#   sources   an array of the files and folders, below home, that the jar is made of
#   failure   its exit code when it can't be started
# and then sources this file and calls prepare, which sets java and jar.

target=$home/$module/target
stamp=$target/$name.stamp

die() {
  printf 'error: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf 'hint: %s\n' "$2" >&2
  exit "$failure"
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || die "JAVA_HOME is $JAVA_HOME, and there is no bin/java in it" \
      "Set JAVA_HOME to a JDK from 17 on, or unset it."
  else
    java=$(command -v java) || die "There is no java on the PATH" \
      "Install a JDK from 17 on, or set JAVA_HOME to one."
  fi
  # The file "release" tells the version without starting a JVM.
  local release version
  release=$(dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || echo "$java")")")/release
  version=$(sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$release" 2>/dev/null || true)
  if [ -z "$version" ]; then
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
  fi
  [ "${version:-0}" -ge 17 ] || die "$java is Java ${version:-of an unknown version}" \
    "Install a JDK from 17 on, or set JAVA_HOME to one."
}

find_jar() {
  jar=
  local each
  for each in "$target/$artifact"-*.jar; do
    case $each in
      *-sources.jar | *-javadoc.jar) ;;
      *) if [ -e "$each" ] && { [ -z "$jar" ] || [ "$each" -nt "$jar" ]; }; then jar=$each; fi ;;
    esac
  done
}

is_built() {
  find_jar
  [ -n "$jar" ] && [ -d "$target/lib" ] || return 1
  # Maven leaves a jar alone in which nothing would change, so the stamp may be newer.
  local built=$jar newer
  [ "$stamp" -nt "$jar" ] && built=$stamp
  newer=$(cd "$home" && find pom.xml .mvn/launch.sh "${sources[@]}" -newer "$built" | head -n 1)
  [ -z "$newer" ]
}

# Of several first runs at once one builds; the others wait for it.
lock() {
  until mkdir "$target/$name.lock" 2>/dev/null; do
    local owner
    owner=$(cat "$target/$name.lock/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$target/$name.lock"
    else
      sleep 1
    fi
  done
  trap 'rm -rf "$target/$name.lock"' EXIT
  echo $$ >"$target/$name.lock/pid"
}

build() {
  mkdir -p "$target"
  lock
  if ! is_built; then
    [ -x "$(dirname "$java")/javac" ] || command -v javac >/dev/null || die \
      "$java has no javac beside it, which the first run needs" "Install a JDK, not a JRE."
    echo "Building $name; this happens once, and may take some minutes." >&2
    local log=$target/$name.log
    touch "$stamp.new"
    rm -rf "$target/lib"
    if ! (cd "$home" && ./mvnw -q -B -Pquick -pl "$module" -am package) >"$log" 2>&1 </dev/null; then
      cat "$log" >&2
      die "The build failed; what it said stands above" "It needs the network the first time."
    fi
    mv "$stamp.new" "$stamp"
    find_jar
  fi
  rm -rf "$target/$name.lock"
  trap - EXIT
}

# Java reads arguments in the charset of the locale, and plain ASCII would garble a Chinese prompt.
fix_locale() {
  case $(locale charmap 2>/dev/null || echo ASCII) in
    *ASCII* | *X3.4* | 646)
      local each
      for each in C.UTF-8 C.utf8 en_US.UTF-8; do
        if [ "$(LC_ALL=$each locale charmap 2>/dev/null || true)" = UTF-8 ]; then
          export LC_ALL=$each
          return
        fi
      done
      export LC_ALL=C.UTF-8
      ;;
  esac
}

prepare() {
  find_java
  is_built || build
  fix_locale
}
