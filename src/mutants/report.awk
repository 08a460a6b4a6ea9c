# Reads pitest's mutations, one a line; writes the score of each package and the changes no test
# noticed. Ends with 1 below the bar of 85 %.

function tag(name,    rest) {
  rest = $0
  if (!sub(".*<" name ">", "", rest)) return ""
  sub("</" name ">.*", "", rest)
  gsub("&lt;", "<", rest)
  gsub("&gt;", ">", rest)
  gsub("&#x27;|&apos;", "'", rest)
  gsub("&quot;", "\"", rest)
  gsub("&amp;", "\\&", rest)
  return rest
}

/<mutation / {
  package = tag("mutatedClass")
  sub("^dev\\.reglogout\\.", "", package)
  sub("\\..*", "", package)
  total[package]++
  all++
  if ($0 ~ /detected='true'|detected="true"/) {
    killed[package]++
    killedInAll++
  } else {
    survivor[++survivors] = sprintf("| `%s:%s` | `%s` | %s |", tag("sourceFile"), tag("lineNumber"), \
      tag("mutatedMethod"), tag("description"))
  }
}

function row(name, noticed, of) {
  printf "| %s | %d | %d | %.1f %% |\n", name, of, noticed, of ? 100 * noticed / of : 0
}

END {
  print ""
  print "| package | changes | noticed | share |"
  print "|---|---|---|---|"
  count = split("registry store config logout", order, " ")
  for (i = 1; i <= count; i++) row("`" order[i] "`", killed[order[i]], total[order[i]])
  row("all", killedInAll, all)
  print ""
  print "What no test noticed:"
  print ""
  print "| where | method | change |"
  print "|---|---|---|"
  for (i = 1; i <= survivors; i++) print survivor[i]
  print ""
  if (!all || killedInAll / all < 0.85) exit 1
}
