#!/bin/sh
# Runs Maven, and says what it is doing and how far it is; all that it says itself goes to a log. If
# it fails, says why in a line where that can be seen, and else shows what Maven said of it.
# Arguments: the log, then those for Maven. Of a run of tests, REGLOGOUT_CLASSES is how many classes
# there are; what failed in it is for its caller to say.
set -eu
cd "$(dirname "$0")/../.."
. src/build/environment.sh
log=$1
shift
sh src/build/prepare.sh build say
use_jdk
mkdir -p "$(dirname "$log")"
rm -f "$log.failed"

# Tells what the last lines of Maven mean, at most every ten seconds.
progress() {
  files=0
  classes=0
  doing='starting Maven'
  said=$(date +%s)
  while IFS= read -r line; do
    printf '%s\n' "$line" >&3
    case $line in
      *Downloaded\ from\ *)
        files=$((files + 1))
        doing="fetching what Maven needs, $files files so far"
        ;;
      *' Tests run: '*' -- in '*)
        classes=$((classes + 1))
        doing="$classes${REGLOGOUT_CLASSES:+ of $REGLOGOUT_CLASSES} test classes done"
        ;;
      '[INFO] --- '*:compile\ *) doing='compiling the program' ;;
      '[INFO] --- '*:testCompile\ *) doing='compiling the tests' ;;
      '[INFO] --- '*:jar\ * | '[INFO] --- '*:shade\ *) doing='packing the jar' ;;
      '[INFO] --- '*) ;;
      *) continue ;;
    esac
    case $line in
      *'<<< '*) echo "  failed: ${line##* in }" >&2 ;;
    esac
    now=$(date +%s)
    if [ $((now - said)) -ge 10 ]; then
      echo "  $doing" >&2
      said=$now
    fi
  done 3>"$log"
}

{ mvn -B -Dstyle.color=never "$@" 2>&1 </dev/null || echo $? >"$log.failed"; } | progress
[ -e "$log.failed" ] || exit 0
rm -f "$log.failed"
[ -z "${REGLOGOUT_CLASSES:-}" ] || exit 1 # which tests have failed, src/test/run.sh says
sh src/build/why.sh "$log" || {
  sed -n '/^\[ERROR\]\|^\[WARNING\]/p' "$log" >&2
  echo "reglogout: the build failed; all that Maven said is in $log" >&2
}
exit 1
