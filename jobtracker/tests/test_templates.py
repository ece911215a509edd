"""What every template keeps to: translated words, no inline code, works without scripts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.template.base import Lexer, TokenType
from django.template.loader import get_template

FOLDER = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*"))
PAGES = [name for name in TEMPLATES if name.endswith(".html")]

# Attributes that are read out or shown.
SPOKEN = {"aria-label", "aria-description", "title", "placeholder", "alt", "label"}
# data-* attributes that carry no phrase, but a name or a figure.
NAMES = re.compile(r"[\w§#%./:-]*")
# What tags leave behind: most of them a value or words, these nothing.
SILENT = {
    "autoescape", "block", "comment", "elif", "else", "empty", "endautoescape",
    "endblock", "endfilter", "endfor", "endif", "endpartialdef", "endwith", "extends",
    "filter", "firstof", "for", "if", "ifchanged", "endifchanged", "load", "partialdef",
    "slot", "endslot", "spaceless", "endspaceless", "with",
}  # fmt: skip
# Forms that need no cookie, each with the reason.
WITHOUT_TOKEN = {"accounts/unsubscribe.html": "its address is the permission"}
VALUE = "§"
LETTERS = re.compile(r"[^\W\d_]")


def skeleton(name: str) -> str:
    """The template without its tags: each value is ``§``, each CSRF token an element."""
    text, skip_to = [], ""
    for token in Lexer((FOLDER / name).read_text()).tokenize():
        if skip_to:
            if token.contents.split()[:1] == [skip_to]:
                skip_to = ""
        elif token.token_type == TokenType.TEXT:
            text.append(token.contents)
        elif token.token_type == TokenType.VAR:
            text.append(VALUE)
        elif token.token_type == TokenType.BLOCK:
            word, *rest = token.contents.split()
            if word in ("blocktranslate", "comment"):
                skip_to = f"end{word}"
            if rest[:1] == ["page_class"]:
                skip_to = "endblock"
            if word == "csrf_token":
                text.append("<csrf-token>")
            elif word not in SILENT and "as" not in rest[-2:-1]:
                text.append(VALUE)
    return "".join(text)


class Reader(HTMLParser):
    """Collects what is wrong in one template."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.problems: list[str] = []
        self.inside: list[str] = []
        self.forms: list[dict[str, str]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, pairs: list) -> None:
        attrs = {name: value or "" for name, value in pairs}
        if tag == "kbd" or tag == "style":
            self.inside.append(tag)
        if tag == "form":
            self.forms.append({"tokens": ""} | attrs)
        if tag == "csrf-token" and self.forms:
            self.forms[-1]["tokens"] = "1"
        self.check_code(tag, attrs)
        self.check_words(tag, attrs)
        self.check_htmx(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.inside[-1:] == [tag]:
            self.inside.pop()
        if tag == "form" and self.forms:
            form = self.forms.pop()
            if form.get("method", "").lower() == "post" and not form["tokens"]:
                self.say("form", form, "sends without {% csrf_token %}")

    def handle_data(self, data: str) -> None:
        if LETTERS.search(data) and "kbd" not in self.inside:
            self.problems.append(f"not translated: {data.strip()}")

    def check_code(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "style" or "style" in attrs:
            self.say(tag, attrs, "style in the page")
        if tag == "script" and "src" not in attrs:
            self.say(tag, attrs, "script in the page")
        for name, value in attrs.items():
            if name.startswith(("on", "hx-on")):
                self.say(tag, attrs, f"{name} in the page")
            if value.strip().lower().startswith("javascript:"):
                self.say(tag, attrs, "javascript: in the page")

    def check_words(self, tag: str, attrs: dict[str, str]) -> None:
        for name, value in attrs.items():
            is_phrase = name in SPOKEN or (
                name.startswith("data-") and not NAMES.fullmatch(value)
            )
            if is_phrase and LETTERS.search(value):
                self.say(tag, attrs, f"not translated: {name}={value!r}")

    def check_htmx(self, tag: str, attrs: dict[str, str]) -> None:
        for name in ("hx-put", "hx-patch", "hx-delete"):
            if name in attrs:
                self.say(tag, attrs, f"{name} has no way without scripts")
        if "hx-post" in attrs:
            is_form = tag == "form" and attrs.get("method", "").lower() == "post"
            if not is_form or not attrs.get("action"):
                self.say(tag, attrs, "hx-post without a form's method and action")
        if "hx-get" in attrs:
            in_form = bool(self.forms and self.forms[-1].get("action"))
            is_link = tag == "a" and attrs.get("href")
            if not (is_link or (tag in ("input", "select", "form") and in_form)):
                self.say(tag, attrs, "hx-get without a link or a form's action")

    def say(self, tag: str, attrs: dict[str, str], problem: str) -> None:
        shown = " ".join(f'{name}="{value}"' for name, value in attrs.items())
        self.problems.append(f"{problem}: <{tag} {shown}>")


@pytest.mark.parametrize("name", TEMPLATES)
def test_compiles(name):
    get_template(name)


@pytest.mark.parametrize("name", PAGES)
def test_page_is_translated_safe_and_works_without_scripts(name):
    problems = Reader(skeleton(name)).problems
    if name in WITHOUT_TOKEN:
        problems = [said for said in problems if "{% csrf_token %}" not in said]
    assert not problems, f"{name}\n" + "\n".join(problems)


@pytest.mark.parametrize("name", PAGES)
def test_a_form_says_its_errors_once(name):
    """``{{ form }}`` says them and what two windows changed; so does ``_conflicts.html``."""
    says = re.compile(r'\{\{ form \}\}|"shared/_(?:conflicts|form_errors)\.html"')
    forms = re.findall(r"<form\b.*?</form>", (FOLDER / name).read_text(), re.DOTALL)
    assert all(len(says.findall(form)) <= 1 for form in forms)


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.endswith(".txt")])
def test_mail_is_translated(name):
    rest = re.sub(r"https?://\S*", "", skeleton(name))
    assert not LETTERS.search(rest.replace(VALUE, "")), rest


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<p>Bare</p>", "not translated: Bare"),
        ("<p title='Bare'></p>", "not translated: title"),
        ("<p data-lost='No luck'></p>", "not translated: data-lost"),
        ("<p style='color: red'></p>", "style in the page"),
        ("<button onclick='go()'></button>", "onclick in the page"),
        ("<script>go()</script>", "script in the page"),
        ("<a href='JavaScript:go()'></a>", "javascript: in the page"),
        ("<form method='post'></form>", "sends without {% csrf_token %}"),
        ("<button hx-post='/x/'></button>", "hx-post without"),
        ("<form method='post' hx-post='/x/'><csrf-token></form>", "hx-post without"),
        ("<div hx-get='/x/'></div>", "hx-get without"),
        ("<a href='/x/' hx-delete='/x/'></a>", "hx-delete has no way"),
    ],
)
def test_the_reader_sees(source, problem):
    assert any(said.startswith(problem) for said in Reader(source).problems)


def test_the_reader_lets_pass():
    source = (
        "<p title='§' data-id='§' data-tone='warn'>§ · 2026 <kbd>Esc</kbd>&nbsp;</p>"
        "<a href='/x/' hx-get='/x/'></a><form action='/'><input hx-get='/x/'></form>"
        "<form method='post' action='§' hx-post='§'><csrf-token></form>"
    )
    assert Reader(source).problems == []


def test_no_page_asks_another_server():
    """Pages are whole without the net: nothing is loaded from elsewhere."""
    loads = re.compile(
        r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=.(?:https?:)?//"
    )
    asking = [name for name in PAGES if loads.search((FOLDER / name).read_text())]
    assert not asking
