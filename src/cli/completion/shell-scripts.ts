/** The shells for which there is a script. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** One of them. */
export type Shell = (typeof SHELLS)[number];

/** The command that the scripts ask, by what the user has typed as the program: `npx hextet` has no completion of its own. */
export const ASKED = "complete";

/** The script that a shell reads at its start: it asks `hextet complete` at each tab. */
export const shellScripts: Readonly<Record<Shell, string>> = {
  // COMP_WORDBREAKS has the equals sign: what is before it is not ours to repeat.
  bash: `_hextet() {
  local line words word
  line=\${COMP_LINE:0:COMP_POINT}
  read -r -a words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  word=\${words[\${#words[@]}-1]}
  mapfile -t COMPREPLY < <("\${words[0]}" ${ASKED} -- "\${words[@]:1}" 2>/dev/null)
  if [[ $word == --*=* && $COMP_WORDBREAKS == *=* ]]; then
    COMPREPLY=("\${COMPREPLY[@]#"\${word%%=*}="}")
  fi
}
complete -o bashdefault -o default -F _hextet hextet
`,
  zsh: `#compdef hextet
_hextet() {
  local -a found
  found=("\${(@f)$("\${words[1]}" ${ASKED} -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=(\${found:#})
  if (( \${#found} )); then compadd -a found; else _files; fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -u }
compdef _hextet hextet
`,
  fish: `function __hextet_complete
  set -l words (commandline -opc)
  set -l found ($words[1] ${ASKED} -- $words[2..-1] (commandline -ct) 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c hextet -f -a '(__hextet_complete)'
`,
};
