#compdef reglogout
# Completion of reglogout for zsh. The program itself knows what may follow; nothing that it or a
# config file says is ever run.
_reglogout() {
  local line paths= tab=$'\t'
  local -a names shown before
  before=("${(@Q)words[2,CURRENT-1]}")
  while IFS= read -r line; do
    case $line in
      :0) paths=1 ;;
      :4) ;;
      *)
        names+=("${line%%$tab*}")
        shown+=("${line/$tab/  -- }")
        ;;
    esac
  done < <(${(Q)words[1]/#\~\//$HOME/} __complete "$before[@]" "${(Q)PREFIX}" 2>/dev/null </dev/null)
  if [[ -n $paths ]]; then
    compset -P '--config='
    _files && return
  fi
  ((${#names})) && compadd -l -d shown -a names
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _reglogout "$@"
else
  compdef _reglogout reglogout
fi
