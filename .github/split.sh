#!/bin/sh
# Which part of the repository a change touches: `split.sh BASE HEAD` prints kind=data or kind=code.
# Both at once is refused: who changes the gate must not bring the records that it judges.
# Invented examples may come with either. Runs nothing of the change, and says no name of its own
# making in a log that obeys what it reads.
set -eu
export LC_ALL=C

head=$2
fork=$(git merge-base "$1" "$2")

names() {
  git diff --no-renames --no-ext-diff --no-color --name-only -z "$fork" "$head" -- "$@" |
    tr '\n\0' '?\n'
}
some() { head -n 3 | tr -c 'A-Za-z0-9._/\n-' '?' | paste -s -d ' ' -; }
refuse() {
  echo "::error title=check::$1" >&2
  exit 1
}

# Only regular files may lie among the records, and none that tells git what to do.
strange=$(git ls-tree -r -z "$head" -- data | tr '\n\0' '?\n' |
  grep -vE '^100(644|755) blob [0-9a-f]+	data/' || true)
orders=$(git ls-tree -r -z --name-only "$head" -- data | tr '\n\0' '?\n' |
  grep -iE '(^|/)\.git[^/]*(/|$)' | grep -vE '/\.gitkeep$' || true)
test -z "$strange" || refuse "data/ 里有链接、子模块或别的不是文件的东西；请放入文件本身"
test -z "$orders" || refuse "data/ 里有 .gitattributes、.gitmodules 一类的文件；请删去"

code=$(names ':(top,exclude)data'; names ':(top)data/schema')
records=$(names ':(top)data' ':(top,exclude)data/schema' \
  ':(top,exclude,glob)data/projects/99[0-9][0-9][0-9][0-9]/**' \
  ':(top,exclude,glob)data/notices/99[0-9][0-9][0-9][0-9]/**' \
  ':(top,exclude,glob)data/parties/demo-*')

if [ -n "$code" ] && [ -n "$records" ]; then
  refuse "这个拉取请求既改了记录（$(echo "$records" | some)），又改了别的（$(echo "$code" | some)）；请拆成两个：一个只改 data/ 里的记录，一个改其余的"
fi
# What is published stays at its address: a record that must go is withdrawn. Invented ones may go.
# In a project a notice may get another name, since its page is that of the folder; alone it may not.
places() {
  git ls-tree -r --name-only "$1" -- "data/$2" | { grep -vE "^data/$2/(99[0-9]{4}/|demo-)" || true; } |
    if [ "$2" = projects ]; then sed 's|/[^/]*$||'; else cat; fi
}
for kind in projects notices parties; do
  before=$(places "$fork" "$kind" | wc -l)
  lost=$({ places "$head" "$kind" && echo && places "$fork" "$kind"; } |
    awk '!$0 { old = 1; next } !old { held[$0]++; next } held[$0]-- <= 0 { n++ } END { print n + 0 }')
  if [ "$((lost * 10))" -gt "$before" ]; then
    refuse "这个拉取请求删去了 data/$kind 里一成以上的记录，或者换了它们的地址（原有 $before 个文件，少了 $lost 个）；不再展示的记录请写 portal: {withdrawn: …}，不要删去，也不要改名。确实要这样的，由维护者核对后直接合并"
  fi
done

touched=$(names ':(top)data' ':(top,exclude)data/schema')
if [ -z "$code" ] && [ -n "$touched" ]; then echo kind=data; else echo kind=code; fi
