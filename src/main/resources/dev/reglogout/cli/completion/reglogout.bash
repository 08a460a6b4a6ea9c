# Completion of reglogout for bash (3.2 or newer). The program itself knows what may follow; nothing
# that it or a config file says is ever run.
_reglogout() {
  local i word rest=${COMP_LINE:0:COMP_POINT} words=() candidate paths=
  # bash ends words at : and =, too; what no blank parts is one word
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((i == COMP_CWORD)); then
      word=${rest#"${rest%%[![:blank:]]*}"} # up to the cursor
    fi
    if [[ ${#words[@]} -eq 0 || -z $word || $rest == [[:blank:]]* ]]; then
      words+=("$word")
    else
      words[${#words[@]} - 1]+=$word
    fi
    rest=${rest#"${rest%%[![:blank:]]*}"}
    rest=${rest#"$word"}
  done
  local current=${words[${#words[@]} - 1]} program=$1
  [[ $program != '~/'* ]] || program=$HOME/${program#'~/'}
  words=("${words[@]//[\"\'\\]/}") # quotes, however they stand there

  # what stands before the last : or = is no part of what bash replaces
  local typed=${words[${#words[@]} - 1]} before=
  if [[ $current != [\"\']* && $current == *[:=]* ]]; then
    before=${typed%"${typed##*[:=]}"}
  fi
  COMPREPLY=()
  while IFS= read -r candidate; do
    case $candidate in
      :0) paths=1 ;;
      :4) ;;
      *)
        candidate=${candidate%%$'\t'*}
        printf -v candidate %q "${candidate#"$before"}"
        COMPREPLY+=("$candidate")
        ;;
    esac
  done < <("$program" __complete "${words[@]:1}" 2>/dev/null </dev/null)
  if [[ -n $paths ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r candidate; do
      COMPREPLY+=("$candidate")
    done < <(compgen -f -- "${typed#"$before"}")
  fi
}
complete -F _reglogout reglogout
