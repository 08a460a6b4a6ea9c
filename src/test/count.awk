# Counts the tests in surefire's reports: prints how many there are, how many of them failed, how
# many were skipped; appends why to the file `skipped`.
function attribute(name) {
  return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
}
/^<testsuite / {
  tests += attribute("tests")
  failed += attribute("failures") + attribute("errors")
  left += attribute("skipped")
}
/<skipped/ {
  why = attribute("message")
  gsub(/&quot;/, "\"", why); gsub(/&apos;/, "'", why); gsub(/&lt;/, "<", why); gsub(/&gt;/, ">", why)
  gsub(/&#10;.*/, "", why); gsub(/&amp;/, "\\&", why)
  print why != "" ? why : "(no reason given)" >>skipped
}
END { print tests + 0, failed + 0, left + 0 }
