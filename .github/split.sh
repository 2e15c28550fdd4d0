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
# What is published stays: a record that must go is withdrawn, and keeps its address. Invented ones may go.
count() { git ls-tree -r --name-only "$1" -- "data/$2" | grep -vcE "^data/$2/(99[0-9]{4}/|demo-)" || true; }
for kind in projects notices parties; do
  before=$(count "$fork" "$kind")
  after=$(count "$head" "$kind")
  if [ "$((after * 10))" -lt "$((before * 9))" ]; then
    refuse "这个拉取请求删去了 data/$kind 里一成以上的记录（$before 个文件剩下 $after 个）；不再展示的记录请写 portal: {withdrawn: …}，不要删去。确实要删去的，由维护者核对后直接合并"
  fi
done

touched=$(names ':(top)data' ':(top,exclude)data/schema')
if [ -z "$code" ] && [ -n "$touched" ]; then echo kind=data; else echo kind=code; fi
