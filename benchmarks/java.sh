# Read by the programs beside it: the project's folder, and a Java 25 for what Maven has compiled.
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)

build() {
  (cd "$home" && mvn -B -q -DskipTests -pl benchmarks -am package)
}

# The toolchain that Maven compiled with, or any Java 25.
java=
for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release" 2>/dev/null || :)
  if [ -x "$candidate/bin/java" ] && [ "${version:-0}" -ge 25 ]; then
    java=$candidate/bin/java
    break
  fi
done
if [ -z "$java" ]; then
  echo "The benchmark needs a JDK 25: set JAVA_HOME to one." >&2
  exit 1
fi

run() {
  exec "$java" -Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$home/benchmarks/target/classes:$(cat "$home/benchmarks/target/class-path")" "$@"
}
