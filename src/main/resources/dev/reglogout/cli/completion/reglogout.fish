# Completion of reglogout for fish. The program itself knows what may follow; nothing that it or a
# config file says is ever run.
function __reglogout_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct | string replace -r '^["\']' '') # of a quote not closed yet
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    for line in ($program __complete $words[2..-1] "$current" 2>/dev/null </dev/null)
        switch $line
            case :4
            case :0
                set -l option (string match -r '^--config=' -- $current)
                string replace -r '^' -- "$option" (__fish_complete_path (string replace -r '^--config=' '' -- $current))
            case '*'
                echo $line
        end
    end
end
complete -c reglogout -f -k -a '(__reglogout_complete)'
