"""The same records as pages by Hugo: the files as front matter, the same chrome and facts.

Each project is a page bundle; its notices are page resources. The template
walks the front matter as our generator walks the model.
"""

import json
from pathlib import Path

from generator.vocabulary import key_terms

_SINGLE = """{{ define "cell" -}}
{{- if reflect.IsMap . -}}<dl class="p-facts">{{ range $k, $v := . }}<div><dt>{{ partial "term" $k }}</dt><dd>{{ template "cell" $v }}</dd></div>{{ end }}</dl>
{{- else if reflect.IsSlice . -}}<ul class="p-list">{{ range . }}<li>{{ template "cell" . }}</li>{{ end }}</ul>
{{- else -}}{{ . }}{{- end -}}
{{- end -}}
{{ partial "head" . }}<article class="p-project"><h1>{{ .Title }}</h1>
<section><h2>经过</h2><ol class="p-steps">{{ range sort (.Resources.ByType "page") "Params.published" }}<li class="p-step"><span>{{ .Params.published }}</span><a href="#{{ .Params.anchor }}">{{ .Params.title }}</a></li>{{ end }}</ol></section>
<section><h2>公告</h2>{{ range sort (.Resources.ByType "page") "Params.published" }}
<section class="p-sheet" id="{{ .Params.anchor }}"><h3>{{ .Params.title }}</h3><dl class="p-facts">
{{ range $k, $v := .Params }}<div><dt>{{ partial "term" $k }}</dt><dd>{{ template "cell" $v }}</dd></div>{{ end }}</dl></section>
{{ end }}</section>
<section><h2>项目记录</h2><dl class="p-facts">{{ range $k, $v := .Params }}<div><dt>{{ partial "term" $k }}</dt><dd>{{ template "cell" $v }}</dd></div>{{ end }}</dl></section>
</article>{{ partial "foot" . }}"""

_CONFIG = {
    "baseURL": "https://portal.example/",
    "title": "公示",
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "section", "home", "404"],
    "disableLiveReload": True,
}


def write(records: Path, site: Path, chrome: tuple[str, str]) -> None:
    """A Hugo site from the project records under `records/data`."""
    (site / "layouts" / "_default").mkdir(parents=True)
    (site / "layouts" / "partials").mkdir()
    (site / "data").mkdir()
    (site / "hugo.json").write_text(json.dumps(_CONFIG), "utf-8")
    (site / "data" / "terms.json").write_text(
        json.dumps({key: term.label for key, term in key_terms().items()}, ensure_ascii=False),
        "utf-8",
    )
    (site / "layouts" / "_default" / "single.html").write_text(_SINGLE, "utf-8")
    (site / "layouts" / "partials" / "term.html").write_text(
        "{{ index hugo.Data.terms . | default . }}", "utf-8"
    )
    for name, piece in zip(("head", "foot"), chrome, strict=True):
        (site / "layouts" / "partials" / f"{name}.html").write_text(
            piece.replace("{{", "{{ `{{` }}"), "utf-8"
        )
    for file in (records / "data" / "projects").rglob("*.yml"):
        _page(
            file,
            site / "content" / "projects" / file.parent.relative_to(records / "data" / "projects"),
        )


def _page(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # `kind` is a word of Hugo's own in front matter.
    text = file.read_text("utf-8").replace("kind:", "notice_kind:", 1)
    name = "index.md" if file.stem == "project" else f"{file.stem}.md"
    (folder / name).write_text(f"---\n{text}anchor: {file.stem}\n---\n", "utf-8")
